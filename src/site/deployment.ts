import { z } from 'zod';
import { type Mode, modes } from './config.ts';

/** What the build must know about where the site will stand (design section 8). */
export interface Deployment {
  mode: Mode;
  /** The site's own origin, without a closing slash. */
  origin: string;
  /** False = guide-only: no endpoint, request pages show the national helplines. */
  takesRequests: boolean;
  /** Whether texts are sent. A demonstration shows the forms for them, as it shows the others. */
  sendsTexts: boolean;
}

const isOrigin = (value: string) =>
  URL.canParse(value) && /^https?:/.test(value) && new URL(value).origin === value.replace(/\/$/, '');

const portError = 'PORT must be a whole number from 0 to 65535, for example PORT=4321';

const settings = z.object({
  NRS_MODE: z
    .enum(modes, { error: 'NRS_MODE must be demo, rehearsal or production, for example NRS_MODE=demo' })
    .default('demo'),
  NRS_ORIGIN: z
    .string()
    .refine(isOrigin, {
      error: 'NRS_ORIGIN must be an origin without a path, for example NRS_ORIGIN=https://help.example.org',
    })
    .optional(),
  NRS_REQUESTS: z
    .enum(['on', 'off'], { error: 'NRS_REQUESTS must be on or off, for example NRS_REQUESTS=on' })
    .default('on'),
  NRS_SMS_URL: z.string().optional(),
  PORT: z.coerce.number(portError).int(portError).min(0, portError).max(65535, portError).default(4321),
});

/**
 * Reads the settings of a build. Throws one error that names each bad setting with an example.
 * `siteOrigin` is `origin` of content/site.yaml; in demo the address of `npm start` stands in for a missing one.
 */
export function readDeployment(env: Record<string, string | undefined>, siteOrigin: string | null): Deployment {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  const { NRS_MODE: mode, NRS_ORIGIN, NRS_REQUESTS, NRS_SMS_URL, PORT } = parsed.data;
  const origin = NRS_ORIGIN ?? siteOrigin ?? (mode === 'production' ? undefined : `http://127.0.0.1:${PORT || 4321}`);
  if (!origin) {
    throw new Error(
      'NRS_ORIGIN is missing: production needs its own address, for example NRS_ORIGIN=https://help.example.org',
    );
  }
  const takesRequests = NRS_REQUESTS === 'on';
  const sendsTexts = takesRequests && (mode !== 'production' || Boolean(NRS_SMS_URL));
  return { mode, origin: origin.replace(/\/$/, ''), takesRequests, sendsTexts };
}

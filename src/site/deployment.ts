import { z } from 'zod';
import type { Page } from '#i18n/paths.ts';
import { type Mode, modes, type SiteConfig } from './config.ts';

/** The page of each way to ask for contact. */
export const formPages = {
  callback: 'callBack',
  'text-info': 'text',
  meeting: 'meeting',
  'short-call': 'shortCall',
} as const satisfies Record<keyof SiteConfig['contactKinds'], Page>;
export type FormPage = (typeof formPages)[keyof typeof formPages];

/** What the build must know about where the site will stand (design section 8). */
export interface Deployment {
  mode: Mode;
  /** The site's own origin, without a closing slash. */
  origin: string;
  /** False = guide-only: no endpoint, request pages show the national helplines. */
  takesRequests: boolean;
  /** Whether texts are sent. A demonstration shows the forms for them, as it shows the others. */
  sendsTexts: boolean;
  /** The pages of the ways that the operator has turned off. */
  closedForms: FormPage[];
  /** Whether there is a page about a program of the operator's own. */
  hasProgram: boolean;
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
 * `site` is content/site.yaml; in demo the address of `npm start` stands in for a missing origin.
 */
export function readDeployment(
  env: Readonly<Record<string, string | undefined>>,
  { origin: siteOrigin, contactKinds, program }: Pick<SiteConfig, 'origin' | 'contactKinds' | 'program'>,
): Deployment {
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
  const sendsTexts = takesRequests && contactKinds['text-info'] && (mode !== 'production' || Boolean(NRS_SMS_URL));
  const kinds = Object.keys(formPages) as (keyof typeof formPages)[];
  const closedForms = kinds.filter((kind) => !contactKinds[kind]).map((kind) => formPages[kind]);
  return {
    ...{ mode, origin: origin.replace(/\/$/, ''), takesRequests, sendsTexts, closedForms },
    hasProgram: program !== null,
  };
}

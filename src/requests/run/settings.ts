import { z } from 'zod';
import type { CarrierSettings } from '../delivery/carrier.ts';
import { contradictions } from './contradictions.ts';
import { secrets, wants } from './setting-words.ts';

const modes = ['demo', 'rehearsal', 'production'] as const;
const base64 = '[A-Za-z0-9+/]+=*';
const namedKey = new RegExp(`^[\\w-]+:${base64}$`);
const namedKeys = new RegExp(`^[\\w-]+:${base64}(,[\\w-]+:${base64})*$`);
/** 32 bytes are 43 base64 digits and padding. */
const longEnough = new RegExp(`^(?=.{43,}$)${base64}$`);

const wholeNumber = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(from).max(to));
const webAddress = z.url({ protocol: /^https?$/ });

/** Every setting: what it must look like. Its default, if it has one, is applied here and nowhere else. */
const shapes = {
  PORT: wholeNumber(0, 65535).default(4321),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  NRS_MODE: z.enum(modes).default('demo'),
  NRS_ORIGIN: webAddress.refine((address) => URL.parse(address)?.origin === address.replace(/\/$/, '')).optional(),
  NRS_REQUESTS: z.enum(['on', 'off']).default('on'),
  NRS_TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  NRS_WEBHOOK_URL: webAddress.optional(),
  NRS_WEBHOOK_SECRET: z
    .string()
    .regex(new RegExp(`^whsec_${base64}$`))
    .optional(),
  NRS_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  NRS_NOTIFY_TO: z.email().optional(),
  NRS_SMS_URL: webAddress.optional(),
  NRS_SMS_ACCOUNT: z.string().min(1).optional(),
  NRS_SMS_TOKEN: z.string().min(1).optional(),
  NRS_SMS_FROM: z
    .string()
    .regex(/^\+\d{5,15}$/)
    .optional(),
  NRS_PUBLIC_KEY: z.string().regex(namedKey).optional(),
  NRS_PRIVATE_KEY: z.string().regex(namedKeys).optional(),
  NRS_SUPPRESSION_KEY: z.string().regex(longEnough).optional(),
  NRS_TEST_CLOCK: z.string().min(1).optional(),
} as const;

const schema = z.object(shapes);
/** The parsed settings of a process (design section 8). */
export type Settings = z.infer<typeof schema>;

/** Whether nobody but the desk hears of requests. */
export const isDeskOnly = ({ NRS_WEBHOOK_URL }: Pick<Settings, 'NRS_WEBHOOK_URL'>): boolean =>
  NRS_WEBHOOK_URL === undefined;

type Environment = Readonly<Record<string, string | undefined>>;

const complaint = (name: keyof typeof shapes, value: string | undefined): string => {
  const found = secrets.includes(name) ? 'a value that is not shown here' : `"${value}"`;
  return `${name} must be ${wants[name].what}, found ${found}. Example: ${name}=${wants[name].example}`;
};

/** The carrier of texts, where one is set. */
export function carrierOf(settings: Settings): CarrierSettings | undefined {
  const { NRS_SMS_URL: url, NRS_SMS_ACCOUNT: account, NRS_SMS_TOKEN: token, NRS_SMS_FROM: from } = settings;
  return url && account && token && from ? { url, account, token, from } : undefined;
}

/** Reads all settings at once. An empty one counts as absent. Each problem is one line that names its setting and an example. */
export function readSettings(env: Environment): { ok: true; settings: Settings } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof typeof shapes));
    return { ok: false, problems: [...names].map((name) => complaint(name, given[name])) };
  }
  const problems = contradictions(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings: parsed.data };
}

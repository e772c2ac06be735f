import { z } from 'zod';
import type { CarrierSettings } from '../delivery/carrier.ts';
import { isPlainlyOutOfReach, isThisComputer, reachOf } from '../reach.ts';

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

/** What each setting wants, in words, with an example that would do. */
const wants: Record<keyof typeof shapes, { what: string; example: string }> = {
  PORT: { what: 'a number from 0 to 65535', example: '4321' },
  HOST: { what: 'a host name or address to listen on', example: '127.0.0.1' },
  DATA_DIR: { what: 'a folder', example: 'data' },
  NRS_MODE: { what: 'demo, rehearsal or production', example: 'demo' },
  NRS_ORIGIN: { what: "the site's own origin without a path", example: 'https://help.example.org' },
  NRS_REQUESTS: { what: 'on or off', example: 'on' },
  NRS_TRUSTED_PROXIES: { what: 'how many proxies in front are yours, 0 to 10', example: '1' },
  NRS_WEBHOOK_URL: { what: 'an http(s) address', example: 'https://desk.example.org/hooks/requests' },
  NRS_WEBHOOK_SECRET: { what: '"whsec_" and base64', example: 'whsec_bm90IGEgcmVhbCBzZWNyZXQ=' },
  NRS_SMTP_URL: { what: 'an smtp(s) address', example: 'smtps://mail.example.org:465' },
  NRS_NOTIFY_TO: { what: 'an e-mail address', example: 'desk@example.org' },
  NRS_SMS_URL: { what: 'an http(s) address', example: 'https://messages.example.org' },
  NRS_SMS_ACCOUNT: { what: "the message provider's account id", example: 'AC0123' },
  NRS_SMS_TOKEN: { what: "the message provider's token", example: '0123456789abcdef' },
  NRS_SMS_FROM: { what: 'a number in E.164', example: '+12175550100' },
  NRS_PUBLIC_KEY: { what: '"keyId:" and base64 of an SPKI RSA key', example: 'k1:MIIBojANBgkqhkiG9w0BAQEFAAOCAY8A' },
  NRS_PRIVATE_KEY: {
    what: '"keyId:" and base64 of a PKCS #8 RSA key; several with commas',
    example: 'k1:MIIG/QIBADANBgkqhkiG9w0BAQEF',
  },
  NRS_SUPPRESSION_KEY: {
    what: 'base64 of 32 random bytes or more',
    example: 'the output of "openssl rand -base64 32"',
  },
  NRS_TEST_CLOCK: { what: 'a file that holds an ISO time', example: 'clock.txt' },
};

/** Never printed, not even when they are wrong. */
const secrets = ['NRS_WEBHOOK_SECRET', 'NRS_SMTP_URL', 'NRS_SMS_TOKEN', 'NRS_PRIVATE_KEY', 'NRS_SUPPRESSION_KEY'];

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

/** What production cannot do without. */
const neededInProduction = ['NRS_ORIGIN', 'NRS_PUBLIC_KEY', 'NRS_SUPPRESSION_KEY'] as const;

const carrierSettings = ['NRS_SMS_URL', 'NRS_SMS_ACCOUNT', 'NRS_SMS_TOKEN', 'NRS_SMS_FROM'] as const;

/** The carrier of texts, where one is set. */
export function carrierOf(settings: Settings): CarrierSettings | undefined {
  const { NRS_SMS_URL: url, NRS_SMS_ACCOUNT: account, NRS_SMS_TOKEN: token, NRS_SMS_FROM: from } = settings;
  return url && account && token && from ? { url, account, token, from } : undefined;
}

/** A carrier needs all of its settings; in production the token and the numbers travel encrypted. */
function carrierProblems(settings: Settings): string[] {
  const missing = carrierSettings.filter((name) => settings[name] === undefined);
  if (missing.length === carrierSettings.length) return [];
  const [first] = missing;
  if (first) {
    return [
      `${first} is missing. Texts need all of ${carrierSettings.join(', ')}, or none of them. Example: ${first}=${wants[first].example}`,
    ];
  }
  const { NRS_MODE, NRS_SMS_URL = '' } = settings;
  return NRS_MODE === 'production' && !NRS_SMS_URL.startsWith('https:')
    ? [
        `NRS_SMS_URL must be an https address in production, found "${NRS_SMS_URL}". Example: NRS_SMS_URL=${wants.NRS_SMS_URL.example}`,
      ]
    : [];
}

/** Settings that mean nothing without another one. */
const needs = [
  ['NRS_WEBHOOK_URL', 'NRS_WEBHOOK_SECRET'],
  ['NRS_WEBHOOK_SECRET', 'NRS_WEBHOOK_URL'],
  ['NRS_SMTP_URL', 'NRS_NOTIFY_TO'],
  ['NRS_NOTIFY_TO', 'NRS_SMTP_URL'],
] as const;

const missing = (name: keyof typeof shapes, who: string): string =>
  `${name} is missing. ${who} needs ${wants[name].what}. Example: ${name}=${wants[name].example}`;

/** Why nothing may be delivered there; undefined where it may. The address itself is not told: a part of it may be a secret. */
function whyNotTo(name: 'NRS_WEBHOOK_URL' | 'NRS_SMTP_URL', { NRS_MODE, ...settings }: Settings): string | undefined {
  const address = settings[name];
  if (address === undefined) return undefined;
  const { hostname, protocol } = new URL(address);
  if (NRS_MODE === 'demo' && !isThisComputer(hostname)) {
    return `${name} leads away from this computer. A demonstration tells nobody else: use NRS_MODE=rehearsal or a loopback address.`;
  }
  if (protocol === 'http:' && !(isThisComputer(hostname) && NRS_MODE !== 'production')) {
    return `${name} must start with https: nothing leaves this computer unsealed. Example: ${name}=${wants[name].example}`;
  }
  return isPlainlyOutOfReach(hostname, reachOf[NRS_MODE])
    ? `${name} leads to this computer or an inner network. Production delivers to public addresses only.`
    : undefined;
}

/** What Standard Webhooks asks for at least: 24 bytes are 32 base64 digits. */
const shortestSecret = 'whsec_'.length + 32;

function contradictions(settings: Settings): string[] {
  const ofCarrier = carrierProblems(settings);
  if (ofCarrier.length > 0) return ofCarrier;
  const pair = needs.find(([name, other]) => settings[name] !== undefined && settings[other] === undefined);
  if (pair) return [missing(pair[1], pair[0])];
  const unreachable = whyNotTo('NRS_WEBHOOK_URL', settings) ?? whyNotTo('NRS_SMTP_URL', settings);
  if (unreachable) return [unreachable];
  if (settings.NRS_MODE !== 'production') return [];
  if (settings.NRS_TEST_CLOCK)
    return ['NRS_TEST_CLOCK is for demo and rehearsal. Remove it: production goes by the real time.'];
  const needed = neededInProduction.find(
    (name) => settings[name] === undefined && (name === 'NRS_ORIGIN' || settings.NRS_REQUESTS === 'on'),
  );
  if (needed) return [missing(needed, 'Production')];
  if (settings.NRS_WEBHOOK_SECRET && settings.NRS_WEBHOOK_SECRET.length < shortestSecret)
    return [
      'NRS_WEBHOOK_SECRET is too short. Production needs 24 random bytes or more: openssl rand -base64 32, after "whsec_".',
    ];
  return [];
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

/** Every setting: what it wants in words, an example, and whether its value is never shown. */
export const manual: Readonly<Record<string, { what: string; example: string; isSecret: boolean }>> =
  Object.fromEntries(
    Object.entries(wants).map(([name, want]) => [name, { ...want, isSecret: secrets.includes(name) }]),
  );

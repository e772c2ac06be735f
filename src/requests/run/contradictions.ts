import { whySample } from '#i18n/sample.ts';
import { isPlainlyOutOfReach, isThisComputer, reachOf } from '../reach.ts';
import { wants } from './setting-words.ts';
import type { Settings } from './settings.ts';

/** What production cannot do without. */
const neededInProduction = ['NRS_ORIGIN', 'NRS_PUBLIC_KEY', 'NRS_SUPPRESSION_KEY'] as const;

const carrierSettings = ['NRS_SMS_URL', 'NRS_SMS_ACCOUNT', 'NRS_SMS_TOKEN', 'NRS_SMS_FROM'] as const;

/** A carrier needs all of its settings. */
function carrierProblems(settings: Settings): string[] {
  const missing = carrierSettings.filter((name) => settings[name] === undefined);
  if (missing.length === carrierSettings.length) return [];
  return missing
    .slice(0, 1)
    .map(
      (first) =>
        `${first} is missing. Texts need all of ${carrierSettings.join(', ')}, or none of them. Example: ${first}=${wants[first].example}`,
    );
}

/** Settings that mean nothing without another one. */
const needs = [
  ['NRS_WEBHOOK_URL', 'NRS_WEBHOOK_SECRET'],
  ['NRS_WEBHOOK_SECRET', 'NRS_WEBHOOK_URL'],
  ['NRS_SMTP_URL', 'NRS_NOTIFY_TO'],
  ['NRS_NOTIFY_TO', 'NRS_SMTP_URL'],
] as const;

const missing = (name: keyof Settings, who: string): string =>
  `${name} is missing. ${who} needs ${wants[name].what}. Example: ${name}=${wants[name].example}`;

/** Where requests and texts go to. */
const waysOut = ['NRS_WEBHOOK_URL', 'NRS_SMTP_URL', 'NRS_SMS_URL'] as const;

/** Why nothing may be delivered there; undefined where it may. The address itself is not told: a part of it may be a secret. */
function whyNotTo(name: (typeof waysOut)[number], { NRS_MODE, ...settings }: Settings): string | undefined {
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

/** Settings whose value is the operator's own in production. */
const own = [
  ...waysOut,
  ...neededInProduction,
  ...carrierSettings,
  ...(['NRS_WEBHOOK_SECRET', 'NRS_NOTIFY_TO', 'NRS_PRIVATE_KEY'] as const),
];

/** The first setting that is still as somebody copied it from an example. The value is not told: it may be a secret. */
function sampleProblem(settings: Settings): string | undefined {
  for (const name of own) {
    const value = settings[name] ?? '';
    const why = value === wants[name].example ? 'the value of an example' : whySample(value);
    if (why) return `${name} is ${why}. Production needs ${wants[name].what} of your own.`;
  }
  return undefined;
}

/** What Standard Webhooks asks for at least: 24 bytes are 32 base64 digits. */
const shortestSecret = 'whsec_'.length + 32;

/** What is wrong with settings that are each as they should be: the first thing, in one line. */
export function contradictions(settings: Settings): string[] {
  const ofCarrier = carrierProblems(settings);
  if (ofCarrier.length > 0) return ofCarrier;
  const pair = needs.find(([name, other]) => settings[name] !== undefined && settings[other] === undefined);
  if (pair) return [missing(pair[1], pair[0])];
  const [unreachable] = waysOut.flatMap((name) => whyNotTo(name, settings) ?? []);
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
  const sample = sampleProblem(settings);
  return sample ? [sample] : [];
}

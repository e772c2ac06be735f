import type { Courier } from '#requests/delivery/attempt.ts';
import { tryMail } from '#requests/delivery/mail.ts';
import { probe } from '#requests/delivery/probe.ts';
import type { RequestStore } from '#requests/ports.ts';
import { reachOf } from '#requests/reach.ts';
import { carrierOf, type Settings } from '#requests/run/settings.ts';
import { type Finding, ill, well } from './finding.ts';

/** What to do about each way in which a connection fails. */
const fixes: Readonly<Record<string, string>> = {
  timeout: 'Nobody answers within the time. Is a firewall in between?',
  'out-of-reach': 'The name leads to this computer or an inner network. Use a public address.',
  'no-address': 'The name has no address. Is it spelled right, and does this computer reach its name server?',
  unreachable: 'Nobody listens there. Is the port right, and does the other side run?',
  'not-trusted': 'Nobody whom this computer trusts has signed its certificate, or it is for another name.',
  expired: 'Its certificate has run out. Renew it on the other side.',
  login: 'It refuses the user or the password of the setting.',
};
const fixOf = (word: string): string => fixes[word] ?? 'The other side broke off. Look into its log.';

const ofStop = async (store: RequestStore | undefined, couriers: readonly Courier[], channel: string) => {
  const endpoint = couriers.find((courier) => courier.channel === channel)?.endpoint;
  return endpoint && store ? store.endpointStoppedAt(endpoint) : undefined;
};

async function webhookFindings(
  { NRS_WEBHOOK_URL, NRS_SMTP_URL, NRS_MODE }: Settings,
  stoppedAt: string | undefined,
): Promise<Finding[]> {
  if (!NRS_WEBHOOK_URL) {
    const heard = NRS_SMTP_URL ? 'the staff hears of requests by mail' : 'nobody is told of requests';
    return [well('webhook', `Not set: ${heard}, and they are read at the desk (ops requests list, ops desk).`)];
  }
  const word = await probe(new URL(NRS_WEBHOOK_URL), reachOf[NRS_MODE]);
  return [
    word
      ? ill('webhook', `NRS_WEBHOOK_URL cannot be reached (${word}). Requests are kept and tried again.`, fixOf(word))
      : well('webhook', 'Its server takes connections. Whether it takes requests is what the daily test shows.'),
    ...(stoppedAt
      ? [
          ill(
            'webhook',
            `It said that it is gone (410) at ${stoppedAt}; nothing is sent there.`,
            'Mend it, then: npm run ops -- replay <id>',
          ),
        ]
      : []),
  ];
}

async function mailFinding({ NRS_SMTP_URL, NRS_NOTIFY_TO, NRS_MODE }: Settings): Promise<Finding> {
  if (!NRS_SMTP_URL || !NRS_NOTIFY_TO) return well('mail', 'Not set: the staff gets no mail.');
  const word = await tryMail({ url: new URL(NRS_SMTP_URL), notifyTo: NRS_NOTIFY_TO, reach: reachOf[NRS_MODE] });
  return word
    ? ill('mail', `NRS_SMTP_URL does not work (${word}).`, fixOf(word))
    : well('mail', 'The mail server answers and takes the login. No mail was sent.');
}

async function carrierFinding(settings: Settings): Promise<Finding> {
  const carrier = carrierOf(settings);
  if (!carrier) return well('texts', 'Not set: no texts are sent.');
  const word = await probe(new URL(carrier.url), reachOf[settings.NRS_MODE]);
  return word
    ? ill('texts', `NRS_SMS_URL cannot be reached (${word}).`, fixOf(word))
    : well('texts', 'The carrier takes connections. No text was sent.');
}

/** Tries every way out without saying anything about anybody. */
export async function wayFindings(
  settings: Settings,
  store: RequestStore | undefined,
  couriers: readonly Courier[],
): Promise<Finding[]> {
  const stoppedAt = await ofStop(store, couriers, 'webhook');
  const [webhook, mail, texts] = await Promise.all([
    webhookFindings(settings, stoppedAt),
    mailFinding(settings),
    carrierFinding(settings),
  ]);
  return [...webhook, mail, texts];
}

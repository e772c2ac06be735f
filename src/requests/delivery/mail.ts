import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { noticeOf } from '../notice.ts';
import type { Delivery } from '../outbox.ts';
import { bareHost, isThisComputer, isWithin, OutOfReach, type Reach } from '../reach.ts';
import { schedules } from '../schedule.ts';
import { type Attempt, type Courier, wordFor } from './attempt.ts';
import { addressesWithin } from './lookup.ts';

/** How long a server has for a message, from the look-up to its last word. */
const timeoutMs = 30_000;

/** What mail needs. */
export interface MailDeps {
  /** `smtps://` speaks TLS from the start; `smtp://` must turn to it before anything is said, except to this computer. */
  url: URL;
  /** Who is told. */
  notifyTo: string;
  endpoint: string;
  reach: Reach;
  /** The operator's zone. */
  timeZone: string;
  timeoutMs?: number;
}

/** The sender: the account that sends, if it is an address; else whoever is told writes to themselves, so that a bounce reaches them. */
const senderOf = ({ url, notifyTo }: MailDeps): string => {
  const user = decodeURIComponent(url.username);
  return user.includes('@') ? user : notifyTo;
};

/** The address to call: checked, and then called by number, so that the name cannot lead elsewhere meanwhile. */
async function addressOf(hostname: string, reach: Reach): Promise<string> {
  const host = bareHost(hostname);
  if (isIP(host)) {
    if (!isWithin(host, reach)) throw new OutOfReach('The address is out of reach');
    return host;
  }
  return (await addressesWithin(host, reach))[0]?.address ?? '';
}

/** A connection for one message. Certificates are always checked; a password never leaves without TLS. */
async function connectionTo({ url, reach }: Pick<MailDeps, 'url' | 'reach'>, timeout: number) {
  const isSecure = url.protocol === 'smtps:';
  const staysHere = !isSecure && isThisComputer(url.hostname) && reach !== 'public';
  const host = bareHost(url.hostname);
  return createTransport({
    host: await addressOf(url.hostname, reach),
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && !staysHere,
    ignoreTLS: staysHere,
    tls: { ...(isIP(host) === 0 && { servername: host }), minVersion: 'TLSv1.2' },
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

/** What a server says about this message or its receiver. Whatever else it refuses is about the connection, and the same for all. */
const aboutMessage = ['EENVELOPE', 'EMESSAGE'];

/** A refusal of the message for good is a bounce and waits for a person. All else may be mended, and the notice waits for that. */
function failed(error: unknown): Extract<Attempt, { outcome: 'later' | 'never' }> {
  const { responseCode, permanent, code = '' } = error as { responseCode?: number; permanent?: boolean; code?: string };
  const word = wordFor(error);
  const status = responseCode !== undefined && word === 'broken-off' ? String(responseCode) : word;
  return { outcome: permanent && aboutMessage.includes(code) ? 'never' : 'later', status };
}

/**
 * Greets the server and logs in, as for a message, and sends none. Resolves to what went wrong, a status of SMTP or a word of ours, or to
 * nothing.
 */
export async function tryMail(deps: Omit<MailDeps, 'endpoint' | 'timeZone'>): Promise<string | undefined> {
  try {
    await (await connectionTo(deps, deps.timeoutMs ?? timeoutMs)).verify();
    return undefined;
  } catch (error) {
    return failed(error).status;
  }
}

/** Tells the operator's staff by mail that a request came, without anything that it says. */
export function mailCourier(deps: MailDeps): Courier {
  const timeout = deps.timeoutMs ?? timeoutMs;

  const attempt = async ({ id, request, createdAt }: Delivery, signal: AbortSignal): Promise<Attempt> => {
    const connection = await connectionTo(deps, timeout);
    const from = senderOf(deps);
    await connection.sendMail({
      ...noticeOf(request, deps.timeZone),
      from,
      to: deps.notifyTo,
      date: new Date(createdAt),
      // The same for every attempt, so that a mail program shows a repeat as what it is.
      messageId: `<${id}@${from.split('@')[1]}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
      signal,
    });
    return { outcome: 'delivered', status: '250' };
  };

  return {
    channel: 'mail',
    endpoint: deps.endpoint,
    schedule: schedules.mail,
    timeoutMs: timeout,
    async send(delivery, stopped) {
      const signal = AbortSignal.any([stopped, AbortSignal.timeout(timeout)]);
      try {
        return await attempt(delivery, signal);
      } catch (error) {
        return failed(signal.aborted ? signal.reason : error);
      }
    },
  };
}

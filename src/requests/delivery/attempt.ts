import type { Channel, Delivery, DeliveryStatus, FailureWord } from '../outbox.ts';
import { OutOfReach } from '../reach.ts';
import type { Schedule } from '../schedule.ts';

/** How an attempt ended. */
export type Attempt =
  | { outcome: 'delivered'; status: DeliveryStatus }
  /** It may work later, at the earliest after so many milliseconds where the receiver said so. */
  | { outcome: 'later'; status: DeliveryStatus; retryAfter?: number | undefined }
  /** Trying this row again is useless: it waits for a person. */
  | { outcome: 'never'; status: DeliveryStatus }
  /** The endpoint is closed for good: no row may go there until a person says so. */
  | { outcome: 'gone'; status: DeliveryStatus }
  /** Nothing to say any more: the request was erased meanwhile. */
  | { outcome: 'erased' };

/** One way out. */
export interface Courier {
  channel: Channel;
  /** Names the receiver without its address. */
  endpoint: string;
  schedule: Schedule;
  /** How long one attempt takes at most, in milliseconds. */
  timeoutMs: number;
  /** Tries once. `signal` ends it early. */
  send(delivery: Delivery, signal: AbortSignal): Promise<Attempt>;
}

const notTrusted = /^(ETLS|EREQUIRETLS|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)|CERT/;
const wordsByCode: Readonly<Record<string, FailureWord>> = {
  ENOTFOUND: 'no-address',
  EAI_AGAIN: 'no-address',
  EDNS: 'no-address',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  CERT_HAS_EXPIRED: 'expired',
  EAUTH: 'login',
  ENOAUTH: 'login',
};

/** Which of our words fits an error of a connection. */
export function wordFor(error: unknown): FailureWord {
  if (error instanceof OutOfReach) return 'out-of-reach';
  if (!(error instanceof Error)) return 'failure';
  if (error.name === 'TimeoutError') return 'timeout';
  if (error.name === 'AbortError') return 'stopped';
  // A name with several addresses fails with one error for each.
  if (error instanceof AggregateError) return wordFor(error.errors[0]);
  const { code = '', originalCode } = error as { code?: string; originalCode?: string };
  const own = originalCode ?? code;
  return (
    wordsByCode[own] ??
    wordsByCode[code] ??
    (notTrusted.test(own) || notTrusted.test(code) ? 'not-trusted' : 'broken-off')
  );
}

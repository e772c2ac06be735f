import { Webhook } from 'standardwebhooks';
import { newsOfEnd, newsOfRequest } from '../news.ts';
import { openRequest } from '../opened.ts';
import type { Delivery } from '../outbox.ts';
import type { Clock, Opener, RequestStore } from '../ports.ts';
import { readRetryAfter, schedules } from '../schedule.ts';
import { type Attempt, type Courier, wordFor } from './attempt.ts';

/** No answer of a receiver or a carrier is longer; of whatever else it sends, this much is read. */
export const longestAnswer = 64 * 1024;

/** What a receiver said. */
export interface Answer {
  status: number;
  retryAfter?: string | undefined;
  /** The start of what it said: few have anything to tell us but their status. */
  body: string;
}

/** One POST of a JSON text. */
export type Post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<Answer>;

/** How long a receiver has for an answer. */
const timeoutMs = 15_000;

/** What webhooks need. */
export interface WebhookDeps {
  url: URL;
  /** `whsec_` and base64. */
  secret: string;
  /** Names the receiver without its address. */
  endpoint: string;
  store: Pick<RequestStore, 'withRepeats'>;
  opener: Opener;
  post: Post;
  /** The real time, whatever clock requests go by: the receiver compares it with its own. */
  wallClock: Clock;
  timeoutMs?: number;
}

/** The body of a delivery, made only now: until then it is under its seal. */
async function bodyOf(delivery: Delivery, { store, opener }: WebhookDeps): Promise<string | 'erased' | undefined> {
  if (delivery.type !== 'request.created') return JSON.stringify(newsOfEnd(delivery, delivery.request));
  const group = await store.withRepeats(delivery.requestId);
  const request = group.find(({ id }) => id === delivery.requestId);
  if (!request?.sealed) return 'erased';
  const content = await openRequest(request, group, opener);
  const first = group.find(({ id }) => id === request.repeatOf);
  return content && JSON.stringify(newsOfRequest(delivery, request, content, first?.reference));
}

/** Tells the operator's system, signed as Standard Webhooks wants it. The id stays the same however often a row is sent. */
export function webhookCourier(deps: WebhookDeps): Courier {
  const { url, endpoint, post, wallClock } = deps;
  const webhook = new Webhook(deps.secret);
  const timeout = deps.timeoutMs ?? timeoutMs;

  const attempt = async (delivery: Delivery, signal: AbortSignal): Promise<Attempt> => {
    const body = await bodyOf(delivery, deps);
    if (body === undefined) return { outcome: 'later', status: 'sealed' };
    if (body === 'erased') return { outcome: 'erased' };
    const at = wallClock.now();
    const { status, retryAfter } = await post(
      url,
      {
        'webhook-id': delivery.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(delivery.id, at, body),
      },
      body,
      AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    );
    const said = { status: String(status) };
    if (status >= 200 && status < 300) return { outcome: 'delivered', ...said };
    if (status === 410) return { outcome: 'gone', ...said };
    return { outcome: 'later', ...said, retryAfter: readRetryAfter(retryAfter, at) };
  };

  return {
    channel: 'webhook',
    endpoint,
    schedule: schedules.webhook,
    timeoutMs: timeout,
    send: (delivery, signal) =>
      attempt(delivery, signal).catch((error): Attempt => ({ outcome: 'later', status: wordFor(error) })),
  };
}

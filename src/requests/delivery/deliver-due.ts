import type { Delivery, FailureWord } from '../outbox.ts';
import type { Clock, Ids, RequestStore } from '../ports.ts';
import { failureHash, type LogEvent } from '../redact.ts';
import { nextAttempt } from '../schedule.ts';
import { isSynthetic } from '../synthetic.ts';
import type { Attempt, Courier } from './attempt.ts';

/** What delivering needs. */
export interface DeliveryDeps {
  store: RequestStore;
  clock: Clock;
  ids: Ids;
  report(event: LogEvent): void;
}

/** What came of a run, in rows. */
export interface Delivered {
  delivered: number;
  /** Not this time. */
  later: number;
  dead: number;
  /** When the soonest of those that failed comes again. */
  nextAt?: Date;
}

/** Ends a run early. */
export interface Ending {
  /** Takes no more rows. */
  claiming: AbortSignal;
  /** Breaks off what is under way; its rows are given back. */
  sending: AbortSignal;
}

/** How many receivers are spoken to at once. */
const atOnce = 8;
/** What a lease has beyond the longest attempt, for opening and for the store. */
const spareMs = 30_000;

/** What the log may know of an attempt: a number, or a word of ours. */
const inLog = (status: string): Pick<LogEvent, 'status' | 'reason'> =>
  /^\d+$/.test(status) ? { status: Number(status) } : { reason: status as FailureWord };

/** A number from 0 to 1. */
const chanceFrom = (ids: Ids): number => (ids.random(1)[0] ?? 0) / 255;

/** Writes down how an attempt ended. */
async function settle(
  delivery: Delivery,
  attempt: Attempt,
  { endpoint, schedule }: Courier,
  { store, clock, ids, report }: DeliveryDeps,
): Promise<Partial<Delivered>> {
  const { id, leaseId, requestId, channel, attempts, createdAt } = delivery;
  const at = clock.now();
  const now = at.toISOString();
  if (attempt.outcome === 'erased') {
    // The next claim drops the news of a request that is erased.
    await store.markRetry(id, leaseId, now, 'erased');
    return {};
  }
  const { outcome, status } = attempt;
  const told = { event: 'delivery', channel, requestId, outboxId: id, attempts, ...inLog(status) } as const;
  const log = (result: NonNullable<LogEvent['result']>) =>
    report({ ...told, result, ...(isSynthetic(requestId) && { synthetic: true }) });
  if (outcome === 'delivered') {
    await store.markDelivered(id, leaseId, now);
    log('delivered');
    return { delivered: 1 };
  }
  if (outcome === 'gone') {
    await store.stopEndpoint(endpoint, now);
    report({ event: 'alarm', alarm: 'endpoint-gone', channel });
  }
  // Being stopped is not the receiver's fault: the row waits for the next start.
  const retryAfter = outcome === 'later' ? attempt.retryAfter : undefined;
  const nextAt =
    status === 'stopped' ? at : nextAttempt({ attempts, createdAt, at, retryAfter }, schedule, chanceFrom(ids));
  if (outcome === 'never' || !nextAt) {
    await store.markDead(id, leaseId, now, status);
    log('dead');
    return { dead: 1 };
  }
  await store.markRetry(id, leaseId, nextAt.toISOString(), status);
  log('later');
  return { later: 1, nextAt };
}

/**
 * Says everything that is due on one way out, several at a time. Rows of one contact go one after the other, which the store sees to;
 * a row that fails or hangs holds up no other contact. Rejects where the store gives nothing out; a row whose end cannot be written
 * down comes again when its lease ends, under the same id.
 */
export async function deliverDue(courier: Courier, deps: DeliveryDeps, ending: Ending): Promise<Delivered> {
  const { store, clock, ids, report } = deps;
  const total: Delivered = { delivered: 0, later: 0, dead: 0 };
  const underWay = new Set<Promise<void>>();

  const claim = async (): Promise<Delivery[]> => {
    if (ending.claiming.aborted || (await store.endpointStoppedAt(courier.endpoint))) return [];
    const now = clock.now();
    return store.claimDue({
      channel: courier.channel,
      now: now.toISOString(),
      leaseUntil: new Date(now.getTime() + courier.timeoutMs + spareMs).toISOString(),
      leaseId: ids.uuid(),
      limit: atOnce - underWay.size,
    });
  };
  const failed = async (error: unknown): Promise<Attempt> => {
    report({ event: 'failure', failure: await failureHash(error) });
    return { outcome: 'later', status: 'failure' };
  };
  const say = async (delivery: Delivery): Promise<void> => {
    try {
      const attempt = await courier.send(delivery, ending.sending).catch(failed);
      const end = await settle(delivery, attempt, courier, deps);
      total.delivered += end.delivered ?? 0;
      total.later += end.later ?? 0;
      total.dead += end.dead ?? 0;
      if (end.nextAt && !(total.nextAt && total.nextAt <= end.nextAt)) total.nextAt = end.nextAt;
    } catch (error) {
      report({ event: 'failure', failure: await failureHash(error) });
    }
  };

  try {
    for (;;) {
      for (const delivery of await claim()) {
        const saying = say(delivery).finally(() => underWay.delete(saying));
        underWay.add(saying);
      }
      if (underWay.size === 0) return total;
      await Promise.race(underWay);
    }
  } finally {
    await Promise.all(underWay);
  }
}

import type { Courier } from '../delivery/attempt.ts';
import { type DeliveryDeps, deliverDue } from '../delivery/deliver-due.ts';
import type { Channel } from '../outbox.ts';

/** What came of going each way out once. */
export interface DeliveredOnce {
  delivered: number;
  later: number;
  dead: number;
  /** Ways whose endpoint said that it is gone: nothing goes there until a replay. */
  stopped: Channel[];
}

/** Says everything that is due now, on every way out, and ends; beside a running server, too. */
export async function deliverOnce(couriers: readonly Courier[], deps: DeliveryDeps): Promise<DeliveredOnce> {
  const never = new AbortController().signal;
  const total: DeliveredOnce = { delivered: 0, later: 0, dead: 0, stopped: [] };
  await Promise.all(
    couriers.map(async (courier) => {
      const { delivered, later, dead } = await deliverDue(courier, deps, { claiming: never, sending: never });
      total.delivered += delivered;
      total.later += later;
      total.dead += dead;
      if (await deps.store.endpointStoppedAt(courier.endpoint)) total.stopped.push(courier.channel);
    }),
  );
  return total;
}

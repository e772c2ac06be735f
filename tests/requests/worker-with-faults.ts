/**
 * The worker in a platform or with code that fails, for the tests of faults. `/api/fault/<name>` says which fault it has from then on;
 * without one it is the worker that is deployed. It logs where its consumer threw.
 */
import type { RequestStore } from '#requests/ports.ts';
import type { Bindings, Context } from '#requests/run/bindings.ts';
import { deliverFromWorker, testFromWorker } from '#requests/run/worker-delivery.ts';
import type { Ready } from '#requests/run/worker-deps.ts';
import { type Background, type WorkerSite, workerSite } from '#requests/run/worker-site.ts';

const whole: Background = { deliverDue: deliverFromWorker, testDelivery: testFromWorker };

/** Delivers from a store that is changed. */
const delivering = (change: (store: RequestStore) => Partial<RequestStore>): Background => ({
  ...whole,
  deliverDue: (ready: Ready) => {
    const { deps } = ready;
    return deliverFromWorker({ ...ready, deps: { ...deps, store: { ...deps.store, ...change(deps.store) } } });
  },
});

/** The whole worker over a changed platform. */
function over(change: (bindings: Bindings) => Bindings): WorkerSite {
  const site = workerSite(whole);
  return {
    fetch: (request, bindings, context) => site.fetch(request, change(bindings), context),
    queue: (batch, bindings) => site.queue(batch, change(bindings)),
    scheduled: (event, bindings) => site.scheduled(event, change(bindings)),
  };
}

const losing = (bindings: Bindings): Bindings => ({ ...bindings, DELIVERIES: { send: async () => {} } });

/** A store whose batches are no transactions. */
const oneByOne = ({ STORE, ...more }: Bindings): Bindings => ({
  ...more,
  STORE: {
    prepare: (sql) => STORE.prepare(sql),
    async batch(statements) {
      const results = [];
      for (const statement of statements) results.push(await statement.all<unknown>());
      return results;
    },
  },
});

const sites = {
  none: workerSite(whole),
  /** The platform loses every message. */
  'loses-messages': over(losing),
  /** It does, and the clock looks at no rows. */
  'trusts-the-queue': { ...over(losing), scheduled: async () => {} },
  /** Keeps from the queue that it failed. */
  'hides-failures': workerSite({ ...whole, deliverDue: (ready) => deliverFromWorker(ready).catch(() => {}) }),
  /** Delivers what another is delivering. */
  'forgets-leases': workerSite(
    delivering(({ claimDue }) => ({ claimDue: (claim) => claimDue({ ...claim, leaseUntil: claim.now }) })),
  ),
  /** Takes a lease that never ends for one that has not ended yet. */
  'waits-for-the-dead': workerSite(
    delivering(({ claimDue }) => ({ claimDue: (claim) => claimDue({ ...claim, now: '2026-01-01T00:00:00.000Z' }) })),
  ),
  /** Never says what waits too long. */
  'tells-no-alarm': workerSite(delivering(() => ({ claimAlarms: async () => [] }))),
  'writes-one-by-one': over(oneByOne),
} satisfies Record<string, WorkerSite>;

/** What can be wrong with it. */
export type Fault = keyof typeof sites;

let fault: Fault = 'none';

export default {
  async fetch(request: Request, bindings: Bindings, context: Context) {
    const named = /\/api\/fault\/(.+)$/.exec(request.url)?.[1];
    if (!named) return sites[fault].fetch(request, bindings, context);
    fault = named as Fault;
    return new Response();
  },
  async queue(batch: unknown, bindings: Bindings) {
    try {
      await sites[fault].queue(batch, bindings);
    } catch (error) {
      console.log('The consumer threw');
      throw error;
    }
  },
  scheduled: (event: { cron: string }, bindings: Bindings) => sites[fault].scheduled(event, bindings),
} satisfies WorkerSite;

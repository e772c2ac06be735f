import type { Carrier } from '#requests/delivery/carrier.ts';
import type { RequestStore } from '#requests/ports.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { carrierToken } from './fake-carrier.ts';
import { chance } from './random-hours.ts';
import { texting } from './texting.ts';

/** What came of many interleavings. `after` must be 0. */
export interface Interleaved {
  runs: number;
  /** Texts that left before STOP was answered. */
  before: number;
  /** Texts that left after it. */
  after: number;
  /** Runs in which STOP met a text under way. */
  met: number;
  /** Runs in which STOP was asked for again and done then. */
  again: number;
}

/** Keys cost time and prove nothing here. */
const openSeal = {
  sealer: { seal: async (body: string) => ({ keyId: 'open', body, wrappedKey: 'none' }) },
  opener: { open: async ({ body }: { body: string }) => body },
};

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** One run: asking, sending, a yes and a STOP at once, each verb of the store and each text taking its random time. */
async function interleaved(
  seed: number,
  wrap: (store: RequestStore) => RequestStore,
  result: Interleaved,
): Promise<void> {
  const random = chance(seed);
  const idle = async (most: number) => {
    for (let turns = Math.floor(random() * (most + 1)); turns > 0; turns -= 1) {
      site.clock.pass(50);
      await turn();
    }
  };
  const slow = new Proxy(wrap(memoryStore()), {
    get:
      (store, name: keyof RequestStore) =>
      async (...values: never[]) => {
        await idle(1);
        const answer = await (store[name] as (...all: never[]) => Promise<unknown>)(...values);
        if (name === 'stop' && answer === 'sending') hasMet = true;
        await idle(1);
        return answer;
      },
  });
  let hasMet = false;
  let isAnswered = false;
  const carrier: Carrier = {
    async send() {
      await idle(20);
      result[isAnswered ? 'after' : 'before'] += 1;
      await idle(5);
      return { is: 'taken', messageId: `SM${'1'.padStart(32, '0')}` };
    },
  };
  const wait = async (ms: number) => {
    site.clock.pass(ms / 10);
    await turn();
  };
  const site = texting({
    ...{ store: slow, carrier, opener: openSeal.opener },
    deps: { sealer: openSeal.sealer, sms: { token: carrierToken, wait } },
  });
  await site.asks();
  const stop = async () => {
    await idle(60);
    const id = `SM${String(seed).padStart(32, 'a')}`;
    for (let status = 503, tries = 0; status === 503; tries += 1) {
      ({ status } = await site.replies('STOP', undefined, { id }));
      if (status === 503 && tries === 0) result.again += 1;
    }
    isAnswered = true;
  };
  const sweeps = async () => {
    for (let rounds = 0; rounds < 6; rounds += 1) {
      await site.sweep();
      await idle(15);
    }
  };
  const yes = async () => {
    await idle(50);
    await site.replies('YES');
  };
  const asks = async () => {
    await idle(60);
    await site.asks({ topic: 'work' });
  };
  await Promise.all([stop(), sweeps(), yes(), asks(), sweeps(), yes()]);
  await site.asks({ topic: 'hours' });
  await site.replies('YES');
  site.clock.pass(25 * 3_600_000);
  await site.sweep();
  if (hasMet) result.met += 1;
}

/** Runs many. `wrap` plants a fault in the store. */
export async function interleavings(
  runs: number,
  wrap: (store: RequestStore) => RequestStore = (store) => store,
  seed = 1,
): Promise<Interleaved> {
  const result: Interleaved = { runs, before: 0, after: 0, met: 0, again: 0 };
  for (let run = 0; run < runs; run += 1) await interleaved(seed + run, wrap, result);
  return result;
}

import { randomUUID } from 'node:crypto';
import { hourlyBudget } from '#requests/http/budget.ts';
import { limitersBy, memoryLimiter } from '#requests/http/limiter.ts';
import type { RequestStore } from '#requests/ports.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { goodRequests } from './fixtures.ts';
import { chance } from './random-hours.ts';

/** What came of a flood. Every genuine request must be stored, and none withheld. */
export interface Flood {
  spam: number;
  /** Spam that was stored and set apart, was turned away, or passed for a person. */
  quarantined: number;
  turnedAway: number;
  unseen: number;
  genuine: number;
  genuineStored: number;
  genuineQuarantined: number;
  /** The same answer for spam that was stored as for a person. */
  answeredAlike: boolean;
}

type Sent = [request: Request, address: string];

/** How people send: with script, without, with an extension that adds a field, from a browser without Fetch Metadata. */
function genuinePost(number: number): Request {
  const phone = `312 555 ${String(number).padStart(4, '0')}`;
  const name = `Person ${number}`;
  const { callback, meeting } = goodRequests;
  const ways = [
    () => jsonPost({ ...callback, phone, requestId: randomUUID() }),
    () => formPost({ ...callback, phone, name: '', more: '' }),
    () => jsonPost({ ...callback, phone, extension: 'x', requestId: randomUUID() }),
    () => jsonPost({ ...meeting, name, email: `person${number}@example.org`, requestId: randomUUID() }),
    () => {
      const old = formPost({ ...callback, phone });
      old.headers.delete('sec-fetch-site');
      return old;
    },
  ];
  return (ways[number % ways.length] as () => Request)();
}

/** How programs send: they fill in every field, make up fields, name no page, come in bursts, repeat themselves. */
function spamPost(number: number): Request {
  const phone = `217 555 ${String(number % 10_000).padStart(4, '0')}`;
  const ways = [
    () => jsonPost({ ...goodRequests.callback, phone, more: 'http://x.example', website: 'x' }),
    () => formPost({ ...goodRequests.callback, phone, more: 'x', comment: 'buy' }),
    () => {
      const bare = jsonPost({ ...goodRequests.callback, phone, more: 'x' });
      bare.headers.delete('sec-fetch-site');
      bare.headers.delete('origin');
      return bare;
    },
    () => formPost({ ...goodRequests.callback, more: 'x' }),
    // Nothing tells this one from a person.
    () => jsonPost({ ...goodRequests.callback, phone }),
  ];
  return (ways[number % ways.length] as () => Request)();
}

/** How the flood is judged: the code's own way, or a broken one. */
export interface Judging {
  wrap?: (store: RequestStore) => RequestStore;
  seed?: number;
  /** How many requests an hour may hold. */
  budget?: number;
}

/** Sends spam from many addresses within an hour, people among it, by a clock that is moved. */
export async function flooded(spam: number, genuine: number, judging: Judging = {}): Promise<Flood> {
  const { wrap = (store) => store, seed = 1, budget } = judging;
  const random = chance(seed);
  let now = Date.parse('2026-11-23T15:00:00Z');
  const clock = { now: () => new Date(now) };
  const ids = {
    uuid: () => randomUUID() as string,
    random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  };
  const { send, deps } = endpoint({
    clock,
    store: wrap(memoryStore()),
    limiters: limitersBy(
      (limits) => memoryLimiter(limits, { clock, ids }),
      (error) => {
        throw error;
      },
    ),
    budget: budget === undefined ? hourlyBudget(clock) : hourlyBudget(clock, budget),
    sealer: { seal: async (body) => ({ keyId: 'open', body, wrappedKey: 'none' }) },
  });
  const order = [
    ...Array.from({ length: spam }, (_, number) => ({ number, isGenuine: false })),
    ...Array.from({ length: genuine }, (_, number) => ({ number, isGenuine: true })),
  ]
    .map((one) => ({ ...one, place: random() }))
    .sort((one, other) => one.place - other.place);
  const answers: { isGenuine: boolean; status: number; shape: string; reference: string | undefined }[] = [];
  for (const { number, isGenuine } of order) {
    now += Math.floor((random() * 2 * 3_500_000) / order.length);
    const [request, address]: Sent = isGenuine
      ? [genuinePost(number), `203.0.${number >> 8}.${number & 255}`]
      : [spamPost(number), `198.51.${Math.floor(random() * 8)}.${Math.floor(random() * 256)}`];
    const isJson = request.headers.get('content-type') === 'application/json';
    const response = await send(request, { address });
    const text = await response.text();
    const receipt = isJson && response.status === 201 ? JSON.parse(text) : undefined;
    const reference = receipt?.reference ?? /<b>(\w+)<\/b>/.exec(text)?.[1];
    answers.push({ isGenuine, status: response.status, shape: Object.keys(receipt ?? {}).join(), reference });
  }
  const rows = new Map((await deps.store.list()).map((row) => [row.reference, row.isQuarantined]));
  const count = (isGenuine: boolean, isIt: (isQuarantined: boolean | undefined) => boolean) =>
    answers.filter((one) => one.isGenuine === isGenuine && isIt(one.reference ? rows.get(one.reference) : undefined))
      .length;
  const stored = answers.filter(({ status, shape }) => status === 201 && shape !== '');
  return {
    spam,
    quarantined: count(false, (isQuarantined) => isQuarantined === true),
    turnedAway: count(false, (isQuarantined) => isQuarantined === undefined),
    unseen: count(false, (isQuarantined) => isQuarantined === false),
    genuine,
    genuineStored: count(true, (isQuarantined) => isQuarantined !== undefined),
    genuineQuarantined: count(true, (isQuarantined) => isQuarantined === true),
    answeredAlike: new Set(stored.map(({ shape }) => shape)).size === 1,
  };
}

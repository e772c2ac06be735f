import { randomUUID } from 'node:crypto';
import type { Carrier, Handed } from '#requests/delivery/carrier.ts';
import { smsSender } from '#requests/delivery/sms.ts';
import { expireTexts, sendDueTexts } from '#requests/delivery/text-round.ts';
import type { Deps } from '#requests/http/deps.ts';
import { limitersBy, noLimiter } from '#requests/http/limiter.ts';
import type { Opener, RequestStore } from '#requests/ports.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { endpoint, jsonPost, opener } from './endpoint.ts';
import { carrierToken, inbound } from './fake-carrier.ts';
import { goodRequests } from './fixtures.ts';

/** The phone of the good requests. */
export const phone = '+12175550142';

/** A clock that tests set. */
export function settableClock(start = '2026-11-23T15:00:00.000Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    set: (at: string) => {
      time = Date.parse(at);
    },
    pass: (ms: number) => {
      time += ms;
    },
  };
}

/** A text that left, and when. */
export interface Left {
  to: string;
  says: string;
  at: string;
}

/** A whole site that texts, in memory, with its clock and what left it. */
export function texting(
  own: { store?: RequestStore; carrier?: Carrier; start?: string; deps?: Partial<Deps>; opener?: Opener } = {},
) {
  const clock = settableClock(own.start);
  const left: Left[] = [];
  const script: Handed[] = [];
  const carrier: Carrier = own.carrier ?? {
    async send(text) {
      const said = script.shift();
      if (said) return said;
      left.push({ ...text, at: clock.now().toISOString() });
      return { is: 'taken', messageId: `SM${String(left.length).padStart(32, '0')}` };
    },
  };
  const { send, deps, log } = endpoint({
    store: own.store ?? memoryStore(),
    clock,
    limiters: limitersBy(
      () => noLimiter,
      () => {},
    ),
    sms: {
      token: carrierToken,
      async wait(ms) {
        clock.pass(ms);
      },
    },
    ...own.deps,
  });
  const { store, ids, manifest } = deps;
  const sender = smsSender({ store, opener: own.opener ?? opener, carrier, clock, ids, manifest });
  const round = { store, sender, clock, ids };
  return {
    ...{ clock, left, deps, log, store, sender, send },
    /** What the carrier says next, in place of taking the text. */
    says: (...next: Handed[]) => script.push(...next),
    /** Somebody asks for information by text; resolves to the id of the row. */
    async asks(changes: Record<string, unknown> = {}): Promise<string> {
      const response = await send(jsonPost({ ...goodRequests['text-info'], requestId: randomUUID(), ...changes }));
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
      const { reference } = (await response.json()) as { reference: string };
      return (await store.find(reference))?.id ?? '';
    },
    /** A message comes in; resolves to the status and the text of the answer. */
    async replies(says: string, from = phone, more: Parameters<typeof inbound>[2] = {}) {
      const response = await send(inbound(says, from, more));
      const answer = /<Message>(.*)<\/Message>/.exec(await response.text())?.[1];
      return { status: response.status, answer };
    },
    sweep: () => sendDueTexts(round),
    expire: () => expireTexts(round),
  };
}

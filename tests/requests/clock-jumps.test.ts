import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hourlyBudget } from '#requests/http/budget.ts';
import { limitersBy, memoryLimiter } from '#requests/http/limiter.ts';
import { deliveryRig } from './delivery-rig.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';
import { accepts, receiver } from './receiver.ts';

const hour = 3_600_000;
const address = '203.0.113.9';

/** An endpoint whose clock somebody else sets. */
function movable() {
  let now = Date.parse('2026-11-24T16:00:00Z');
  const clock = { now: () => new Date(now) };
  const ids = { uuid: () => randomUUID() as string, random: (count: number) => new Uint8Array(randomBytes(count)) };
  const failed = (error: unknown) => {
    throw error;
  };
  const limiters = limitersBy((limits) => memoryLimiter(limits, { clock, ids }), failed);
  const jump = (ms: number) => {
    now += ms;
  };
  return { ...endpoint({ clock, limiters, budget: hourlyBudget(clock) }), jump };
}

test.each([-1, -25, -24 * 365, 25, 24 * 365])(
  'a clock that jumps by %i hours turns nobody away who may ask',
  async (hours) => {
    const { send, deps, jump } = movable();
    for (let count = 0; count < 5; count += 1) await send(jsonPost(goodRequest), { address });
    expect((await send(jsonPost(goodRequest), { address })).status).toBe(429);
    jump(hours * hour);
    const response = await send(jsonPost({ ...goodRequest, phone: '217 555 0143' }), { address });
    expect(response.status).toBe(201);
    expect(await deps.store.list()).toHaveLength(6);
  },
);

test('a clock that jumps back answers a repeated key with the first answer', async () => {
  const { send, jump } = movable();
  const keyed = { ...goodRequest, requestId: randomUUID() };
  const first = await (await send(jsonPost(keyed))).json();
  jump(-30 * 24 * hour);
  const again = await send(jsonPost(keyed));
  expect([again.status, await again.json()]).toEqual([200, first]);
});

test.each([-2, 2])('a clock that jumps by %i hours loses no delivery', async (hours) => {
  const rig = deliveryRig();
  const desk = await receiver(accepts);
  const courier = rig.webhookTo(desk.url);
  const asked = [(await rig.ask()).reference];
  rig.pass(hours * 60);
  asked.push((await rig.ask()).reference);
  await rig.deliver(courier);
  rig.pass(3 * 60);
  await rig.deliver(courier);
  expect(desk.references().toSorted()).toEqual(asked.toSorted());
  await desk.close();
});

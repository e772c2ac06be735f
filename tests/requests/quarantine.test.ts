import { expect, test } from 'vitest';
import { hourlyBudget } from '#requests/http/budget.ts';
import { limitersBy, noLimiter } from '#requests/http/limiter.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';

const address = '203.0.113.9';
const numbered = (number: number) => ({ ...goodRequest, phone: `217 555 01${String(number).padStart(2, '0')}` });
const spam = (number: number) => ({ ...numbered(number), more: 'x', utm: 'y' });

test('two posts from one address within seconds are one sign, a filled trap the second', async () => {
  const { send, deps } = endpoint();
  await send(jsonPost(numbered(1)), { address });
  await send(jsonPost(numbered(2)), { address });
  await send(jsonPost({ ...numbered(3), more: 'x' }), { address });
  expect((await deps.store.list()).map(({ isQuarantined }) => isQuarantined)).toEqual([true, false, false]);
});

test('the same words for the fourth time within the hour are a sign, from whichever address', async () => {
  const { send, deps } = endpoint();
  for (let count = 0; count < 3; count += 1) await send(jsonPost({ ...goodRequest, more: 'x' }));
  await send(jsonPost(goodRequest));
  await send(jsonPost({ ...goodRequest, more: 'x' }));
  expect((await deps.store.list()).map(({ isQuarantined }) => isQuarantined)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('a budget is spent once an hour, and starts anew', () => {
  let now = Date.parse('2026-11-23T15:00:00Z');
  const budget = hourlyBudget({ now: () => new Date(now) }, 2);
  expect([budget.count(), budget.isSpent()]).toEqual([false, false]);
  expect([budget.count(), budget.isSpent()]).toEqual([true, true]);
  expect([budget.count(), budget.isSpent()]).toEqual([false, true]);
  now += 3_600_000;
  expect([budget.isSpent(), budget.count(), budget.count()]).toEqual([false, false, true]);
});

test('a flood raises one alarm; then programs are turned away, and people are not', async () => {
  const clock = { now: () => new Date('2026-11-23T15:00:00Z') };
  const { send, deps, log } = endpoint({ budget: hourlyBudget(clock, 5) });
  const statuses: number[] = [];
  for (let number = 0; number < 8; number += 1) statuses.push((await send(jsonPost(spam(number)))).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
  const turnedAway = await send(jsonPost(spam(9)));
  expect([turnedAway.headers.get('retry-after'), (await turnedAway.json()).phone]).toEqual(['3600', '217-555-0199']);
  for (let number = 20; number < 40; number += 1) {
    expect((await send(jsonPost(numbered(number)))).status).toBe(201);
  }
  expect(log.filter((line) => line.includes('"flood"'))).toHaveLength(1);
  expect((await deps.store.stats()).requests).toMatchObject({ open: 20, quarantined: 5 });
});

test('counters that fail turn nobody away, and each failure is told', async () => {
  const broken = async () => {
    throw new Error('no counters today');
  };
  let failures = 0;
  const limiters = limitersBy(
    () => ({ ...noLimiter, take: broken, count: broken }),
    () => {
      failures += 1;
    },
  );
  const { send, deps } = endpoint({ limiters });
  expect((await send(jsonPost(goodRequest))).status).toBe(201);
  expect(await deps.store.list()).toHaveLength(1);
  expect(failures).toBe(4);
});

test('a person who sends the same key again is not counted twice', async () => {
  const { send } = endpoint();
  const keyed = { ...goodRequest, requestId: '3f2b8c1e-7a54-4d0e-9b1a-2c6d5e4f3a21' };
  for (let count = 0; count < 12; count += 1) {
    expect((await send(jsonPost(keyed), { address })).status).toBe(count === 0 ? 201 : 200);
  }
});

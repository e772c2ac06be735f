import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { limitersBy, limits, memoryLimiter, noLimiter } from '#requests/http/limiter.ts';
import { readyToDeliver } from '#requests/run/delivery.ts';
import { readSettings } from '#requests/run/settings.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';

function limiterAt(start: string) {
  let now = new Date(start).getTime();
  const ids = { uuid: () => '', random: (count: number) => new Uint8Array(randomBytes(count)) };
  const limiter = memoryLimiter(limits.accepted, { clock: { now: () => new Date(now) }, ids });
  return { limiter, pass: (minutes: number) => (now += minutes * 60_000) };
}

test('five in ten minutes pass, across the change of the hour and its key', async () => {
  const { limiter, pass } = limiterAt('2026-11-23T14:57:00Z');
  for (let count = 0; count < 5; count += 1) {
    expect((await limiter.take('192.0.2.1')).seconds).toBe(0);
    pass(1);
  }
  expect((await limiter.take('192.0.2.1')).seconds).toBe(300);
  expect((await limiter.take('192.0.2.2')).seconds).toBe(0);
  pass(5);
  expect((await limiter.take('192.0.2.1')).seconds).toBe(0);
});

test('twenty a day pass, however slowly', async () => {
  const { limiter, pass } = limiterAt('2026-11-23T00:30:00Z');
  for (let count = 0; count < 20; count += 1) {
    await limiter.count('2001:db8::1');
    pass(60);
  }
  expect((await limiter.take('2001:db8::2')).seconds).toBe(4 * 3600);
  pass(4 * 60);
  expect((await limiter.take('2001:db8::2')).seconds).toBe(0);
});

test('an unknown address is never over a limit', async () => {
  const { limiter } = limiterAt('2026-11-23T00:30:00Z');
  for (let count = 0; count < 30; count += 1) await limiter.count(undefined);
  expect((await limiter.take(undefined)).seconds).toBe(0);
});

test('a server that nobody writes to forgets its counters within a day, too', async () => {
  const { limiter, pass } = limiterAt('2026-11-23T14:30:00Z');
  for (let count = 0; count < 5; count += 1) await limiter.take('192.0.2.1');
  pass(23 * 60);
  limiter.forgetOld();
  pass(-23 * 60);
  expect((await limiter.take('192.0.2.1')).seconds).toBe(600);
  pass(24 * 60);
  limiter.forgetOld();
  pass(-24 * 60);
  expect((await limiter.take('192.0.2.1')).seconds).toBe(0);
});

test('the sweep of a server makes all its limiters forget', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'limiter-'));
  const read = readSettings({ DATA_DIR });
  if (!read.ok) throw new Error(read.problems.join());
  let forgotten = 0;
  const limiters = limitersBy(
    () => ({ ...noLimiter, forgetOld: () => (forgotten += 1) }),
    () => {},
  );
  const start = await readyToDeliver(read.settings, endpoint({ limiters }).deps, 0);
  await start().stop();
  rmSync(DATA_DIR, { recursive: true });
  expect(forgotten).toBe(Object.keys(limits).length);
});

const address = '203.0.113.9';
const numbered = (number: number) => ({ ...goodRequest, phone: `217 555 01${String(number).padStart(2, '0')}` });
const numbers = Array.from({ length: 50 }, (_, number) => number);

test('of fifty posts that come together from one address, five are saved', async () => {
  const { send, deps } = endpoint();
  const answers = await Promise.all(numbers.map((number) => send(jsonPost(numbered(number)), { address })));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(45);
  expect(await deps.store.list()).toHaveLength(5);
});

test('of seventy posts that come together from one address, sixty are read', async () => {
  const { send } = endpoint();
  const posts = Array.from({ length: 70 }, () => send(jsonPost({}), { address }));
  const statuses = (await Promise.all(posts)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(60);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test('a request that could not be saved counts for nothing', async () => {
  const store = memoryStore();
  let isBroken = true;
  const accept: typeof store.accept = async (acceptance) => {
    if (isBroken) throw new Error('no disk today');
    return await store.accept(acceptance);
  };
  const { send, deps } = endpoint({ store: { ...store, accept } });
  for (const number of numbers.slice(0, 10))
    expect((await send(jsonPost({ ...numbered(number), more: 'x' }), { address })).status).toBe(503);
  isBroken = false;
  // Neither turned away nor, with the filled trap as the one sign, put aside.
  expect((await send(jsonPost({ ...numbered(0), more: 'x' }), { address })).status).toBe(201);
  expect(await deps.store.list()).toMatchObject([{ isQuarantined: false }]);
});

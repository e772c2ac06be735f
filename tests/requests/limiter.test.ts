import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { limits, memoryLimiter } from '#requests/http/limiter.ts';

function limiterAt(start: string) {
  let now = new Date(start).getTime();
  const ids = { uuid: () => '', random: (count: number) => new Uint8Array(randomBytes(count)) };
  const limiter = memoryLimiter(limits.accepted, { clock: { now: () => new Date(now) }, ids });
  return { limiter, pass: (minutes: number) => (now += minutes * 60_000) };
}

test('five in ten minutes pass, across the change of the hour and its key', async () => {
  const { limiter, pass } = limiterAt('2026-11-23T14:57:00Z');
  for (let count = 0; count < 5; count += 1) {
    expect(await limiter.secondsToWait('192.0.2.1')).toBe(0);
    await limiter.count('192.0.2.1');
    pass(1);
  }
  expect(await limiter.secondsToWait('192.0.2.1')).toBe(300);
  expect(await limiter.secondsToWait('192.0.2.2')).toBe(0);
  pass(5);
  expect(await limiter.secondsToWait('192.0.2.1')).toBe(0);
});

test('twenty a day pass, however slowly', async () => {
  const { limiter, pass } = limiterAt('2026-11-23T00:30:00Z');
  for (let count = 0; count < 20; count += 1) {
    await limiter.count('2001:db8::1');
    pass(60);
  }
  expect(await limiter.secondsToWait('2001:db8::2')).toBe(4 * 3600);
  pass(4 * 60);
  expect(await limiter.secondsToWait('2001:db8::2')).toBe(0);
});

test('an unknown address is never over a limit', async () => {
  const { limiter } = limiterAt('2026-11-23T00:30:00Z');
  for (let count = 0; count < 30; count += 1) await limiter.count(undefined);
  expect(await limiter.secondsToWait(undefined)).toBe(0);
});

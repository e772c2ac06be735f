import { expect, test } from 'vitest';
import { retentionLimits, runEvery } from '#requests/retention.ts';

const now = new Date('2026-11-30T12:00:00Z');
const daysBefore = (days: number) => now.getTime() - days * 24 * 3_600_000;

test.each([1, 7, 30])('with %i days, a request is erased in time even when one run fails', (days) => {
  const latestKept = new Date(retentionLimits(now, days).receivedUpTo).getTime();
  expect(latestKept - daysBefore(days)).toBe(2 * runEvery);
});

test('a key of a client is known for seven days, whatever the operator promises', () => {
  for (const days of [1, 30]) expect(retentionLimits(now, days).boundUpTo).toBe('2026-11-23T12:00:00.000Z');
});

test('what is erased counts as erased now', () => {
  expect(retentionLimits(now, 30).at).toBe('2026-11-30T12:00:00.000Z');
});

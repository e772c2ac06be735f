import { expect, test } from 'vitest';
import type { RequestStore } from '#requests/ports.ts';
import { planText } from '#requests/text-plan.ts';
import { textingHoursTable } from './fixtures.ts';
import { interleavings } from './interleavings.ts';
import { randomHours } from './random-hours.ts';

test('at random times no text goes out in an hour that is not decent everywhere, unless the person has just asked for it', () => {
  const result = randomHours(20_000, textingHoursTable);
  expect(result.outside).toBe(0);
  expect(Math.min(result.sent, result.put, result.prompted)).toBeGreaterThan(100);
}, 120_000);

test('a plan that forgets the area code is found', () => {
  const careless: typeof planText = (due, at, hours) =>
    planText({ ...due, phoned: { ...due.phoned, phone: '+13125550142' } }, at, hours);
  expect(randomHours(2000, textingHoursTable, 1, careless).outside).toBeGreaterThan(0);
});

test('however asking, sending, yes and STOP fall together, no text leaves after STOP is answered', async () => {
  const result = await interleavings(1000);
  expect(result.after).toBe(0);
  expect(result.before).toBeGreaterThan(500);
  expect(result.met).toBeGreaterThan(50);
}, 120_000);

test.each([
  {
    fault: 'does not wait for a text under way',
    wrap: (store: RequestStore): RequestStore => ({
      ...store,
      stop: async (stop) => {
        await store.stop({ ...stop, at: '2100-01-01T00:00:00.000Z' });
        return 'stopped' as const;
      },
    }),
  },
  {
    fault: 'forgets whom it has suppressed',
    wrap: (store: RequestStore): RequestStore => ({
      ...store,
      stop: async () => 'stopped' as const,
    }),
  },
])('a store that $fault is found', async ({ wrap }) => {
  expect((await interleavings(100, wrap)).after).toBeGreaterThan(0);
});

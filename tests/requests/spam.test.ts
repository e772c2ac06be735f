import { expect, test } from 'vitest';
import type { RequestStore } from '#requests/ports.ts';
import { flooded } from './spam.ts';

test('in a flood every person is stored, none is set apart, and programs are', async () => {
  const { spam, ...result } = await flooded(2000, 40, { budget: 400 });
  expect(result).toMatchObject({ genuine: 40, genuineStored: 40, genuineQuarantined: 0, answeredAlike: true });
  expect(result.quarantined + result.turnedAway).toBeGreaterThan(0.75 * spam);
  expect(Math.min(result.quarantined, result.turnedAway)).toBeGreaterThan(100);
});

const suspectsAll = (store: RequestStore): RequestStore => ({
  ...store,
  accept: (rows) => store.accept({ ...rows, request: { ...rows.request, isQuarantined: true } }),
});
const dropsSome = (store: RequestStore): RequestStore => ({
  ...store,
  accept: async (rows) => (rows.request.reference < 'D' ? 'accepted' : store.accept(rows)),
});

test('a site that suspects everybody, and one that drops some without a word, are found', async () => {
  expect((await flooded(50, 20, { wrap: suspectsAll })).genuineQuarantined).toBe(20);
  expect((await flooded(50, 40, { wrap: dropsSome })).genuineStored).toBeLessThan(40);
});

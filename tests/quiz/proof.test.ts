import { expect, test } from 'vitest';
import { holds, prove, summary } from '#quiz/proof.ts';
import { tables } from '#quiz/rules.ts';

test('every invariant holds in all 11,943,936 combinations of readings', { timeout: 120_000 }, () => {
  const proof = prove(tables);
  console.log(summary(proof).join('\n'));
  expect(proof.cases).toBe(11_943_936);
  expect(proof.checks.map(({ invariant, failures }) => [invariant, failures])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 13].map((invariant) => [invariant, []]),
  );
  expect(holds(proof)).toBe(true);
});

import { expect, test } from 'vitest';
import { table } from '../../bench/table.ts';

test('a table shows every figure and how many times each peer ours is', () => {
  const shown = table(
    ['ours', 'reducer', 'SurveyJS'],
    [
      { measure: 'ready, ms', figures: [120, 100, 480] },
      { measure: 'script, kB', figures: [14.25, 5, 267.5], digits: 1 },
    ],
  );
  expect(shown).toMatchInlineSnapshot(`
    "            ours  reducer  SurveyJS  ours ÷ reducer  ours ÷ SurveyJS
    ready, ms    120      100       480            1.20             0.25
    script, kB  14.3      5.0     267.5            2.85             0.05"
  `);
});

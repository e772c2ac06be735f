import { expect, test } from 'vitest';
import { holds, prove } from '#quiz/proof.ts';
import { type ScoreRow, type SettingRule, type Tables, tables, type UrgencyRule } from '#quiz/rules.ts';

const setting = tables.setting as readonly SettingRule[];
const urgency = tables.urgency as readonly UrgencyRule[];
const score = tables.score as readonly ScoreRow[];
const none = [0, 0, 0, 0] as const;

/** Faults a hurried edit could make, and the invariants that must notice. */
const faults: { fault: string; broken: Tables; noticedBy: number[] }[] = [
  {
    fault: 'six signs count for less than four',
    broken: {
      ...tables,
      setting: setting.map((rule) =>
        rule.rule === 'R-SIGNS' ? { ...rule, floors: { ...rule.floors, few: [0, 1, 2, 1] } } : rule,
      ),
    },
    noticedBy: [3],
  },
  {
    fault: 'a withdrawal score of 2 only means "see a professional soon"',
    broken: {
      ...tables,
      urgency: urgency.map((rule) => (rule.when.score === '2' ? { ...rule, urgency: 1 } : rule)),
    },
    noticedBy: [2, 7, 8],
  },
  {
    fault: 'a seizure when stopping scores less than none',
    broken: {
      ...tables,
      score: score.map((row) => (row.when.alcohol ? { ...row, most: [1, 0, 0] } : row)),
    },
    noticedBy: [3],
  },
  {
    fault: 'going back to use after IOP is forgotten',
    broken: { ...tables, setting: setting.filter(({ rule }) => rule !== 'R-TRIED') },
    noticedBy: [6, 8],
  },
  {
    fault: 'mixing downers is forgotten',
    broken: { ...tables, setting: setting.filter(({ rule }) => rule !== 'R-MIX') },
    noticedBy: [8],
  },
  {
    fault: 'weekly care is enough for severe mental symptoms',
    broken: {
      ...tables,
      setting: setting.map((rule) =>
        rule.when.mental === 'severe'
          ? { ...rule, floors: { quiet: none, finished: none, few: none, most: none } }
          : rule,
      ),
    },
    noticedBy: [6, 7, 8],
  },
];

test.each(faults)('the proof fails when $fault', { timeout: 120_000 }, ({ broken, noticedBy }) => {
  const proof = prove(broken);
  const failing = proof.checks.filter(({ failed }) => failed > 0);
  expect(holds(proof)).toBe(false);
  expect(failing.map(({ invariant }) => invariant)).toEqual(expect.arrayContaining(noticedBy));
  for (const { failures } of failing) expect(failures.length).toBeGreaterThan(0);
});

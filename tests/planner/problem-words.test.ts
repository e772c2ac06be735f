import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import { planAroundWork } from '#planner/plan.ts';
import { problemCodes } from '#planner/problem.ts';
import { errorsIn, problemText } from '#planner/problem-words.ts';
import type { Situation } from '#planner/week.ts';
import { plannerWords } from './planner-words.ts';
import { nineToFive } from './situations.ts';

const problemsOf = (more: Partial<Situation>) => planAroundWork({ ...nineToFive, ...more }, []).problems;

test.each(locales)('every problem is told in whole words (%s)', (locale) => {
  for (const code of problemCodes) {
    const text = problemText({ field: 'shifts.0.end', code, other: 1, week: 3 }, plannerWords[locale].form);
    expect(text).toMatch(/^\p{Lu}[^{}]+$/u);
  }
});

test('a row is named as the reader counts: the first is 1', () => {
  expect(
    problemText({ field: 'shifts.2.start', code: 'overlaps', other: 0 }, plannerWords.en.form),
  ).toMatchInlineSnapshot(`"This shift meets shift 1. Change one of them"`);
});

test('a pattern with a week off, and a week without work, are remarked on and no error', () => {
  const shifts = nineToFive.shifts.map((shift) => ({ ...shift, weeks: [1] }));
  const weekOff = problemsOf({ shifts, rotation: { length: 2, current: 1 } });
  expect(weekOff).toHaveLength(1);
  expect(errorsIn([...weekOff, ...problemsOf({ shifts: [] })])).toEqual([]);
  expect(errorsIn(problemsOf({ zone: 'Here' }))).toHaveLength(1);
});

/** The numbers that a message names, and what the engine says one step beyond each. */
test.each([
  ['ways', (value: number) => problemsOf({ commute: { work: value, program: 0 } }), 1],
  ['ways', (value: number) => problemsOf({ commute: { work: 0, program: 0, between: value } }), 1],
  ['sleepAfterNight', (value: number) => problemsOf({ sleepAfterNight: value }), 0.5],
  ['weeklyHours', (value: number) => problemsOf({ jobs: [{ weeklyHours: value }] }), 0.5],
  ['leaveTaken', (value: number) => problemsOf({ jobs: [{ leaveTaken: value }] }), 0.5],
] as const)('the message for "%s" names the bounds that the engine keeps', (name, problems, step) => {
  for (const locale of locales) {
    const words = plannerWords[locale].form;
    const [least = Number.NaN, most = Number.NaN] = words.outOfRange[name].match(/\d+/g)?.map(Number) ?? [];
    expect([problems(least), problems(most)]).toEqual([[], []]);
    for (const beyond of [least - step, most + step]) {
      const [problem] = problems(beyond);
      expect(problem && problemText(problem, words)).toBe(words.outOfRange[name]);
    }
  }
});

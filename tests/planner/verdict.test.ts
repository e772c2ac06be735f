import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import { planAroundWork, type RankedOption } from '#planner/plan.ts';
import { reasonsFor, verdictOf } from '#planner/verdict.ts';
import type { Situation } from '#planner/week.ts';
import { plannerWords } from './planner-words.ts';
import { nineToFive } from './situations.ts';
import { timetables } from './timetables.ts';

const plan = (more: Partial<Situation> = {}) => planAroundWork({ ...nineToFive, ...more }, timetables);
const verdict = (more: Partial<Situation> = {}) => verdictOf(plan(more), plannerWords.en);
const reasons = (track: string, more: Partial<Situation> = {}) =>
  reasonsFor(plan(more).options.find((option) => option.track === track) as RankedOption, plannerWords.en);
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const allDay = [{ days: everyDay, start: '08:00', end: '22:00' }];

test('where some fit, their number is the answer', () => {
  expect(verdict()).toEqual([expect.stringMatching(/^\d of \d+ timetables fit with no time off work\.$/)]);
});

test('where a day program does not fit the answer is leave, never less care', () => {
  expect(verdict({ suggested: 'php' })).toMatchInlineSnapshot(`
    [
      "No timetable of this kind fits as it is. The first one below needs 25 hours a week off work.",
      "This is no reason to take less care than was suggested. Leave, other hours or another program can make room.",
    ]
  `);
});

test('where no timetable fits the answer is leave, or what else gives way', () => {
  expect(verdict({ shifts: allDay })[1]).toMatch(/^This is no reason to take less care/);
  const bound = { shifts: [], blocks: [{ kind: 'child-care' as const, days: everyDay, start: '06:00', end: '22:30' }] };
  expect(verdict(bound)[0]).toMatch(/needs no time off work, but it takes some of your sleep or fixed times/);
});

test('a stay is told as leave from all work', () => {
  expect(verdict({ suggested: 'residential' })).toEqual([
    expect.stringContaining('40 hours a week, and 320 hours in 8 weeks'),
  ]);
});

test('without a timetable of the kind the answer is to ask a program', () => {
  expect(verdictOf(planAroundWork(nineToFive, []), plannerWords.en)).toEqual([
    plannerWords.en.result.verdict.noTimetables,
  ]);
});

test('reasons name what is in the way, what it takes, and why another is better', () => {
  expect(reasons('evening-3x3')[0]).toBe('Nothing is in the way.');
  expect(reasons('morning-3x3')).toMatchInlineSnapshot(`
    [
      "In 12 weeks: 36 times during work.",
      "Needs 12 hours a week off work.",
      "It clashes more often than the one before.",
    ]
  `);
  const nights = { shifts: [{ days: everyDay.slice(0, 5), start: '23:00', end: '07:00' }] };
  expect(reasons('morning-3x3', nights)).toMatchInlineSnapshot(`
    [
      "In 12 weeks: 24 times in your sleep after a night shift, 96 hours in all.",
      "As good as the one before.",
    ]
  `);
});

test('weeks that differ are told by their mean and by the fullest', () => {
  const shifts = [{ days: ['monday' as const], weeks: [1], start: '09:00', end: '17:00' }];
  expect(reasons('morning-3x3', { shifts, rotation: { length: 2, current: 1 } })[1]).toMatch(
    /^Needs .* on average, at most /,
  );
});

test.each(locales)('no sentence has an open place, whatever the week (%s)', (locale) => {
  const weeks: Partial<Situation>[] = [
    {},
    { suggested: 'php' },
    { suggested: 'residential' },
    { shifts: allDay },
    { shifts: [], jobs: [{ isOwnBoss: true }] },
    { shifts: [{ days: everyDay, start: '22:00', end: '06:00' }] },
  ];
  for (const more of weeks) {
    const { options } = plan(more);
    const told = [
      ...verdictOf(plan(more), plannerWords[locale]),
      ...options.flatMap((option) => reasonsFor(option, plannerWords[locale])),
    ];
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told) expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planAroundWork } from '#planner/plan.ts';
import type { FixedBlock, Shift } from '#planner/shift.ts';
import type { Situation } from '#planner/week.ts';
import { anySituation, anyTracks } from './any-week.ts';
import { nineToFive } from './situations.ts';
import { timetables } from './timetables.ts';

const problemsOf = (more: Partial<Situation>) => planAroundWork({ ...nineToFive, ...more }, timetables).problems;
const saturday = (more: Partial<Shift>): Shift => ({ days: ['saturday'], start: '10:00', end: '14:00', ...more });
/** Nine to five, and one row more. */
const problemsWith = (row: Shift, more: Partial<Situation> = {}) =>
  problemsOf({ shifts: [...nineToFive.shifts, row], ...more });

test.each<[string, Shift, object[]]>([
  ['same start and end', saturday({ end: '10:00' }), [{ field: 'shifts.1.end', code: 'zero-length' }]],
  ['a night shift without the tick', saturday({ start: '22:00', end: '06:00' }), []],
  ['an end at midnight', saturday({ start: '16:00', end: '00:00' }), []],
  ['fourteen hours over midnight', saturday({ start: '18:00', end: '08:00' }), []],
  [
    'nine to five the wrong way round',
    saturday({ start: '17:00', end: '09:00' }),
    [{ field: 'shifts.1.end', code: 'ends-before-start' }],
  ],
  [
    'the same with the tick: sixteen hours are meant',
    saturday({ start: '17:00', end: '09:00', endsNextDay: true }),
    [],
  ],
  ['24 hours with the tick', saturday({ start: '10:00', end: '10:00', endsNextDay: true }), []],
  [
    '25 hours',
    saturday({ start: '10:00', end: '11:00', endsNextDay: true }),
    [{ field: 'shifts.1.end', code: 'longer-than-a-day' }],
  ],
  ['no start', saturday({ start: '' }), [{ field: 'shifts.1.start', code: 'not-a-time' }]],
  [
    'no such time',
    saturday({ start: '25:00', end: '9' }),
    [
      { field: 'shifts.1.start', code: 'not-a-time' },
      { field: 'shifts.1.end', code: 'not-a-time' },
    ],
  ],
  ['no day', saturday({ days: [] }), [{ field: 'shifts.1.days', code: 'no-day' }]],
  ['a week that the pattern has not', saturday({ weeks: [2] }), [{ field: 'shifts.1.weeks', code: 'no-week' }]],
  [
    'two shifts at once',
    saturday({ days: ['friday'], start: '16:59', end: '20:00' }),
    [{ field: 'shifts.1.start', code: 'overlaps', other: 0 }],
  ],
  ['two shifts that touch', saturday({ days: ['friday'], start: '17:00', end: '20:00' }), []],
  [
    'a night into the next shift',
    saturday({ days: ['sunday'], start: '22:00', end: '09:01' }),
    [{ field: 'shifts.1.start', code: 'overlaps', other: 0 }],
  ],
])('a row with %s', (_, row, problems) => {
  expect(problemsWith(row)).toEqual(problems);
});

test('a fixed block is read like a shift, but may lie on one', () => {
  const block = (more: Partial<FixedBlock>): FixedBlock => ({ kind: 'child-care', ...saturday({}), ...more });
  const blocks = [block({ days: ['monday'] }), block({}), block({}), block({ end: 'x' })];
  expect(problemsOf({ blocks })).toEqual([{ field: 'blocks.3.end', code: 'not-a-time' }]);
});

test.each<[string, Partial<Situation>, object]>([
  ['no shifts', { shifts: [] }, { field: 'shifts', code: 'empty' }],
  [
    'a week off',
    { rotation: { length: 2, current: 1 }, shifts: [saturday({ weeks: [1] })] },
    { field: 'shifts', code: 'empty-week', week: 2 },
  ],
  [
    'a pattern of five weeks',
    { rotation: { length: 5, current: 1 } },
    { field: 'rotation.length', code: 'out-of-range' },
  ],
  [
    'a current week beyond the pattern',
    { rotation: { length: 1, current: 2 } },
    { field: 'rotation.current', code: 'out-of-range' },
  ],
  [
    'a way of no length',
    { commute: { work: Number.NaN, program: 0 } },
    { field: 'commute.work', code: 'out-of-range' },
  ],
  ['a way of five hours', { commute: { work: 0, program: 300 } }, { field: 'commute.program', code: 'out-of-range' }],
  [
    'a way back in time',
    { commute: { work: 0, program: 0, between: -1 } },
    { field: 'commute.between', code: 'out-of-range' },
  ],
  ['a day of sleep', { sleepAfterNight: 24 }, { field: 'sleepAfterNight', code: 'out-of-range' }],
  [
    'a usual week of 169 hours',
    { jobs: [{ weeklyHours: 169 }] },
    { field: 'jobs.0.weeklyHours', code: 'out-of-range' },
  ],
  ['negative leave', { jobs: [{}, { leaveTaken: -1 }] }, { field: 'jobs.1.leaveTaken', code: 'out-of-range' }],
  ['a zone that is none', { zone: 'America/Springfield' }, { field: 'zone', code: 'unknown-zone' }],
  ['an offset for a zone', { zone: '+05:00' }, { field: 'zone', code: 'unknown-zone' }],
  ['a 30 February', { from: '2026-02-30' }, { field: 'from', code: 'not-a-date' }],
  ['no date', { from: '' }, { field: 'from', code: 'not-a-date' }],
])('a situation with %s', (_, more, problem) => {
  expect(problemsOf(more)).toEqual([problem]);
});

test('more hours than a week has are told, and so is what makes them', () => {
  const day: Shift = {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    start: '00:00',
    end: '00:00',
    endsNextDay: true,
  };
  expect(problemsOf({ shifts: [day] })).toEqual([]);
  expect(problemsOf({ shifts: [day, saturday({})] })).toEqual([
    { field: 'shifts.1.start', code: 'overlaps', other: 0 },
    { field: 'shifts', code: 'more-than-a-week', week: 1 },
  ]);
});

test('shifts overlap from the last week of a pattern into the first', () => {
  const shifts = [
    saturday({ days: ['sunday'], weeks: [2], start: '22:00', end: '06:00' }),
    saturday({ days: ['monday'], weeks: [1], start: '05:00', end: '13:00' }),
    saturday({ days: ['monday'], weeks: [2], start: '05:00', end: '13:00' }),
  ];
  expect(problemsOf({ shifts, rotation: { length: 2, current: 1 } })).toEqual([
    { field: 'shifts.1.start', code: 'overlaps', other: 0 },
  ]);
});

const badRow = fc.constantFrom<Shift>(
  saturday({ end: '10:00' }),
  saturday({ start: '17:00', end: '09:00' }),
  saturday({ end: '11:00', endsNextDay: true }),
  saturday({ days: [] }),
  saturday({ start: 'soon' }),
);

test('a row with a problem is left out and everything else stays', () => {
  fc.assert(
    fc.property(anySituation, anyTracks, badRow, (situation, tracks, row) => {
      const plan = planAroundWork(situation, tracks);
      const more = planAroundWork(
        { ...situation, shifts: [...situation.shifts, row], blocks: [...situation.blocks, { kind: 'other', ...row }] },
        tracks,
      );
      expect(more.problems.length).toBeGreaterThan(plan.problems.length);
      expect({ ...more, problems: [] }).toEqual({ ...plan, problems: [] });
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('a plan comes back whatever is entered', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('08:00', '17:00', '24:00', '2026-01-05', 'America/Chicago', 'constructor'),
  );
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, 1, 2, 4, 8, -1, 1e9));
  const row = fc.record(
    {
      days: fc.array(text as fc.Arbitrary<'monday'>),
      weeks: fc.array(number),
      start: text,
      end: text,
      endsNextDay: fc.boolean(),
      job: number,
    },
    { requiredKeys: ['days', 'start', 'end'] },
  );
  const job = fc.record({ weeklyHours: number, leaveTaken: number, isOwnBoss: fc.boolean() }, { requiredKeys: [] });
  const anything: fc.Arbitrary<Situation> = fc.record({
    zone: text,
    from: text,
    rotation: fc.record({ length: number, current: number }),
    shifts: fc.array(row),
    blocks: fc.array(row.map((hours) => ({ kind: 'other' as const, ...hours }))),
    commute: fc.record({ work: number, program: number, between: number }),
    sleepAfterNight: number,
    jobs: fc.array(job),
    suggested: fc.constantFrom('iop' as const, 'php' as const, 'residential' as const),
  });
  fc.assert(
    fc.property(anything, (situation) => {
      const { weeks, away, options } = planAroundWork(situation, timetables);
      for (const { load } of weeks)
        expect(Object.values(load).every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      const lefts = [away, ...options].flatMap(({ jobs }) => jobs).map(({ left }) => left);
      for (const left of lefts)
        if (left) expect(Math.min(left.before, left.after[8], left.after[16])).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
}, 60_000);

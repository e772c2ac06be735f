import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesAhead } from '#i18n/time-zone.ts';
import { clockOf, minutesInWeek, readWall } from '#planner/clock.ts';
import { planAroundWork } from '#planner/plan.ts';
import { weekdays } from '#planner/shift.ts';
import { clockTime, zones } from './any-week.ts';
import { nineToFive, oneSession } from './situations.ts';

const wall = (text: string) => Date.parse(`${text}Z`) / 60_000;
const year = { from: wall('2026-01-01T00:00'), to: wall('2027-01-01T00:00') };

/** Real minutes of a night shift, and of the week it is in. */
function nightOf(zone: string, from: string, start = '23:00', end = '07:00') {
  const shifts = [{ days: ['saturday' as const], start, end }];
  const [week] = planAroundWork({ ...nineToFive, zone, from, shifts }, []).weeks;
  return [week?.load.work, week?.minutes];
}

test.each([
  ['America/Chicago', '2026-03-02', 7 * 60, minutesInWeek - 60],
  ['America/Chicago', '2026-03-09', 8 * 60, minutesInWeek],
  ['America/Chicago', '2026-10-26', 9 * 60, minutesInWeek + 60],
  ['Europe/Madrid', '2026-03-23', 7 * 60, minutesInWeek - 60],
  ['Europe/Madrid', '2026-10-19', 9 * 60, minutesInWeek + 60],
  ['Australia/Lord_Howe', '2026-09-28', 7.5 * 60, minutesInWeek - 30],
  ['Australia/Lord_Howe', '2026-03-30', 8.5 * 60, minutesInWeek + 30],
  ['America/Santiago', '2026-08-31', 7 * 60, minutesInWeek - 60],
  ['America/Santiago', '2026-03-30', 9 * 60, minutesInWeek + 60],
  ['America/Phoenix', '2026-03-02', 8 * 60, minutesInWeek],
])('a night from eleven to seven in %s in the week of %s lasts %d minutes', (zone, from, night, week) => {
  expect(nightOf(zone, from)).toEqual([night, week]);
});

test('a time that the clock skips is the moment of the change, and one that comes twice is its first coming', () => {
  expect(nightOf('America/Chicago', '2026-03-02', '22:00', '02:30')[0]).toBe(4 * 60);
  expect(nightOf('America/Chicago', '2026-10-26', '22:00', '01:30')[0]).toBe(3.5 * 60);
  expect(nightOf('America/Chicago', '2026-10-26', '22:00', '02:00')[0]).toBe(5 * 60);
});

test('a clock reads back what was set, and keeps the order of times, in every zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: year.from, max: year.to }),
      fc.nat(3000),
      (zone, time, more) => {
        const clock = clockOf(zone, year);
        const [one, other] = [clock.instantOf(time), clock.instantOf(time + more)];
        expect(other).toBeGreaterThanOrEqual(one);
        expect(clock.wallOf(one)).toBeGreaterThanOrEqual(time);
        expect(clock.wallOf(one - 1)).toBeLessThan(time);
        expect(clock.wallOf(time) - time).toBe(minutesAhead(new Date(time * 60_000), 'UTC', zone));
      },
    ),
    { numRuns: 2000 },
  );
}, 60_000);

test('shifts that fill a week without a gap are as long as the week', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 51 }), cuts, (zone, week, times) => {
      const edges = times.toSorted((one, other) => one - other);
      const shifts = edges.map((edge, index) => ({
        days: weekdays,
        start: clockTime(edge),
        end: clockTime(edges[index + 1] ?? (edges[0] as number)),
        endsNextDay: index === edges.length - 1,
      }));
      const from = new Date((wall('2026-01-05T00:00') + week * minutesInWeek) * 60_000).toISOString().slice(0, 10);
      const plan = planAroundWork({ ...nineToFive, zone, from, shifts, commute: { work: 0, program: 0 } }, []);
      expect(plan.problems).toEqual([]);
      expect(plan.weeks[0]?.load).toMatchObject({ work: plan.weeks[0]?.minutes, free: 0 });
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('a week is as long as the clock of its zone makes it', () => {
  for (const zone of zones) {
    for (let week = 0; week < 52; week += 13) {
      const monday = wall('2026-01-05T00:00') + week * minutesInWeek;
      const clock = clockOf(zone, { from: monday, to: monday + 16 * minutesInWeek });
      for (let start = monday; start < monday + 13 * minutesInWeek; start += minutesInWeek) {
        const [from, to] = [clock.instantOf(start), clock.instantOf(start + minutesInWeek)];
        const put = (instant: number) => minutesAhead(new Date(instant * 60_000), 'UTC', zone);
        expect(to - from).toBe(minutesInWeek - put(to) + put(from));
      }
    }
  }
});

test('what is drawn across a change of the clock is cut there', () => {
  const night = { days: ['saturday' as const], start: '23:00', end: '07:00' };
  const drawn = (from: string) =>
    planAroundWork({ ...nineToFive, from, shifts: [night], commute: { work: 0, program: 0 } }, [])
      .weeks[0]?.pieces.filter(({ kind }) => kind === 'work')
      .map((piece) => [piece.day, piece.from / 60, piece.to / 60]);
  expect(drawn('2026-03-02')).toEqual([
    ['saturday', 23, 24],
    ['sunday', 0, 2],
    ['sunday', 3, 7],
  ]);
  expect(drawn('2026-10-26')).toEqual([
    ['saturday', 23, 24],
    ['sunday', 0, 2],
    ['sunday', 1, 7],
  ]);
});

test('the sessions of a program elsewhere are told by the reader’s clock, and move when only one of the two clocks is changed', () => {
  const session = { day: 'monday' as const, start: '18:00', end: '21:00' };
  const told = (zone: string, from: string) =>
    planAroundWork({ ...nineToFive, from }, [
      oneSession(session, { place: 'online', zone }),
    ]).options[0]?.weeks[0]?.pieces.find(({ kind }) => kind === 'session');
  expect(told('America/New_York', '2026-01-05')).toMatchObject({ day: 'monday', from: 17 * 60, to: 20 * 60 });
  expect(told('America/Phoenix', '2026-01-05')).toMatchObject({ from: 19 * 60 });
  expect(told('America/Phoenix', '2026-06-01')).toMatchObject({ from: 20 * 60 });
});

test('days have their names', () => {
  expect(readWall(0)).toEqual({ day: 'thursday', minute: 0 });
  expect(readWall(wall('2026-11-22T23:59'))).toEqual({ day: 'sunday', minute: 1439 });
});

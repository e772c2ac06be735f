import { expect, test } from 'vitest';
import { planAroundWork } from '#planner/plan.ts';
import type { Track } from '#planner/track.ts';
import type { Situation } from '#planner/week.ts';
import { nineToFive, oneSession } from './situations.ts';
import { timetables } from './timetables.ts';

const evening: Track['sessions'][number] = { day: 'monday', start: '18:00', end: '21:00' };
/** The clashes of one session with nine to five and what is changed about it. */
const clashesOf = (more: Partial<Situation>, session = evening, track = {}) =>
  planAroundWork({ ...nineToFive, ...more }, [oneSession(session, track)]).options[0]?.weeks[0]?.clashes.map(
    ({ kind, minutes }) => [kind, minutes],
  );

test('whoever was suggested a day program is never offered less, even where less would fit', () => {
  const { options, below, above } = planAroundWork({ ...nineToFive, suggested: 'php' }, timetables);
  expect(options.map(({ track }) => track)).toEqual(['day-5x4']);
  expect(options[0]?.leave.perWeek).toBe(25 * 60);
  expect(below).toContain('evening-3x3');
  expect(below).toHaveLength(timetables.length - 1);
  expect(above).toEqual([]);
});

test('a higher level is not offered as an answer either, only named', () => {
  const { options, below, above } = planAroundWork(nineToFive, timetables);
  expect(options.map(({ track }) => track)).not.toContain('day-5x4');
  expect([below, above]).toEqual([[], ['day-5x4']]);
});

test('no timetable answers a stay: there is the leave from all work', () => {
  const { options, below, away } = planAroundWork({ ...nineToFive, suggested: 'residential' }, timetables);
  expect(options).toEqual([]);
  expect(below).toHaveLength(timetables.length);
  expect(away.leave).toEqual({ perWeek: 2400, heaviest: 2400, over: { 8: 19_200, 12: 28_800, 16: 38_400 } });
  expect(away.jobs[0]?.left).toMatchObject({ entitled: 28_800, after: { 8: 9600, 12: 0, 16: 0 }, runsOutInWeek: 13 });
});

test('the way home and out again has to fit between work and a session', () => {
  expect(clashesOf({})).toEqual([]);
  expect(clashesOf({ commute: { work: 31, program: 30 } })).toEqual([['commute', 1]]);
  expect(clashesOf({ commute: { work: 45, program: 45 } })).toEqual([['commute', 30]]);
  expect(clashesOf({ commute: { work: 45, program: 45, between: 20 } })).toEqual([]);
  expect(clashesOf({ commute: { work: 45, program: 45 } }, evening, { place: 'online' })).toEqual([]);
});

test('a session during work costs the way there and back as well', () => {
  expect(clashesOf({}, { day: 'monday', start: '12:00', end: '13:00' })).toEqual([['work', 180]]);
  expect(clashesOf({}, { day: 'monday', start: '12:00', end: '13:00' }, { place: 'online' })).toEqual([['work', 120]]);
});

test('sleep is wanted after a night, from coming home on, and after a shift that begins deep in the night', () => {
  const after = (start: string, end: string) =>
    clashesOf({ shifts: [{ days: ['monday'], start, end }] }, { day: 'tuesday', start: '08:00', end: '09:00' });
  expect(after('22:00', '06:00')).toEqual([['sleep', 120]]);
  expect(after('16:00', '00:00')).toEqual([]);
  expect(after('16:30', '00:30')).toEqual([['sleep', 90]]);
  const early = (start: string) =>
    clashesOf(
      { shifts: [{ days: ['tuesday'], start, end: '05:00' }] },
      { day: 'tuesday', start: '08:00', end: '09:00' },
    );
  expect(early('02:59')).toEqual([['sleep', 120]]);
  expect(early('03:00')).toEqual([]);
});

test('bound time clashes with a session and the way to it, and needs no leave', () => {
  const blocks = [{ kind: 'child-care' as const, days: ['monday' as const], start: '17:00', end: '17:45' }];
  expect(clashesOf({ blocks })).toEqual([['block', 15]]);
  const [option] = planAroundWork({ ...nineToFive, blocks }, [oneSession(evening)]).options;
  expect(option?.weeks[0]?.clashes[0]).toMatchObject({
    block: 'child-care',
    index: 0,
    day: 'monday',
    from: 1080,
    to: 1260,
  });
  expect(option).toMatchObject({ leave: { perWeek: 0 }, reason: { fit: 'needs-change' } });
});

test('the rotation stands where the reader says: the week of the date is the current week of the pattern', () => {
  const shifts = [{ days: ['monday' as const], weeks: [3], start: '18:00', end: '22:00' }];
  const turns = (current: number, from: string) =>
    planAroundWork({ ...nineToFive, shifts, from, rotation: { length: 4, current } }, [
      oneSession(evening),
    ]).options[0]?.weeks.map(({ clashes }) => clashes.length);
  expect(turns(1, '2026-01-05')).toEqual([0, 0, 1, 0]);
  expect(turns(3, '2026-01-05')).toEqual([1, 0, 0, 0]);
  expect(turns(4, '2026-01-11')).toEqual([0, 0, 0, 1]);
});

test('leave is counted from each job alone, and for nobody’s own business', () => {
  const shifts = [...nineToFive.shifts, { days: ['monday' as const], start: '18:00', end: '22:00', job: 1 }];
  const jobsWith = (jobs: Situation['jobs']) =>
    planAroundWork({ ...nineToFive, shifts, jobs }, [oneSession(evening)]).options[0]?.jobs;
  expect(jobsWith([{}, { weeklyHours: 10 }])).toMatchObject([
    { perWeek: 0, left: { entitled: 28_800, after: { 12: 28_800 } } },
    { perWeek: 240, left: { entitled: 7200, after: { 12: 7200 - 12 * 240 } } },
  ]);
  expect(jobsWith([{}, { isOwnBoss: true }])?.[1]).toMatchObject({ perWeek: 240, left: null });
});

test('what two sessions take of the same hour counts once', () => {
  const track = oneSession({ day: 'monday', start: '10:00', end: '11:00' });
  const two = { ...track, sessions: [...track.sessions, { day: 'monday' as const, start: '12:00', end: '13:00' }] };
  const [option] = planAroundWork(nineToFive, [two]).options;
  expect(option?.weeks[0]?.clashes.map(({ minutes }) => minutes)).toEqual([180, 180]);
  expect(option?.weeks[0]?.leave).toBe(5 * 60);
});

test('leave that is used up before the program runs out in its first week with leave', () => {
  const jobs = [{ weeklyHours: 40, leaveTaken: 500 }];
  const midday = oneSession({ day: 'monday', start: '12:00', end: '13:00' });
  expect(planAroundWork({ ...nineToFive, jobs }, [midday]).options[0]?.jobs[0]?.left).toEqual({
    entitled: 28_800,
    before: 0,
    after: { 8: 0, 12: 0, 16: 0 },
    runsOutInWeek: 1,
  });
});

test('a week is told as it is drawn, with its free windows and what fills it', () => {
  const [week] = planAroundWork(
    { ...nineToFive, shifts: [{ days: ['monday'], start: '09:00', end: '17:00' }] },
    [],
  ).weeks;
  expect(week?.monday).toBe('2026-01-05');
  expect(week?.pieces).toEqual([
    { kind: 'commute', index: 0, day: 'monday', from: 510, to: 540 },
    { kind: 'work', index: 0, day: 'monday', from: 540, to: 1020 },
    { kind: 'commute', index: 0, day: 'monday', from: 1020, to: 1050 },
  ]);
  expect(week?.free.slice(0, 3)).toEqual([
    { day: 'monday', from: 360, to: 510 },
    { day: 'monday', from: 1050, to: 1320 },
    { day: 'tuesday', from: 360, to: 1320 },
  ]);
  expect(week?.load).toEqual({ session: 0, travel: 0, work: 480, commute: 60, sleep: 0, block: 0, free: 9540 });
});

test('a gap shorter than an hour is no free window', () => {
  const monday = (start: string, end: string) => ({ days: ['monday' as const], start, end });
  const noonUntil = (start: string) =>
    planAroundWork(
      { ...nineToFive, commute: { work: 0, program: 0 }, shifts: [monday('09:00', '12:00'), monday(start, '17:00')] },
      [],
    ).weeks[0]?.free.filter(({ day, from }) => day === 'monday' && from === 720);
  expect(noonUntil('12:59')).toEqual([]);
  expect(noonUntil('13:00')).toEqual([{ day: 'monday', from: 720, to: 780 }]);
});

test('the load of a week with a program has the hours of work that remain', () => {
  const midday = oneSession({ day: 'monday', start: '12:00', end: '13:00' });
  const load = planAroundWork(nineToFive, [midday]).options[0]?.weeks[0]?.load;
  // Missed 11 to 14: an hour of session, half an hour to and from the program, half an hour home and half an hour back to work.
  expect(load).toMatchObject({ session: 60, travel: 60, work: 2400 - 180, commute: 300 + 60 });
});

test('a suggestion without a timetable leaves no option', () => {
  expect(planAroundWork(nineToFive, []).options).toEqual([]);
});

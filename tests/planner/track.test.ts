import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Fact } from '#facts/schema.ts';
import { leaveWeeks } from '#planner/leave.ts';
import { hoursOfLevel, isBelow, trackLevels } from '#planner/level.ts';
import { planAroundWork } from '#planner/plan.ts';
import { presetIds, presets } from '#planner/presets.ts';
import { trackSchema } from '#planner/track.ts';
import { nineToFive } from './situations.ts';
import { readTracks } from './timetables.ts';

const samples = readTracks('content/tracks.yaml');

const track = (more: object) => ({
  name: { en: 'Evenings', es: 'Noches' },
  level: 'iop',
  place: 'on-site',
  sessions: ['monday', 'tuesday', 'thursday'].map((day) => ({ day, start: '18:00', end: '21:00' })),
  ...more,
});
const sessions = (start: string, end: string, days = ['monday', 'tuesday', 'thursday']) => ({
  sessions: days.map((day) => ({ day, start, end })),
});
const complaints = (more: object) =>
  trackSchema.safeParse(track(more)).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a timetable of nine hours a week is intensive outpatient care', () => {
  expect(complaints({})).toEqual([]);
});

test.each([
  ['an unknown day', sessions('18:00', '21:00', ['funday']), 'sessions.0.day'],
  ['an end before the start', sessions('21:00', '18:00'), 'A session ends after it starts, on the same day.'],
  ['no length', sessions('18:00', '18:00'), 'A session ends after it starts'],
  ['a time that is none', sessions('18:00', '24:00'), 'Write a time of 24 hours'],
  [
    'too few hours',
    sessions('18:00', '20:00'),
    '6 hours a week are not level "iop", which has at least 9 and less than 20 (fact iop-hours-range)',
  ],
  ['too many hours', sessions('09:00', '17:00'), '24 hours a week are not level "iop"'],
  [
    'a day program of fifteen hours',
    { level: 'php', ...sessions('09:00', '14:00') },
    'at least 20 and less than 168 (fact php-hours)',
  ],
  ['weekly care of nine hours', { level: 'outpatient' }, 'less than 9 (fact outpatient-hours)'],
  ['no session', { sessions: [] }, 'sessions: '],
  ['a zone that is none', { zone: 'CST6' }, 'Write an IANA zone'],
  ['a missing language', { name: { en: 'Evenings' } }, 'name.es'],
  ['a word too many', { colour: 'red' }, 'colour'],
])('a timetable with %s is refused', (_, more, complaint) => {
  expect(complaints(more).join('\n')).toContain(complaint);
});

test('two sessions at once are refused', () => {
  const twice = [...track({}).sessions, { day: 'monday', start: '20:00', end: '22:00' }];
  expect(complaints({ sessions: twice }).join()).toContain('meet at once');
});

test('the hours of each level are those of the facts', () => {
  for (const level of trackLevels) {
    const { from, below, fact } = hoursOfLevel[level];
    const { figure } = parse(readFileSync(`content/facts/${fact}.yaml`, 'utf8')) as Fact;
    const figures = { outpatient: [below], iop: [from, below - 1], php: [from] }[level];
    expect(figure.en.match(/\d+/g)?.map(Number)).toEqual(figures);
    expect(figure.es.match(/\d+/g)?.map(Number)).toEqual(figures);
  }
});

test('the weeks of leave are those of the fact', () => {
  const { figure } = parse(readFileSync('content/facts/fmla-12-weeks.yaml', 'utf8')) as Fact;
  expect(figure.en.match(/\d+/g)?.map(Number)).toEqual([leaveWeeks]);
});

test('levels rise from weekly care to a stay', () => {
  expect(isBelow('iop', 'php')).toBe(true);
  expect(isBelow('php', 'php')).toBe(false);
  expect(isBelow('php', 'iop')).toBe(false);
  expect(isBelow('php', 'residential')).toBe(true);
});

test('the samples cover morning, midday, evening, weekend, online and a day program', () => {
  const starts = (level: string) =>
    samples.filter((one) => one.level === level).map((one) => one.sessions[0]?.start ?? '');
  expect(samples.length).toBeGreaterThanOrEqual(8);
  expect(starts('php').length).toBeGreaterThan(0);
  expect(starts('iop').some((start) => start < '10:00')).toBe(true);
  expect(starts('iop').some((start) => start > '10:00' && start < '15:00')).toBe(true);
  expect(starts('iop').some((start) => start > '17:00')).toBe(true);
  expect(samples.some((one) => one.place === 'online')).toBe(true);
  expect(samples.some((one) => one.sessions.some(({ day }) => day === 'saturday'))).toBe(true);
});

test.each(presets)('the preset $id is a week without a problem, and has options', ({ id, weeks, ...preset }) => {
  const { problems, options } = planAroundWork(
    { ...nineToFive, ...preset, rotation: { length: weeks, current: 1 } },
    samples,
  );
  expect(problems).toEqual([]);
  expect(options.length).toBeGreaterThan(0);
});

test('presets come in the order in which they are offered', () => {
  expect(presets.map(({ id }) => id)).toEqual([...presetIds]);
});

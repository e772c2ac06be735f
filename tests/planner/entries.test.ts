import { expect, test } from 'vitest';
import { entriesFrom, readForm, situationOf, withoutRow, withRow } from '#planner/entries.ts';
import { presetsWithNights } from '#planner/nights.ts';
import { planAroundWork } from '#planner/plan.ts';
import type { Preset } from '#planner/presets.ts';
import { formOf, reading } from './form-of.ts';

const setting = { zone: 'America/Chicago', from: '2026-01-05' };
const preset = (id: string) => presetsWithNights.find((candidate) => candidate.id === id) as Preset;
const day = entriesFrom(preset('day'), setting);
const rotating = entriesFrom(preset('rotating'), setting);
const typedInto = (entries: typeof day, typed: Record<string, string | string[]>) =>
  readForm(reading(formOf(entries), typed), entries);

test.each(presetsWithNights.map(({ id }) => [id]))('the form of the preset "%s" reads as it was filled in', (id) => {
  const entries = entriesFrom(preset(id), setting, 'php');
  const read = readForm(reading(formOf(entries)), entries);
  expect(planAroundWork(situationOf(read), [])).toEqual(planAroundWork(situationOf(entries), []));
  expect(planAroundWork(situationOf(read), []).problems).toEqual([]);
});

test('a preset ticks "ends the next day" where a shift does', () => {
  expect(day.situation.shifts[0]?.endsNextDay).toBe(false);
  expect(day.situation.blocks[0]?.endsNextDay).toBe(true);
  expect(rotating.situation.shifts.map(({ endsNextDay }) => endsNextDay)).toEqual([false, false, true, true]);
});

test('no preset lays a night over a shift that goes through it', () => {
  for (const { blocks, shifts } of presetsWithNights)
    if (shifts.some(({ start, end }) => end < start)) expect(blocks).toEqual([]);
});

test('who is not sure is shown an intensive program; what was suggested is never changed', () => {
  expect(situationOf(day).suggested).toBe('iop');
  for (const level of ['iop', 'php', 'residential'] as const)
    expect(situationOf(typedInto(day, { level })).suggested).toBe(level);
  expect(typedInto(day, { level: 'outpatient' }).level).toBe('unknown');
});

test('numbers are read with a comma or a point; what is none is told beside its field', () => {
  const { situation } = typedInto(day, { sleepAfterNight: ' 7,5 ', 'jobs.0.weeklyHours': '37.5' });
  expect([situation.sleepAfterNight, situation.jobs[0]?.weeklyHours]).toEqual([7.5, 37.5]);
  const nonsense = typedInto(day, { 'commute.work': 'half an hour', 'jobs.0.leaveTaken': '-' });
  const { problems } = planAroundWork(situationOf(nonsense), []);
  expect(problems.map(({ field, code }) => [field, code])).toEqual([
    ['commute.work', 'out-of-range'],
    ['jobs.0.leaveTaken', 'out-of-range'],
  ]);
});

test('a blank optional field is no answer, a blank way is none', () => {
  const { situation } = typedInto(day, { 'commute.between': ' ', 'jobs.0.weeklyHours': '', 'commute.work': '' });
  expect(situation.commute).toEqual({ work: 0, program: 20 });
  expect(situation.jobs[0]).toEqual({ isOwnBoss: false });
});

test('a shift of every week stays one when the pattern gets longer, any other keeps its weeks', () => {
  const longer = typedInto(day, { 'rotation.length': '3' });
  expect(longer.situation.shifts[0]).not.toHaveProperty('weeks');
  const again = typedInto(longer, { 'rotation.length': '4', 'shifts.0.weeks': ['1', '3'] });
  expect(again.situation.shifts[0]?.weeks).toEqual([1, 3]);
});

test('a shorter pattern begins within itself', () => {
  const late = typedInto(rotating, { 'rotation.current': '4' });
  expect(typedInto(late, { 'rotation.length': '2' }).situation.rotation).toEqual({ length: 2, current: 2 });
});

test('a new row is blank, and so has something to say until it is filled in', () => {
  const longer = withRow(day, 'shifts');
  const { problems } = planAroundWork(situationOf(longer), []);
  expect(problems.map(({ field }) => field)).toEqual(['shifts.1.days', 'shifts.1.start', 'shifts.1.end']);
  expect(longer.ids.shifts).toEqual([0, 1]);
});

test('a row that stays keeps its name when one before it is taken out', () => {
  const shorter = withoutRow(rotating, 'shifts', 1);
  expect(shorter.ids.shifts).toEqual([0, 2, 3]);
  expect(shorter.situation.shifts).toEqual(rotating.situation.shifts.filter((_, row) => row !== 1));
  expect(withRow(shorter, 'shifts').ids.shifts).toEqual([0, 2, 3, 4]);
});

test('shifts keep their job when another is taken out, and those of the job that is gone go to the first', () => {
  const jobs = withRow(withRow(rotating, 'jobs'), 'jobs');
  const typed = typedInto(jobs, { 'shifts.0.job': '1', 'shifts.1.job': '2' });
  expect(withoutRow(typed, 'jobs', 1).situation.shifts.map(({ job }) => job)).toEqual([0, 1, 0, 0]);
});

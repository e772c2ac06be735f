import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { suggestedLevels } from '#planner/level.ts';
import { type Plan, planAroundWork } from '#planner/plan.ts';
import type { FixedBlock, Shift } from '#planner/shift.ts';
import type { Situation } from '#planner/week.ts';
import { timetables } from './timetables.ts';

/** Hours and minutes, as minutes. */
const duration = z
  .string()
  .regex(/^\d+:\d\d$/)
  .transform((text) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return hours * 60 + minutes;
  });
const left = z.strictObject({ entitled: duration, 12: duration, runsOutInWeek: z.int().nullable() });
const weekSchema = z.strictObject({
  name: z.string(),
  ways: z.tuple([z.number(), z.number()]),
  weeks: z.number().default(1),
  shifts: z.array(z.custom<Shift>()),
  blocks: z.array(z.custom<FixedBlock>()).default([]),
  sleepAfterNight: z.number().default(0),
  leaveTaken: z.number().default(0),
  isOwnBoss: z.boolean().default(false),
  secondJob: z.strictObject({ leaveTaken: z.number() }).optional(),
  suggested: z.enum(suggestedLevels).default('iop'),
  order: z.array(z.array(z.string())),
  clashes: z.int(),
  fit: z.enum(['fits', 'needs-leave', 'needs-change']),
  best: z.string(),
  leave: z.strictObject({ perWeek: duration, heaviest: duration, 8: duration, 12: duration, 16: duration }),
  left: left.nullable(),
  leftSecond: left.optional(),
  emptyWeek: z.int().optional(),
});
type WorkedWeek = z.output<typeof weekSchema>;

const weeks = z.array(weekSchema).parse(parse(readFileSync('tests/planner/weeks.yaml', 'utf8')));

const situationOf = (week: WorkedWeek): Situation => ({
  zone: 'America/Chicago',
  from: '2026-01-05',
  rotation: { length: week.weeks, current: 1 },
  shifts: week.shifts,
  blocks: week.blocks,
  commute: { work: week.ways[0], program: week.ways[1] },
  sleepAfterNight: week.sleepAfterNight,
  jobs: [{ leaveTaken: week.leaveTaken, isOwnBoss: week.isOwnBoss }, ...(week.secondJob ? [week.secondJob] : [])],
  suggested: week.suggested,
});

/** Ids by place, those that share one together. */
const orderOf = ({ options }: Plan): string[][] =>
  Object.values(Object.groupBy(options, ({ place }) => place)).map((group) => (group ?? []).map(({ track }) => track));

test('at least ten weeks are worked out', () => {
  expect(weeks.length).toBeGreaterThanOrEqual(10);
});

test.each(weeks)('$name: order, clashes and leave are those worked out by hand', (week) => {
  const plan = planAroundWork(situationOf(week), timetables);
  expect(orderOf(plan)).toEqual(week.order);
  const best = plan.options.find(({ track }) => track === week.best);
  if (!best) throw new Error(`${week.best} is no option`);
  expect(best.place).toBe(1);
  expect(best.reason).toMatchObject({ clashes: week.clashes, fit: week.fit });
  const { perWeek, heaviest, ...over } = week.leave;
  expect(best.leave).toEqual({ perWeek, heaviest, over });
  expect(best.jobs.map((job) => job.left && told(job.left))).toEqual(
    [week.left, week.leftSecond].filter((one) => one !== undefined),
  );
  expect(plan.problems).toEqual(week.emptyWeek ? [{ field: 'shifts', code: 'empty-week', week: week.emptyWeek }] : []);
});

const told = ({ entitled, after, runsOutInWeek }: NonNullable<Plan['away']['jobs'][number]['left']>) => ({
  entitled,
  12: after[12],
  runsOutInWeek,
});

import { isTimeZone } from '#i18n/time-zone.ts';
import { minutesInDay, minutesInWeek, type WallTime } from './clock.ts';
import { readHours, type SoundHours, spansInPattern } from './hours.ts';
import type { Problem } from './problem.ts';
import type { BlockKind, Hours, Shift } from './shift.ts';
import { overlap } from './spans.ts';
import type { Job, Rotation, Situation } from './week.ts';

/** A row and where it stands in the reader's list. */
export interface Row extends SoundHours {
  index: number;
}

/** A situation of which everything makes sense. Rows that do not are gone, fields that do not are as if untouched. Minutes throughout. */
export interface Sound {
  zone: string;
  /** Monday 0:00 of the first week. */
  monday: WallTime;
  rotation: Rotation;
  shifts: readonly (Row & { job: number })[];
  blocks: readonly (Row & { kind: BlockKind })[];
  commute: Situation['commute'];
  sleepAfterNight: number;
  jobs: readonly Job[];
}

/** The longest way that is believed, in minutes. */
const longestWay = 4 * 60;
const longestSleep = 14;
const hoursInWeek = minutesInWeek / 60;

/** Splits what a reader said into what can be reckoned with and what there is to say about the rest. Never throws. */
export function hearOut(situation: Situation): { sound: Sound; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  /** The number if it lies between the bounds, else what stands for it. */
  const bounded = <Other>(value: number, field: string, least: number, most: number, other: Other): number | Other => {
    if (value >= least && value <= most) return value;
    problems.push({ field, code: 'out-of-range' });
    return other;
  };
  const way = (field: 'work' | 'program' | 'between', value: number) =>
    Math.round(bounded(value, `commute.${field}`, 0, longestWay, 0));
  const { commute, jobs } = situation;

  const isZone = isTimeZone(situation.zone);
  if (!isZone) problems.push({ field: 'zone', code: 'unknown-zone' });
  const monday = mondayOf(situation.from);
  if (monday === undefined) problems.push({ field: 'from', code: 'not-a-date' });
  const length = wholeWeeks(bounded(situation.rotation.length, 'rotation.length', 1, 4, 1));
  const current = wholeWeeks(bounded(situation.rotation.current, 'rotation.current', 1, length, 1));
  const shifts = soundShifts(situation.shifts, length, jobs.length, problems);
  const blocks = soundRows(situation.blocks, 'blocks', length, problems);
  const sound: Sound = {
    zone: isZone ? situation.zone : 'UTC',
    monday: monday ?? someMonday,
    rotation: { length, current },
    shifts,
    blocks: blocks.map((row) => ({ ...row, kind: situation.blocks[row.index]?.kind ?? 'other' })),
    commute: {
      work: way('work', commute.work),
      program: way('program', commute.program),
      ...(commute.between !== undefined && { between: way('between', commute.between) }),
    },
    sleepAfterNight: Math.round(60 * bounded(situation.sleepAfterNight, 'sleepAfterNight', 0, longestSleep, 0)),
    jobs: jobs.length === 0 ? [{}] : jobs.map((job, index) => soundJob(job, `jobs.${index}`, bounded)),
  };
  return { sound, problems };
}

const wholeWeeks = (weeks: number): number => Math.floor(weeks);

/** Stands in where the reader's date is none. */
const someMonday = Date.UTC(2024, 0, 1) / 60_000;

/** Monday 0:00 of the week of a date, if it is one of this century. */
function mondayOf(date: string): WallTime | undefined {
  const [, year, month, day] = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined;
  const daysSinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return time / 60_000 - daysSinceMonday * minutesInDay;
}

function soundRows(rows: readonly Hours[], list: 'shifts' | 'blocks', length: number, problems: Problem[]): Row[] {
  return rows.flatMap((row, index) => {
    const read = readHours(row, `${list}.${index}`, length);
    problems.push(...read.problems);
    return read.sound ? [{ ...read.sound, index }] : [];
  });
}

function soundShifts(shifts: readonly Shift[], length: number, jobs: number, problems: Problem[]): Sound['shifts'] {
  const readable = soundRows(shifts, 'shifts', length, problems);
  const kept: Row[] = [];
  for (const row of readable) {
    const other = kept.find((before) => meet(row, before, length));
    if (other) problems.push({ field: `shifts.${row.index}.start`, code: 'overlaps', other: other.index });
    else kept.push(row);
  }
  if (shifts.length === 0) problems.push({ field: 'shifts', code: 'empty' });
  for (let week = 1; week <= length; week++) {
    const minutes = readable.reduce(
      (sum, row) => sum + (row.weeks.includes(week) ? row.days.length * row.length : 0),
      0,
    );
    if (minutes > minutesInWeek) problems.push({ field: 'shifts', code: 'more-than-a-week', week });
    if (minutes === 0 && readable.length > 0) problems.push({ field: 'shifts', code: 'empty-week', week });
  }
  return kept.map((row) => {
    const job = shifts[row.index]?.job ?? 0;
    return { ...row, job: Number.isInteger(job) && job > 0 && job < jobs ? job : 0 };
  });
}

/** Whether two rows are at work at once, the last week of the pattern followed by the first. */
function meet(one: SoundHours, other: SoundHours, length: number): boolean {
  const pattern = length * minutesInWeek;
  const others = spansInPattern(other);
  return spansInPattern(one).some(({ from, to }) =>
    [-pattern, 0, pattern].some((turn) =>
      others.some((span) => overlap({ from: from + turn, to: to + turn }, span) > 0),
    ),
  );
}

type Bounded = <Other>(value: number, field: string, least: number, most: number, other: Other) => number | Other;

function soundJob({ weeklyHours, leaveTaken, isOwnBoss }: Job, path: string, bounded: Bounded): Job {
  const hours =
    weeklyHours === undefined ? undefined : bounded(weeklyHours, `${path}.weeklyHours`, 1, hoursInWeek, undefined);
  const taken = leaveTaken === undefined ? 0 : bounded(leaveTaken, `${path}.leaveTaken`, 0, 12 * hoursInWeek, 0);
  return {
    ...(hours !== undefined && { weeklyHours: hours }),
    leaveTaken: taken,
    isOwnBoss: isOwnBoss ?? false,
  };
}

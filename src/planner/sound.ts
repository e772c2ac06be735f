import { isTimeZone } from '#i18n/time-zone.ts';
import { minutesInDay, minutesInWeek, type WallTime } from './clock.ts';
import { leaveWeeks } from './leave.ts';
import type { Problem } from './problem.ts';
import { type Row, readBlocks, readShifts } from './rows.ts';
import type { BlockKind } from './shift.ts';
import type { Job, Rotation, Situation } from './week.ts';

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
/** The longest sleep that is believed, in hours. */
const longestSleep = 14;
const hoursInWeek = minutesInWeek / 60;
/** Stands in where the reader's date is none. */
const someMonday = Date.UTC(2024, 0, 1) / 60_000;

/** Splits what a reader said into what can be reckoned with and what there is to say about the rest. Never throws. */
export function hearOut(situation: Situation): { sound: Sound; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const within: Within = (value, field, least, most) => {
    if (value >= least && value <= most) return value;
    problems.push({ field, code: 'out-of-range' });
    return undefined;
  };
  const { zone, from, commute, jobs } = situation;
  const way = (field: 'work' | 'program' | 'between', value: number) =>
    within(value, `commute.${field}`, 0, longestWay);
  const between = commute.between === undefined ? undefined : way('between', commute.between);

  const isZone = isTimeZone(zone);
  if (!isZone) problems.push({ field: 'zone', code: 'unknown-zone' });
  const monday = mondayOf(from);
  if (monday === undefined) problems.push({ field: 'from', code: 'not-a-date' });
  const length = Math.floor(within(situation.rotation.length, 'rotation.length', 1, 4) ?? 1);
  const current = Math.floor(within(situation.rotation.current, 'rotation.current', 1, length) ?? 1);
  const sound: Sound = {
    zone: isZone ? zone : 'UTC',
    monday: monday ?? someMonday,
    rotation: { length, current },
    shifts: readShifts(situation.shifts, length, jobs.length, problems),
    blocks: readBlocks(situation.blocks, length, problems),
    commute: {
      work: Math.round(way('work', commute.work) ?? 0),
      program: Math.round(way('program', commute.program) ?? 0),
      ...(between !== undefined && { between: Math.round(between) }),
    },
    sleepAfterNight: Math.round(60 * (within(situation.sleepAfterNight, 'sleepAfterNight', 0, longestSleep) ?? 0)),
    jobs: jobs.length === 0 ? [{}] : jobs.map((job, index) => soundJob(job, `jobs.${index}`, within)),
  };
  return { sound, problems };
}

/** The value if it lies between the bounds. Else the field is told and counts as untouched. */
type Within = (value: number, field: string, least: number, most: number) => number | undefined;

function soundJob({ weeklyHours, leaveTaken = 0, isOwnBoss = false }: Job, path: string, within: Within): Job {
  const hours = weeklyHours === undefined ? undefined : within(weeklyHours, `${path}.weeklyHours`, 1, hoursInWeek);
  return {
    ...(hours !== undefined && { weeklyHours: hours }),
    leaveTaken: within(leaveTaken, `${path}.leaveTaken`, 0, leaveWeeks * hoursInWeek) ?? 0,
    isOwnBoss,
  };
}

/** Monday 0:00 of the week of a date, if it is one of this century. */
function mondayOf(date: string): WallTime | undefined {
  const [, year, month, day] = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined;
  const daysSinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return time / 60_000 - daysSinceMonday * minutesInDay;
}

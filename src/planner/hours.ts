import { minutesInDay, minutesInWeek } from './clock.ts';
import type { Problem } from './problem.ts';
import { type Hours, longestAtAll, longestPlain, weekdays } from './shift.ts';
import type { Span } from './spans.ts';

/** A row that makes sense: minutes after midnight, and minutes by the wall clock. */
export interface SoundHours {
  days: readonly number[];
  /** Weeks of the pattern, counted from 1. */
  weeks: readonly number[];
  start: number;
  length: number;
}

/** Minutes after midnight of `HH:MM`. Undefined: it is no time of day. */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** Whether people sleep after it: it goes on past midnight, or begins before three in the morning. */
export const isNight = ({ start, length }: SoundHours): boolean => start + length > minutesInDay || start < 3 * 60;

/** Minutes from start to end, or why there is no telling. */
function lengthOf(start: number, end: number, endsNextDay: boolean): number | Problem['code'] {
  if (endsNextDay) return end > start ? 'longer-than-a-day' : end + longestAtAll - start;
  if (end > start) return end - start;
  if (end === start) return 'zero-length';
  const overnight = end + longestAtAll - start;
  return overnight <= longestPlain ? overnight : 'ends-before-start';
}

/** Reads a row of the form. `path` is where it stands, such as `shifts.1`; `length` is the pattern's. */
export function readHours(
  row: Hours,
  path: string,
  length: number,
): { sound: SoundHours; problems: readonly [] } | { sound?: never; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const days = weekdays.flatMap((day, index) => (row.days.includes(day) ? [index] : []));
  if (days.length === 0) problems.push({ field: `${path}.days`, code: 'no-day' });
  const all = Array.from({ length }, (_, index) => index + 1);
  const weeks = row.weeks ? all.filter((week) => row.weeks?.includes(week)) : all;
  if (weeks.length === 0) problems.push({ field: `${path}.weeks`, code: 'no-week' });
  const [start, end] = [minutesOf(row.start), minutesOf(row.end)];
  if (start === undefined) problems.push({ field: `${path}.start`, code: 'not-a-time' });
  if (end === undefined) problems.push({ field: `${path}.end`, code: 'not-a-time' });
  if (start === undefined || end === undefined) return { problems };
  const lasts = lengthOf(start, end, row.endsNextDay ?? false);
  if (typeof lasts === 'string') problems.push({ field: `${path}.end`, code: lasts });
  if (typeof lasts === 'string' || problems.length > 0) return { problems };
  return { sound: { days, weeks, start, length: lasts }, problems: [] };
}

/** Where a row stands in one week of the pattern, in minutes after its Monday 0:00 by the wall clock. */
export const spansIn = ({ days, weeks, start, length }: SoundHours, week: number): Span[] =>
  weeks.includes(week)
    ? days.map((day) => ({ from: day * minutesInDay + start, to: day * minutesInDay + start + length }))
    : [];

/** Where a row stands in the whole pattern, in minutes after its first Monday. */
export const spansInPattern = (row: SoundHours): Span[] =>
  row.weeks.flatMap((week) =>
    spansIn(row, week).map(({ from, to }) => ({
      from: from + (week - 1) * minutesInWeek,
      to: to + (week - 1) * minutesInWeek,
    })),
  );

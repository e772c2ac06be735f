import type { Calendar } from './calendar.ts';
import type { Sound } from './sound.ts';
import type { Span } from './spans.ts';
import type { Job } from './week.ts';

/** The lengths of a program for which leave is reckoned, in weeks. */
export const lengths = [8, 12, 16] as const;
export type Length = (typeof lengths)[number];

/** Twelve weeks hold whole turns of every pattern of up to four weeks, so rotating weeks are compared by them. */
export const comparedWeeks = 12;

/** Weeks of leave a year under federal law (fact `fmla-12-weeks`). */
export const leaveWeeks = 12;

/** Minutes of work that a timetable takes. */
export interface Leave {
  /** Mean of a week over `comparedWeeks`. */
  perWeek: number;
  /** The week that takes most. */
  heaviest: number;
  /** In all, by length of the program in weeks. */
  over: Readonly<Record<Length, number>>;
}

/** What is left of twelve weeks' leave, in minutes, if the leave is taken in parts. Only arithmetic: who has the right is another question. */
export interface LeaveLeft {
  /** Twelve usual weeks of this job. */
  entitled: number;
  /** After the leave already taken. Never below 0. */
  before: number;
  /** After the program, by its length. Never below 0. */
  after: Readonly<Record<Length, number>>;
  /** The week of the program, from 1, in which the leave no longer suffices. Null: it lasts for sixteen weeks. */
  runsOutInWeek: number | null;
}

/** Leave from one job. */
export interface JobLeave extends Leave {
  /** Null for who is their own boss. */
  left: LeaveLeft | null;
}

/** Part of a shift that cannot be worked. */
export interface Missed extends Span {
  /** Row of `shifts`. */
  shift: number;
  /** Calendar week for which it counts: that of the session. */
  week: number;
}

const sum = (weeks: readonly number[]): number => weeks.reduce((all, week) => all + week, 0);

const byLength = (minutesOver: (length: Length) => number): Record<Length, number> => ({
  8: minutesOver(8),
  12: minutesOver(12),
  16: minutesOver(16),
});

/** Minutes of leave in each week ahead. What two sessions take of the same hour counts once. */
export function leaveByWeek(missed: readonly Missed[], { weeks }: Calendar): number[] {
  const minutes = weeks.map(() => 0);
  let counted = -Infinity;
  for (const { week, from, to } of [...missed].sort((one, other) => one.from - other.from)) {
    if (week in minutes) minutes[week] = (minutes[week] ?? 0) + Math.max(0, to - Math.max(from, counted));
    counted = Math.max(counted, to);
  }
  return minutes;
}

/** Leave by week, added up. */
export const leaveOf = (weeks: readonly number[]): Leave => ({
  perWeek: Math.round(sum(weeks.slice(0, comparedWeeks)) / comparedWeeks),
  heaviest: Math.max(...weeks),
  over: byLength((length) => sum(weeks.slice(0, length))),
});

/** Leave from each job: the law counts it for each employer alone, from that job's own hours. */
export function leaveByJob(missed: readonly Missed[], sound: Sound, calendar: Calendar): JobLeave[] {
  return sound.jobs.map((job, index) => {
    const rows = sound.shifts.filter((shift) => shift.job === index).map((shift) => shift.index);
    const weeks = leaveByWeek(
      missed.filter(({ shift }) => rows.includes(shift)),
      calendar,
    );
    return { ...leaveOf(weeks), left: job.isOwnBoss ? null : leftOf(job, usualWeek(sound, index), weeks) };
  });
}

/** Minutes of a job in a mean week of the pattern, by the wall clock. */
function usualWeek({ shifts, jobs, rotation }: Sound, index: number): number {
  const told = jobs[index]?.weeklyHours;
  if (told !== undefined) return told * 60;
  const worked = shifts.filter(({ job }) => job === index);
  return sum(worked.map(({ days, weeks, length }) => days.length * weeks.length * length)) / rotation.length;
}

function leftOf({ leaveTaken = 0 }: Job, week: number, weeks: readonly number[]): LeaveLeft {
  const entitled = Math.round(week * leaveWeeks);
  const before = Math.max(0, Math.round(entitled - leaveTaken * 60));
  const used = (length: number) => sum(weeks.slice(0, length));
  const runsOut = weeks.findIndex((_, place) => used(place + 1) > before);
  return {
    entitled,
    before,
    after: byLength((length) => Math.max(0, before - used(length))),
    runsOutInWeek: runsOut === -1 ? null : runsOut + 1,
  };
}

import type { SuggestedLevel } from './level.ts';
import type { FixedBlock, Shift, Weekday } from './shift.ts';

/** One employer, or the reader's own business. Leave is counted for each job alone: that is how the law counts it. */
export interface Job {
  /** Hours of a usual week. Left out: the mean of the shifts. */
  weeklyHours?: number;
  /** Hours of family and medical leave already used in this leave year. */
  leaveTaken?: number;
  /** Self-employed or gig work: no leave to use up, so none is reckoned. */
  isOwnBoss?: boolean;
}

/** How shifts come round: `length` weeks, and which of them the week of `Situation.from` is, counted from 1. */
export interface Rotation {
  length: number;
  current: number;
}

/** All that a reader says about a week. Nothing of it leaves the reader's browser. */
export interface Situation {
  /** IANA time zone that the reader's clock shows. */
  zone: string;
  /** A day of the week in which the program would begin, `YYYY-MM-DD`. Weeks start on Monday. */
  from: string;
  rotation: Rotation;
  shifts: readonly Shift[];
  blocks: readonly FixedBlock[];
  /** Minutes one way: from home to work, from home to the program, and straight between the two. Left out: by way of home. */
  commute: { work: number; program: number; between?: number };
  /** Hours of sleep wanted after a night shift; 0 for none. It starts when the reader is home. */
  sleepAfterNight: number;
  /** At least one. */
  jobs: readonly Job[];
  /** The level that somebody suggested. Timetables below it are never offered as an answer. */
  suggested: SuggestedLevel;
}

/** What can fill time. `travel` is the way to and from the program, `commute` the way to and from work. */
export type PieceKind = 'session' | 'travel' | 'work' | 'commute' | 'sleep' | 'block';

/** A stretch of one day by the wall clock, to be drawn or told. Pieces never cross midnight or a change of the clock, so `to - from` is real. */
export interface Piece {
  kind: PieceKind;
  day: Weekday;
  /** Minutes after midnight; `to` is at most 1440. */
  from: number;
  to: number;
  /** Which row of `shifts` (work, commute, sleep), of `blocks` (block) or which session of the track (session, travel). */
  index: number;
}

/** A stretch in which nothing of the reader's own week lies: no work, way to work, fixed block or sleep after a night. */
export interface FreeWindow {
  day: Weekday;
  from: number;
  to: number;
}

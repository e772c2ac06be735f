import type { Clash } from './clash.ts';
import type { JobLeave, Leave } from './leave.ts';
import type { SuggestedLevel, TrackLevel } from './level.ts';
import type { Load } from './load.ts';
import type { Problem } from './problem.ts';
import type { Reason } from './rank.ts';
import type { OwnWeek, Piece } from './week.ts';

/** A timetable laid over one calendar week. */
export interface OptionWeek {
  /** Sessions and the way to them, by the reader's clock. */
  pieces: readonly Piece[];
  clashes: readonly Clash[];
  /** Minutes of work that it takes. */
  leave: number;
  load: Load;
}

/** A timetable of at least the suggested level, and what it asks of the reader's weeks. */
export interface Option {
  /** Id of the track. */
  track: string;
  level: TrackLevel;
  /** 1 for the best; equals share a place. */
  place: number;
  reason: Reason;
  /** One turn of the pattern: as many calendar weeks as it is long, the same as `Plan.weeks`. */
  weeks: readonly OptionWeek[];
  /** From all jobs. */
  leave: Leave;
  /** By job, as in `Situation.jobs`. */
  jobs: readonly JobLeave[];
}

/** What the reader's weeks and the timetables come to. */
export interface Plan {
  problems: readonly Problem[];
  /** One turn of the pattern. */
  weeks: readonly OwnWeek[];
  /** Best first. */
  options: readonly Option[];
  /** Ids of the tracks below the suggested level. They are no answer, however well they would fit. */
  below: readonly string[];
  suggested: SuggestedLevel;
  /** Leave for being away from all work: what a stay takes, and what remains when no timetable of the level is there. */
  away: { leave: Leave; jobs: readonly JobLeave[] };
}

import type { CalendarWeek } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Frame } from './frame.ts';
import { type JobLeave, type Leave, leaveByJob, leaveByWeek, leaveOf } from './leave.ts';
import { type Load, loadOf } from './load.ts';
import type { OwnTime } from './own-time.ts';
import { freeIn, piecesIn } from './pieces.ts';
import { merged } from './spans.ts';
import type { FreeWindow, Piece } from './week.ts';

/** A calendar week of the reader's own, before any program. */
export interface OwnWeek {
  /** Its Monday, `YYYY-MM-DD`. */
  monday: string;
  /** Which week of the pattern it is, from 1. */
  turn: number;
  /** Real minutes from Monday 0:00 to Monday 0:00: 10,080 but for weeks in which the clocks change. */
  minutes: number;
  pieces: readonly Piece[];
  /** Between 6:00 and 22:00, at least an hour each. */
  free: readonly FreeWindow[];
  load: Load;
}

/** Tells a week as it is without a program. */
export const ownWeek = (week: CalendarWeek, own: readonly OwnTime[], clock: Clock): OwnWeek => ({
  monday: new Date(week.monday * 60_000).toISOString().slice(0, 10),
  turn: week.turn,
  minutes: week.to - week.from,
  pieces: piecesIn(week, own, clock),
  free: freeIn(week, merged(own), clock),
  load: loadOf(week, own, [], 0, []),
});

/** Leave for being away from all work. */
export interface Away {
  leave: Leave;
  jobs: readonly JobLeave[];
}

/** What a stay takes: every shift of the weeks ahead. */
export function awayFrom({ sound, calendar, own }: Frame): Away {
  const missed = own
    .filter(({ kind }) => kind === 'work')
    .map(({ from, to, index }) => ({ from, to, shift: index, week: calendar.weekOf(from) }));
  return { leave: leaveOf(leaveByWeek(missed, calendar)), jobs: leaveByJob(missed, sound, calendar) };
}

import { type Clock, clockOf, type Instant, minutesInWeek, type WallTime } from './clock.ts';
import { lengths } from './leave.ts';
import type { Sound } from './sound.ts';
import type { Span } from './spans.ts';

/** The weeks for which leave is reckoned. */
export const weeksAhead = Math.max(...lengths);

/** One calendar week, in real minutes. */
export interface CalendarWeek extends Span {
  monday: WallTime;
  /** Which week of the pattern, from 1. */
  turn: number;
}

/** The weeks ahead on the reader's clock. */
export interface Calendar {
  clock: Clock;
  /** From the first week on. */
  weeks: readonly CalendarWeek[];
  /** One week more before and after: what begins or ends there can reach in. */
  withNeighbours: readonly CalendarWeek[];
  /** Which week a moment is in, counted from 0. */
  weekOf(instant: Instant): number;
}

/** The wall time of all weeks, neighbours included. */
export const reachOf = (monday: WallTime): Span => ({
  from: monday - minutesInWeek,
  to: monday + (weeksAhead + 1) * minutesInWeek,
});

/** Lays the pattern of shifts on the calendar: the first week is the current one of the pattern. */
export function calendarOf({ zone, monday, rotation }: Sound): Calendar {
  const clock = clockOf(zone, reachOf(monday));
  const withNeighbours = Array.from({ length: weeksAhead + 2 }, (_, place): CalendarWeek => {
    const week = place - 1;
    const start = monday + week * minutesInWeek;
    return {
      monday: start,
      from: clock.instantOf(start),
      to: clock.instantOf(start + minutesInWeek),
      turn: ((rotation.current - 1 + week + rotation.length) % rotation.length) + 1,
    };
  });
  return {
    clock,
    weeks: withNeighbours.slice(1, -1),
    withNeighbours,
    weekOf: (instant) => Math.floor((clock.wallOf(instant) - monday) / minutesInWeek),
  };
}

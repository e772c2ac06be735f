import type { Calendar } from './calendar.ts';
import { type Clock, minutesInDay } from './clock.ts';
import { minutesOf } from './hours.ts';
import { weekdays } from './shift.ts';
import { isSome, type Span } from './spans.ts';
import type { Track } from './track.ts';

/** A session on a day of the calendar, in real minutes. */
export interface Meeting extends Span {
  /** Which session of the track. */
  session: number;
  /** Calendar week on the reader's clock, counted from 0. */
  week: number;
}

/** Every session of a track in the weeks ahead, in order. `clock` is the program's, and so is the time that the track tells. */
export function meetingsOf({ sessions }: Track, { withNeighbours, weekOf, weeks }: Calendar, clock: Clock): Meeting[] {
  const times = sessions.map(({ day, start, end }, session) => {
    const midnight = weekdays.indexOf(day) * minutesInDay;
    return { session, start: midnight + (minutesOf(start) ?? 0), end: midnight + (minutesOf(end) ?? 0) };
  });
  return withNeighbours
    .flatMap(({ monday }) =>
      times.map(({ session, start, end }) => {
        const from = clock.instantOf(monday + start);
        return { session, week: weekOf(from), from, to: clock.instantOf(monday + end) };
      }),
    )
    .filter((meeting) => isSome(meeting) && meeting.week in weeks)
    .sort((one, other) => one.from - other.from);
}

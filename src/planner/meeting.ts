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
export function meetingsOf({ sessions }: Track, calendar: Calendar, clock: Clock): Meeting[] {
  return calendar.withNeighbours
    .flatMap(({ monday }) =>
      sessions.map(({ day, start, end }, session) => {
        const midnight = monday + weekdays.indexOf(day) * minutesInDay;
        const from = clock.instantOf(midnight + (minutesOf(start) ?? 0));
        return { session, week: calendar.weekOf(from), from, to: clock.instantOf(midnight + (minutesOf(end) ?? 0)) };
      }),
    )
    .filter((meeting) => isSome(meeting) && meeting.week >= 0 && meeting.week < calendar.weeks.length)
    .sort((one, other) => one.from - other.from);
}

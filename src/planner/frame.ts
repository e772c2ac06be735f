import { type Calendar, type CalendarWeek, calendarOf, reachOf } from './calendar.ts';
import { type Clock, clockOf } from './clock.ts';
import { type OwnTime, ownTime } from './own-time.ts';
import type { Sound } from './sound.ts';
import { overlap } from './spans.ts';
import type { Track } from './track.ts';

/** The reader's side of a plan, the same for every timetable. */
export interface Frame {
  sound: Sound;
  calendar: Calendar;
  /** All that the reader does in the weeks ahead, in order. */
  own: readonly OwnTime[];
  /** One turn of the pattern, each week with what the reader does in it. */
  turn: readonly { week: CalendarWeek; own: readonly OwnTime[] }[];
  /** The clock that a track's times are told by. */
  clockFor(track: Track): Clock;
}

/** Reckons once what every timetable is laid over. */
export function frameOf(sound: Sound): Frame {
  const calendar = calendarOf(sound);
  const own = ownTime(sound, calendar);
  const clocks = new Map([[sound.zone, calendar.clock]]);
  return {
    sound,
    calendar,
    own,
    turn: calendar.weeks
      .slice(0, sound.rotation.length)
      .map((week) => ({ week, own: own.filter((time) => overlap(time, week) > 0) })),
    clockFor({ zone = sound.zone }) {
      const clock = clocks.get(zone) ?? clockOf(zone, reachOf(sound.monday));
      clocks.set(zone, clock);
      return clock;
    },
  };
}

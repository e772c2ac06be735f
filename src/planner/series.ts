import type { WallTime } from './clock.ts';
import { minutesInWeek } from './clock.ts';
import { frameOf } from './frame.ts';
import { meetingsOf } from './meeting.ts';
import { hearOut } from './sound.ts';
import type { Span } from './spans.ts';
import type { Track } from './track.ts';
import type { Situation } from './week.ts';

/** A session that comes back every week at the same time of the reader's clock. */
export interface Series extends Span {
  from: WallTime;
  to: WallTime;
  times: number;
}

/**
 * The sessions of a timetable for some weeks. One series per session, and a new one where its time on the reader's clock changes: the
 * program's zone and the reader's do not put their clocks forward on the same day.
 */
export function seriesOf(situation: Situation, track: Track, weeks: number): Series[] {
  const frame = frameOf(hearOut(situation).sound);
  const { clock } = frame.calendar;
  const series: Series[] = [];
  const current = new Map<number, Series>();
  for (const { session, week, ...meeting } of meetingsOf(track, frame.calendar, frame.clockFor(track))) {
    if (week >= weeks) continue;
    const [from, to] = [clock.wallOf(meeting.from), clock.wallOf(meeting.to)];
    const running = current.get(session);
    const after = (running?.times ?? 0) * minutesInWeek;
    if (running && from === running.from + after && to === running.to + after) running.times++;
    else {
      const begun = { from, to, times: 1 };
      current.set(session, begun);
      series.push(begun);
    }
  }
  return series;
}

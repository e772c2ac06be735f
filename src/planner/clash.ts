import { type Clock, readWall } from './clock.ts';
import type { Missed } from './leave.ts';
import type { Meeting } from './meeting.ts';
import type { OwnTime } from './own-time.ts';
import type { BlockKind, Weekday } from './shift.ts';
import type { Sound } from './sound.ts';
import { common, isSome, overlap, type Span } from './spans.ts';
import type { Track } from './track.ts';

/**
 * Why a session does not fit. `work`: it meets during a shift. `commute`: it meets beside a shift, but the way there or home does not
 * fit in between. `sleep`: it takes sleep after a night shift. `block`: it takes time that is bound.
 */
export const clashKinds = ['work', 'commute', 'sleep', 'block'] as const;
export type ClashKind = (typeof clashKinds)[number];

/** One session, or the way to it, on top of something else. */
export interface Clash {
  kind: ClashKind;
  /** Calendar week, counted from 0. */
  week: number;
  /** Day and times of the session by the reader's clock, in minutes after that day's midnight: `to` may lie beyond 1440. */
  day: Weekday;
  from: number;
  to: number;
  /** Which session of the track. */
  session: number;
  /** Which row of `shifts` (`work`, `commute`, `sleep`) or of `blocks` (`block`). */
  index: number;
  /** Only with kind `block`. */
  block?: BlockKind;
  /** Real minutes that are lost: of leave for `work` and `commute`, of sleep, of the block. */
  minutes: number;
}

/** Minutes that a track's sessions need free on each side. */
export interface Ways {
  /** Beside bound time and sleep: the way to the program. */
  travel: number;
  /** Beside a shift: the way between work and program, by way of home unless the reader told a straight one. */
  fromWork: number;
}

/** The ways to a track's sessions. Online there is only the way home from work. */
export function waysTo({ place }: Track, { commute }: Sound): Ways {
  if (place === 'online') return { travel: 0, fromWork: commute.work };
  return { travel: commute.program, fromWork: commute.between ?? commute.work + commute.program };
}

/** A span with as many minutes more on each side. */
export const widened = ({ from, to }: Span, minutes: number): Span => ({ from: from - minutes, to: to + minutes });

/** What the sessions of a track come to. */
export interface Clashes {
  clashes: Clash[];
  missed: Missed[];
}

/** Lays a track's sessions over the reader's own time. Both come in order. */
export function clashesOf(meetings: readonly Meeting[], ways: Ways, own: readonly OwnTime[], clock: Clock): Clashes {
  const found: Clashes = { clashes: [], missed: [] };
  const reach = Math.max(ways.travel, ways.fromWork);
  let first = 0;
  for (const meeting of meetings) {
    const widest = widened(meeting, reach);
    while (first < own.length && (own[first] as OwnTime).to <= widest.from) first++;
    for (let place = first; place < own.length; place++) {
      const time = own[place] as OwnTime;
      if (time.from >= widest.to) break;
      const taken = common(widened(meeting, time.kind === 'work' ? ways.fromWork : ways.travel), time);
      if (time.kind === 'commute' || !isSome(taken)) continue;
      found.clashes.push(clashWith(meeting, time, time.kind, taken, clock));
      if (time.kind === 'work') found.missed.push({ ...taken, shift: time.index, week: meeting.week });
    }
  }
  return found;
}

function clashWith(
  meeting: Meeting,
  time: OwnTime,
  kind: Exclude<ClashKind, 'commute'>,
  { from, to }: Span,
  clock: Clock,
): Clash {
  const { day, minute } = readWall(clock.wallOf(meeting.from));
  return {
    kind: kind === 'work' && overlap(meeting, time) === 0 ? 'commute' : kind,
    week: meeting.week,
    day,
    from: minute,
    to: minute + clock.wallOf(meeting.to) - clock.wallOf(meeting.from),
    session: meeting.session,
    index: time.index,
    ...(time.block && { block: time.block }),
    minutes: to - from,
  };
}

import { type Clash, clashesOf, waysTo } from './clash.ts';
import type { Frame } from './frame.ts';
import { comparedWeeks, type JobLeave, type Leave, leaveByJob, leaveByWeek, leaveOf } from './leave.ts';
import type { TrackLevel } from './level.ts';
import { type Load, loadOf } from './load.ts';
import { type Meeting, meetingsOf } from './meeting.ts';
import { piecesIn } from './pieces.ts';
import type { Contender } from './rank.ts';
import { merged } from './spans.ts';
import type { Track } from './track.ts';
import type { Piece } from './week.ts';

/** A timetable laid over one calendar week. */
export interface OptionWeek {
  /** Sessions and the way to them, by the reader's clock. */
  pieces: readonly Piece[];
  clashes: readonly Clash[];
  /** Minutes of work that it takes. */
  leave: number;
  load: Load;
}

/** What a timetable asks of the reader's weeks. */
export interface Option {
  /** Id of the track. */
  track: string;
  level: TrackLevel;
  /** One turn of the pattern: as many calendar weeks as it is long, the same as `Plan.weeks`. */
  weeks: readonly OptionWeek[];
  /** From all jobs. */
  leave: Leave;
  /** By job, as in `Situation.jobs`. */
  jobs: readonly JobLeave[];
}

/** Lays one timetable over the reader's weeks. */
export function lay(track: Track, frame: Frame): Contender & { option: Option } {
  const { sound, calendar, own, turn } = frame;
  const ways = waysTo(track, sound);
  const meetings = meetingsOf(track, calendar, frame.clockFor(track));
  const { clashes, missed } = clashesOf(meetings, ways, own, calendar.clock);
  const missedInAll = merged(missed);
  const byWeek = leaveByWeek(missed, calendar);
  const leave = leaveOf(byWeek);
  const weeks = turn.map(({ week, own: ownInWeek }, index): OptionWeek => {
    const near = meetings.filter((meeting) => Math.abs(meeting.week - index) <= 1);
    return {
      pieces: piecesIn(
        week,
        near.flatMap((meeting) => drawn(meeting, ways.travel)),
        calendar.clock,
      ),
      clashes: clashes.filter((clash) => clash.week === index),
      leave: byWeek[index] ?? 0,
      load: loadOf(week, ownInWeek, near, ways.travel, missedInAll),
    };
  });
  return {
    track: track.id,
    clashes,
    leave: leave.over[comparedWeeks],
    option: { track: track.id, level: track.level, weeks, leave, jobs: leaveByJob(missed, sound, calendar) },
  };
}

const drawn = ({ from, to, session }: Meeting, travel: number) => [
  { kind: 'travel' as const, index: session, from: from - travel, to: from },
  { kind: 'session' as const, index: session, from, to },
  { kind: 'travel' as const, index: session, from: to, to: to + travel },
];

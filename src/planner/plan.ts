import { frameOf } from './frame.ts';
import { isBelow, type SuggestedLevel, type TrackLevel } from './level.ts';
import { lay, type Option } from './option.ts';
import { type Away, awayFrom, type OwnWeek, ownWeek } from './own-week.ts';
import type { Problem } from './problem.ts';
import { type Reason, rank } from './rank.ts';
import { hearOut } from './sound.ts';
import type { Track } from './track.ts';
import type { Situation } from './week.ts';

/** An option among the others. */
export interface RankedOption extends Option {
  /** 1 for the best; equals share a place. */
  place: number;
  reason: Reason;
}

/** What the reader's weeks and the timetables come to. */
export interface Plan {
  problems: readonly Problem[];
  /** One turn of the pattern. */
  weeks: readonly OwnWeek[];
  /** Timetables of the suggested level, best first. */
  options: readonly RankedOption[];
  /** Ids of the tracks below the suggested level. They are no answer, however well they would fit. */
  below: readonly string[];
  /** Ids of the tracks above it. The planner never moves a reader to another level. */
  above: readonly string[];
  suggested: SuggestedLevel;
  /** Leave for being away from all work: what a stay takes, and what remains when no timetable of the level is there. */
  away: Away;
}

/** Lays every timetable of the suggested level over the reader's weeks. Never throws, whatever was entered. */
export function planAroundWork(situation: Situation, tracks: readonly Track[]): Plan {
  const { sound, problems } = hearOut(situation);
  const frame = frameOf(sound);
  const { suggested } = situation;
  const idsWhere = (isMeant: (level: TrackLevel) => boolean) =>
    tracks
      .filter(({ level }) => isMeant(level))
      .map(({ id }) => id)
      .sort();
  const contenders = tracks.filter(({ level }) => level === suggested).map((track) => lay(track, frame));
  return {
    problems,
    weeks: frame.turn.map(({ week, own }) => ownWeek(week, own, frame.calendar.clock)),
    options: rank(contenders).map(({ contender, place, reason }) => ({ ...contender.option, place, reason })),
    below: idsWhere((level) => isBelow(level, suggested)),
    above: idsWhere((level) => level !== suggested && !isBelow(level, suggested)),
    suggested,
    away: awayFrom(frame),
  };
}

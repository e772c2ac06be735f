import { type Hours, weekdays } from '#planner/shift.ts';
import type { Track } from '#planner/track.ts';
import type { Situation } from '#planner/week.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What one turn of a pattern comes to for one timetable. */
export interface Reckoned {
  leave: number;
  clashes: { work: number; commute: number; sleep: number; block: number };
}

/** The minutes of one turn of a pattern, the last followed by the first, each with what goes on in it. */
class Ring {
  readonly #going: number[][];
  #next = 0;
  constructor(size: number) {
    this.#going = Array.from({ length: size }, () => []);
  }
  at(minute: number): readonly number[] {
    const size = this.#going.length;
    return this.#going[((minute % size) + size) % size] as number[];
  }
  /** Something new that goes on for a while. */
  paint(from: number, length: number) {
    const id = this.#next++;
    for (let minute = from; minute < from + length; minute++) (this.at(minute) as number[]).push(id);
  }
  /** All that goes on at some time between. */
  between(from: number, to: number): Set<number> {
    const met = new Set<number>();
    for (let minute = from; minute < to; minute++) for (const id of this.at(minute)) met.add(id);
    return met;
  }
}

/**
 * The planner once more, written differently: it looks at every minute of one turn of the pattern. For situations without a problem, on a
 * clock that is never changed.
 */
export function reckonerOf(situation: Situation): (track: Track) => Reckoned {
  const { rotation, shifts, blocks, commute, sleepAfterNight } = situation;
  const size = rotation.length * 10_080;
  const [work, sleep, bound] = [new Ring(size), new Ring(size), new Ring(size)];
  const each = (hours: Hours, paint: (from: number, length: number, start: number) => void) => {
    for (let week = 1; week <= rotation.length; week++) {
      if (hours.weeks && !hours.weeks.includes(week)) continue;
      for (const day of hours.days) {
        const [start, end] = [minutesOf(hours.start), minutesOf(hours.end)];
        const length = end > start ? end - start : end + 1440 - start;
        paint(((week - 1) * 7 + weekdays.indexOf(day)) * 1440 + start, length, start);
      }
    }
  };
  for (const shift of shifts) {
    each(shift, (from, length, start) => {
      work.paint(from, length);
      if (start + length > 1440 || start < 180) sleep.paint(from + length + commute.work, sleepAfterNight * 60);
    });
  }
  for (const block of blocks) each(block, (from, length) => bound.paint(from, length));

  return (track) => {
    const isOnline = track.place === 'online';
    const travel = isOnline ? 0 : commute.program;
    const fromWork = isOnline ? commute.work : (commute.between ?? commute.work + commute.program);
    const missed = new Set<number>();
    const clashes = { work: 0, commute: 0, sleep: 0, block: 0 };
    for (let week = 0; week < rotation.length; week++) {
      for (const { day, start, end } of track.sessions) {
        const midnight = (week * 7 + weekdays.indexOf(day)) * 1440;
        const [from, to] = [midnight + minutesOf(start), midnight + minutesOf(end)];
        for (let minute = from - fromWork; minute < to + fromWork; minute++) {
          if (work.at(minute).length > 0) missed.add(((minute % size) + size) % size);
        }
        const during = work.between(from, to).size;
        clashes.work += during;
        clashes.commute += work.between(from - fromWork, to + fromWork).size - during;
        clashes.sleep += sleep.between(from - travel, to + travel).size;
        clashes.block += bound.between(from - travel, to + travel).size;
      }
    }
    return { leave: missed.size, clashes };
  };
}

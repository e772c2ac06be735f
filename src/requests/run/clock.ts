import { readFileSync } from 'node:fs';
import type { Clock } from '../ports.ts';
import { Refused } from './refused.ts';

const timeIn = (path: string): Date | undefined => {
  try {
    const time = new Date(readFileSync(path, 'utf8').trim());
    return Number.isNaN(time.getTime()) ? undefined : time;
  } catch {
    return undefined;
  }
};

/** The real time, or in demo and rehearsal the time in a file, read at each use so that a test can move it. */
export function clockFrom(testClock: string | undefined): Clock {
  if (!testClock) return { now: () => new Date() };
  if (!timeIn(testClock)) {
    throw new Refused(
      `NRS_TEST_CLOCK: no ISO time in ${testClock}. Write one into it, for example 2026-11-22T15:00:00Z`,
    );
  }
  return {
    now() {
      const time = timeIn(testClock);
      if (!time) throw new Error('The test clock holds no time any more');
      return time;
    },
  };
}

import { readFileSync } from 'node:fs';
import type { Clock } from '../ports.ts';

/** The real time, or in demo and rehearsal the time in a file, read at each use so that a test can move it. */
export function clockFrom(testClock: string | undefined): Clock {
  if (!testClock) return { now: () => new Date() };
  const now = () => {
    const time = new Date(readFileSync(testClock, 'utf8').trim());
    if (Number.isNaN(time.getTime()))
      throw new Error(`NRS_TEST_CLOCK: no ISO time in ${testClock}. Example: 2026-11-22T15:00:00Z`);
    return time;
  };
  now();
  return { now };
}

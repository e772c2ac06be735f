/** What a reader's hand just did, as far as leaving by keyboard cares. `other` is any other key, and any press of a pointer. */
export type Stroke = 'shift-down' | 'shift-up' | 'other';

/** Presses of Shift alone, one after the other. */
export interface Presses {
  count: number;
  /** When the last of them ended, in milliseconds of any clock that only goes forward. */
  endedAt: number;
  /** Shift is down, and nothing else was pressed with it. */
  isAlone: boolean;
}

/** So many presses leave the site. */
export const pressesToLeave = 3;

/** A press later than this after the one before, in milliseconds, is the first of a new row. */
export const longestPause = 5000;

export const noPresses: Presses = { count: 0, endedAt: Number.NEGATIVE_INFINITY, isAlone: false };

/** Counts a press when Shift comes up, since only then is it known that it made no capital letter. */
export function afterStroke(presses: Presses, stroke: Stroke, now: number): Presses {
  if (stroke === 'other') return noPresses;
  if (stroke === 'shift-down') return { ...presses, isAlone: true };
  if (!presses.isAlone) return presses;
  const isInRow = now - presses.endedAt <= longestPause;
  return { count: isInRow ? presses.count + 1 : 1, endedAt: now, isAlone: false };
}

/** Days of the week by their permanent names, Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Hours that come back: the same start and end on some days of some weeks of the pattern. One row of the form. */
export interface Hours {
  days: readonly Weekday[];
  /** Weeks of the pattern, counted from 1. Left out: every week. */
  weeks?: readonly number[];
  /** Time on the wall clock, `HH:MM`, 24 hours. */
  start: string;
  end: string;
  /**
   * The reader's tick "ends the next day". Without it an end before the start is taken as the next morning where that is plain (see
   * `longestPlain`), so a night shift needs no tick. With it a shift may last up to 24 hours.
   */
  endsNextDay?: boolean;
}

/** Hours at work. */
export interface Shift extends Hours {
  /** Which of the reader's jobs, an index of `Situation.jobs`. Left out: the first. */
  job?: number;
}

export const blockKinds = ['child-care', 'school', 'sleep', 'other'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Hours in which the reader is bound by something else than work. */
export interface FixedBlock extends Hours {
  kind: BlockKind;
}

/** Without the tick, an end before the start means the next day up to this many minutes: a swapped nine-to-five would be 16 hours. */
export const longestPlain = 14 * 60;
/** No shift or block is longer than a day, in minutes by the wall clock. */
export const longestAtAll = 24 * 60;

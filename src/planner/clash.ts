import type { BlockKind, Weekday } from './shift.ts';

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
  /** Day and times of the session by the reader's clock, in minutes after midnight. */
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

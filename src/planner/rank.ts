import type { ClashKind } from './clash.ts';

/**
 * Why an option stands where it stands. `fits`: nothing clashes. `needs-leave`: only work is in the way. `needs-change`: sleep or a
 * bound time is in the way as well, or alone.
 */
export type Fit = 'fits' | 'needs-leave' | 'needs-change';

/** Why an option stands behind the one before it, or `tie`: nothing tells them apart. */
export type Behind = 'more-clashes' | 'more-leave' | 'more-lost' | 'tie';

/** The reason for an option's place, to be told in words. Counts and minutes are of twelve weeks. */
export interface Reason {
  fit: Fit;
  clashes: number;
  byKind: Readonly<Record<ClashKind, { clashes: number; minutes: number }>>;
  /** Null for the first. */
  behind: Behind | null;
}

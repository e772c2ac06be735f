import { type Clash, type ClashKind, clashKinds } from './clash.ts';
import { comparedWeeks } from './leave.ts';

/**
 * What an option asks for. `fits`: nothing clashes. `needs-leave`: only work is in the way. `needs-change`: sleep or a bound time is in
 * the way as well, or alone.
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

/** What options are ranked by. */
export interface Contender {
  track: string;
  clashes: readonly Clash[];
  /** Minutes over `comparedWeeks`. */
  leave: number;
}

/** An option's place and the reason for it. */
export interface Placed<Kind extends Contender> {
  contender: Kind;
  place: number;
  reason: Reason;
}

type Counted = Omit<Reason, 'behind'>;

function count(clashes: readonly Clash[]): Counted {
  const compared = clashes.filter(({ week }) => week < comparedWeeks);
  const byKind = Object.fromEntries(
    clashKinds.map((kind) => {
      const ofKind = compared.filter((clash) => clash.kind === kind);
      return [kind, { clashes: ofKind.length, minutes: ofKind.reduce((sum, { minutes }) => sum + minutes, 0) }];
    }),
  ) as Record<ClashKind, { clashes: number; minutes: number }>;
  const isOnlyWork = byKind.sleep.clashes + byKind.block.clashes === 0;
  const fit = compared.length === 0 ? 'fits' : isOnlyWork ? 'needs-leave' : 'needs-change';
  return { fit, clashes: compared.length, byKind };
}

/** Differences in the order in which they count, each with what it says of the one behind. Hours of care are none: more is not worse. */
const differences: readonly [Behind, (one: { contender: Contender; counted: Counted }) => number][] = [
  ['more-clashes', ({ counted }) => counted.clashes],
  ['more-leave', ({ contender }) => contender.leave],
  ['more-lost', ({ counted }) => counted.byKind.sleep.minutes + counted.byKind.block.minutes],
];

/** Fewest clashes first, then least leave, then least sleep and bound time lost. Equals share a place and stand in order of their id. */
export function rank<Kind extends Contender>(contenders: readonly Kind[]): Placed<Kind>[] {
  const ranked = contenders
    .map((contender) => ({ contender, counted: count(contender.clashes) }))
    .sort((one, other) => {
      const difference = differences.map(([, measure]) => measure(one) - measure(other)).find((by) => by !== 0);
      return difference ?? (one.contender.track < other.contender.track ? -1 : 1);
    });
  let place = 1;
  return ranked.map(({ contender, counted }, index) => {
    const before = ranked[index - 1];
    const now = ranked[index] as (typeof ranked)[number];
    const behind = before ? (differences.find(([, measure]) => measure(now) !== measure(before))?.[0] ?? 'tie') : null;
    if (behind !== 'tie') place = index + 1;
    return { contender, place, reason: { ...counted, behind } };
  });
}

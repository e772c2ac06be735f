import type { Stats } from '../desk.ts';

/** How many rows are in each state, per table, as a database counts them. States without rows are absent. */
export type Counts = Record<keyof Stats, readonly { state: string; number: number }[]>;

/** The counts with every state in place, zeros included. */
export function statsFrom(counts: Counts): Stats {
  const stats: Stats = {
    requests: { open: 0, quarantined: 0, done: 0, erased: 0 },
    evidence: { pending: 0, active: 0, expired: 0, revoked: 0 },
    outbox: { due: 0, leased: 0, delivered: 0, dead: 0 },
  };
  for (const table of ['requests', 'evidence', 'outbox'] as const) {
    const states: Record<string, number> = stats[table];
    for (const { state, number } of counts[table]) states[state] = (states[state] ?? 0) + number;
  }
  return stats;
}

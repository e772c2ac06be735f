import type { Desk } from '../desk.ts';
import { lastRecords, listed, type MemoryOutboxRow, type MemoryRows, stored } from './memory-rows.ts';
import { statsFrom } from './stats.ts';

/** Where an outbox row stands. */
export const stateOf = ({ deadAt, deliveredAt, lease }: MemoryOutboxRow): 'dead' | 'delivered' | 'leased' | 'due' =>
  deadAt ? 'dead' : deliveredAt ? 'delivered' : lease ? 'leased' : 'due';

/** What people at the operator's desk do. */
export function memoryDesk(rows: MemoryRows): Desk {
  const each = (states: readonly string[]) => states.map((state) => ({ state, number: 1 }));
  const byTime = () => rows.requests.toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt, 'en'));
  return {
    list: async () =>
      byTime()
        .map((request) => listed(request, rows))
        .reverse(),

    async find(reference) {
      const found = rows.requests.find((request) => request.reference === reference || request.id === reference);
      return found && stored(found, rows);
    },

    async withRepeats(requestId) {
      const one = rows.requests.find(({ id }) => id === requestId);
      const first = one?.repeatOf ?? requestId;
      return byTime()
        .filter(({ id, repeatOf }) => id === first || repeatOf === first)
        .map((request) => stored(request, rows));
    },

    exportRows: async () =>
      byTime()
        .filter(({ erasedAt }) => !erasedAt)
        .map((request) => stored(request, rows)),

    async done(requestId, outcome, at) {
      const found = rows.requests.find(({ id }) => id === requestId);
      if (!found || found.doneAt || found.erasedAt) return false;
      found.doneAt = at;
      found.outcome = outcome;
      return true;
    },

    async recordReveal(reveal) {
      rows.reveals.push(reveal);
    },
    reveals: async (requestId) => rows.reveals.filter((reveal) => reveal.requestId === requestId),

    stats: async () =>
      statsFrom({
        requests: each(
          rows.requests.map((request) => {
            const { state, isQuarantined } = listed(request, rows);
            return state === 'open' && isQuarantined ? 'quarantined' : state;
          }),
        ),
        evidence: each(lastRecords(rows.evidence).map(({ status }) => status)),
        outbox: each(rows.outbox.map(stateOf)),
      }),

    isHealthy: async () => true,
  };
}

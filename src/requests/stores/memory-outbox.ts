import { type Delivery, hasFailed, type Outbox, type OutboxEntry } from '../outbox.ts';
import { stateOf } from './memory-desk.ts';
import { type MemoryOutboxRow, type MemoryRows, stored } from './memory-rows.ts';

const isWaiting = ({ deliveredAt, deadAt }: MemoryOutboxRow): boolean => !deliveredAt && !deadAt;
const isFree = ({ lease }: MemoryOutboxRow, now: string): boolean => !lease || lease.until <= now;

/** What is to be said outside. */
export function memoryOutbox(rows: MemoryRows): Outbox {
  const requestOf = ({ requestId }: MemoryOutboxRow) => rows.requests.find(({ id }) => id === requestId);
  const held = (id: string, leaseId: string) => rows.outbox.find((row) => row.id === id && row.lease?.id === leaseId);
  /** Ends a lease with a change. */
  const giveBack = (id: string, leaseId: string, changes: Partial<MemoryOutboxRow>): boolean => {
    const row = held(id, leaseId);
    if (!row) return false;
    delete row.lease;
    Object.assign(row, changes);
    return true;
  };
  const waitsForOlder = (row: MemoryOutboxRow): boolean =>
    rows.outbox
      .slice(0, rows.outbox.indexOf(row))
      .some((older) => older.subjectKey === row.subjectKey && older.channel === row.channel && isWaiting(older));
  const isSilenced = ({ channel, subjectKey = '' }: MemoryOutboxRow): boolean =>
    channel === 'text' && (rows.suppressed.has(subjectKey) || rows.paused.has(subjectKey));

  const entry = (row: MemoryOutboxRow): OutboxEntry => {
    const { alarmedAt: _, lease: __, subjectKey: ___, ...rest } = row;
    return { ...rest, reference: requestOf(row)?.reference ?? '', state: stateOf(row) };
  };

  return {
    async claimDue({ channel, now, leaseUntil, leaseId, limit }) {
      const isDue = (row: MemoryOutboxRow) =>
        row.channel === channel && isWaiting(row) && row.dueAt <= now && isFree(row, now);
      const isOldNews = (row: MemoryOutboxRow) =>
        isDue(row) && !/erased|cancelled/.test(row.type) && requestOf(row)?.erasedAt;
      rows.outbox = rows.outbox.filter((row) => !isOldNews(row));
      const due = rows.outbox
        .filter((row) => isDue(row) && !isSilenced(row) && !(row.subjectKey && waitsForOlder(row)))
        .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt, 'en'))
        .slice(0, limit);
      return due.flatMap((row): Delivery[] => {
        const request = requestOf(row);
        if (!request) return [];
        row.lease = { id: leaseId, until: leaseUntil };
        row.attempts += 1;
        const { id, requestId, type, createdAt, dueAt, attempts, subjectKey } = row;
        return [
          {
            ...{ id, requestId, channel, type, createdAt, dueAt, leaseId, attempts },
            ...(subjectKey && { subjectKey }),
            request: stored(request, rows),
          },
        ];
      });
    },

    markDelivered: async (id, leaseId, at) => giveBack(id, leaseId, { deliveredAt: at }),
    markRetry: async (id, leaseId, nextAt, status) => giveBack(id, leaseId, { dueAt: nextAt, lastStatus: status }),
    markDead: async (id, leaseId, at, status) => giveBack(id, leaseId, { deadAt: at, lastStatus: status }),

    outboxList: async () =>
      rows.outbox
        .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt, 'en'))
        .reverse()
        .map(entry),

    async replay(which, at) {
      const isMeant = ({ id, createdAt }: MemoryOutboxRow) =>
        'ids' in which ? which.ids.includes(id) : createdAt >= which.from && createdAt <= which.to;
      const again = rows.outbox.filter(
        (row) =>
          isMeant(row) &&
          row.channel !== 'text' &&
          isFree(row, at) &&
          (row.type !== 'request.created' || !requestOf(row)?.erasedAt),
      );
      for (const row of again) {
        for (const name of ['deliveredAt', 'deadAt', 'alarmedAt', 'signedOffAt', 'signedOffBy', 'lease'] as const) {
          delete row[name];
        }
        Object.assign(row, { dueAt: at, attempts: 0 });
      }
      return again.length;
    },

    async signOff(id, by, at) {
      const row = rows.outbox.find((one) => one.id === id && one.deadAt && !one.signedOffAt);
      if (row) Object.assign(row, { signedOffAt: at, signedOffBy: by });
      return row !== undefined;
    },

    async claimAlarms({ channel, at, undeliveredSince, repeatSince }) {
      const isStuck = (row: MemoryOutboxRow) =>
        (row.dueAt <= undeliveredSince || hasFailed(row.lastStatus)) && !isSilenced(row);
      const alarms = rows.outbox.filter((row) => {
        const { deliveredAt, deadAt, signedOffAt, createdAt, alarmedAt } = row;
        if (row.channel !== channel || deliveredAt || signedOffAt) return false;
        if (!deadAt) return createdAt <= undeliveredSince && !alarmedAt && (channel !== 'text' || isStuck(row));
        return !alarmedAt || alarmedAt <= repeatSince;
      });
      for (const row of alarms) row.alarmedAt = at;
      return alarms.map(entry);
    },

    async stopEndpoint(endpoint, at) {
      if (!rows.stoppedEndpoints.has(endpoint)) rows.stoppedEndpoints.set(endpoint, at);
    },
    async resumeEndpoint(endpoint) {
      rows.stoppedEndpoints.delete(endpoint);
    },
    endpointStoppedAt: async (endpoint) => rows.stoppedEndpoints.get(endpoint),
  };
}

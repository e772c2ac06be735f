import type { Acceptance, Intake } from '../intake.ts';
import type { RetentionLimits } from '../retention.ts';
import {
  addRecords,
  lastRecords,
  type MemoryOutboxRow,
  type MemoryRequest,
  type MemoryRows,
  queue,
  recordsOf,
} from './memory-rows.ts';

/** The first request that this one repeats. */
function repeated({ request, repeatsSince }: Acceptance, { requests }: MemoryRows): string | undefined {
  const before = requests
    .filter((one) => one.subjectKey === request.subjectKey && one.kind === request.kind)
    .filter(({ receivedAt }) => receivedAt >= repeatsSince)
    .sort((one, other) => one.receivedAt.localeCompare(other.receivedAt, 'en'))
    .at(-1);
  return before && (before.repeatOf ?? before.id);
}

const isInHands = ({ lease }: MemoryOutboxRow, now: string): boolean => lease !== undefined && lease.until > now;

/** Ends a request; which of its notices go is for the caller to say. */
function blank(rows: MemoryRows, request: MemoryRequest, at: string): void {
  delete request.sealed;
  delete request.subjectKey;
  delete request.slot;
  request.erasedAt = at;
  rows.bookings = rows.bookings.filter(({ requestId }) => requestId !== request.id);
}

function endTexts({ texts }: MemoryRows, requestId: string, at: string, isOverdue: boolean): void {
  for (const text of texts.filter((one) => one.requestId === requestId && !one.endedAt)) {
    text.endedAt = at;
    if (!isOverdue) text.state = 'revoked';
    else text.state = text.state === 'active' ? 'done' : 'expired';
  }
}

/** What retention takes: kept as long as promised, or closed and told to whoever must hear of it. */
function isOverdue(request: MemoryRequest, limits: RetentionLimits, { outbox }: MemoryRows): boolean {
  const { id, receivedAt, eraseBy, doneAt, erasedAt } = request;
  if (erasedAt) return false;
  if (receivedAt <= limits.receivedUpTo || eraseBy <= limits.eraseUpTo) return true;
  const isUntold = outbox.some(
    (row) => row.requestId === id && row.deliveredAt === undefined && row.signedOffAt === undefined,
  );
  return doneAt !== undefined && doneAt <= limits.closedUpTo && (limits.isDeskOnly || !isUntold);
}

/** Taking requests in, and letting go of them. */
export function memoryIntake(rows: MemoryRows): Intake {
  const { bindings, wordings } = rows;
  const seatsOf = (start: string) => rows.bookings.filter((booking) => booking.start === start).length;
  return {
    bindingOf: async (key) => bindings.get(key),

    async accept(acceptance) {
      const { request, evidence, outbox, seats, wantsTexts, binding } = acceptance;
      const { id, subjectKey, slot, receivedAt } = request;
      if (binding && bindings.has(binding.key)) return 'key-taken';
      if (slot && seatsOf(slot.start) >= seats) return 'slot-taken';
      if (rows.requests.some(({ reference }) => reference === request.reference)) return 'reference-taken';
      const repeatOf = repeated(acceptance, rows);
      rows.requests.push({ ...request, ...(repeatOf && { repeatOf }) });
      addRecords(rows, evidence);
      queue(rows, outbox);
      if (slot) rows.bookings.push({ start: slot.start, requestId: id });
      if (wantsTexts) rows.texts.push({ requestId: id, subjectKey, state: 'requested', requestedAt: receivedAt });
      if (binding) bindings.set(binding.key, binding);
      return 'accepted';
    },

    async takenSlots(from, to) {
      const starts = rows.bookings.map(({ start }) => start).filter((start) => start >= from && start < to);
      return [...new Set(starts)].sort().map((start) => ({ start, seats: seatsOf(start) }));
    },

    async cancellable(cancelHash) {
      const found = rows.requests.find((request) => request.cancelHash === cancelHash);
      if (!found) return undefined;
      const evidence = lastRecords(recordsOf(rows, found.id));
      return { requestId: found.id, isErased: found.erasedAt !== undefined, evidence };
    },

    async erase({ requestId, at, evidence, outbox }) {
      const found = rows.requests.find(({ id }) => id === requestId);
      if (!found || found.erasedAt) return false;
      addRecords(rows, evidence);
      rows.outbox = rows.outbox.filter((row) => row.requestId !== requestId || row.deliveredAt || isInHands(row, at));
      queue(rows, outbox);
      endTexts(rows, requestId, at, false);
      blank(rows, found, at);
      return true;
    },

    async purgeBefore(limits) {
      const { at, boundUpTo, forgottenUpTo } = limits;
      const overdue = rows.requests.filter((request) => isOverdue(request, limits, rows));
      const isOver = (moment: string | undefined) => moment !== undefined && moment <= forgottenUpTo;
      for (const request of overdue) {
        rows.outbox = rows.outbox.filter(
          (row) =>
            row.requestId !== request.id || row.deliveredAt || (row.deadAt && !row.signedOffAt) || isInHands(row, at),
        );
        endTexts(rows, request.id, at, true);
        blank(rows, request, at);
      }
      const old = [...bindings.values()].filter((binding) => binding.at <= boundUpTo);
      for (const { key } of old) bindings.delete(key);
      rows.outbox = rows.outbox.filter(({ deliveredAt, signedOffAt }) => !isOver(deliveredAt ?? signedOffAt));
      rows.texts = rows.texts.filter(({ endedAt }) => !isOver(endedAt));
      for (const { messageId, at: came } of [...rows.inbound.values()]) {
        if (isOver(came)) rows.inbound.delete(messageId);
      }
      return { erasedRequests: overdue.length, deletedBindings: old.length };
    },

    async keepDisclosures(shown) {
      for (const { sha256 } of shown) wordings.add(sha256);
    },
  };
}

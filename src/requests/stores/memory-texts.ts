import type { Evidence } from '../consent.ts';
import type { TextState, Texts } from '../text-subscription.ts';
import { addRecords, type MemoryRows, queue } from './memory-rows.ts';

/** Double opt-in, STOP and what else phones say. */
export function memoryTexts(rows: MemoryRows): Texts {
  /** The subscription of a request, where it is in one of these states. */
  const inState = (requestId: string, ...states: TextState[]) =>
    rows.texts.find((text) => text.requestId === requestId && states.includes(text.state));
  const pending: readonly TextState[] = ['requested', 'confirm-sent'];

  return {
    textOf: async (requestId) => copyOf(rows.texts.find((text) => text.requestId === requestId)),
    textsOf: async (subjectKey) =>
      rows.texts.filter((text) => text.subjectKey === subjectKey).map((text) => ({ ...text })),
    pendingTexts: async (upTo) =>
      rows.texts
        .filter(({ state, requestedAt }) => pending.includes(state) && requestedAt <= upTo)
        .toSorted((one, other) => one.requestedAt.localeCompare(other.requestedAt, 'en'))
        .map((text) => ({ ...text })),

    confirmationsSince: async (since, subjectKey) =>
      rows.texts.filter(
        ({ confirmSentAt, subjectKey: own }) =>
          confirmSentAt !== undefined && confirmSentAt >= since && (!subjectKey || own === subjectKey),
      ).length,

    async markConfirmSent({ id, leaseId, requestId, at }, evidence) {
      const sent = rows.outbox.find((row) => row.id === id && row.lease?.id === leaseId);
      if (!sent) return false;
      delete sent.lease;
      sent.deliveredAt = at;
      const text = inState(requestId, 'requested');
      if (text) {
        addRecords(rows, evidence);
        Object.assign(text, { state: 'confirm-sent', confirmSentAt: at });
      }
      return true;
    },

    async confirmByReply({ requestId, at, eraseBy, evidence, outbox }) {
      const text = inState(requestId, 'confirm-sent');
      if (!text) return false;
      addRecords(rows, evidence);
      queue(rows, outbox);
      Object.assign(text, { state: 'active', activeAt: at });
      const request = rows.requests.find((one) => one.id === requestId && !one.erasedAt);
      if (request) request.eraseBy = eraseBy;
      return true;
    },

    async finishText(requestId, at) {
      const text = inState(requestId, 'active');
      if (text) Object.assign(text, { state: 'done', endedAt: at });
      return text !== undefined;
    },

    async expireText(requestId, at, evidence: readonly Evidence[]) {
      const text = inState(requestId, ...pending);
      if (!text) return false;
      addRecords(rows, evidence);
      rows.outbox = rows.outbox.filter(
        (row) => row.requestId !== requestId || row.channel !== 'text' || row.deliveredAt,
      );
      Object.assign(text, { state: 'expired', endedAt: at });
      return true;
    },

    async stop({ subjectKey, at, evidence, outbox }) {
      const isTextTo = (row: (typeof rows.outbox)[number]) =>
        row.channel === 'text' && row.subjectKey === subjectKey && !row.deliveredAt;
      if (rows.outbox.some((row) => isTextTo(row) && row.lease && row.lease.until > at)) return 'sending';
      addRecords(rows, evidence);
      queue(rows, outbox);
      if (!rows.suppressed.has(subjectKey)) rows.suppressed.set(subjectKey, at);
      rows.outbox = rows.outbox.filter((row) => !isTextTo(row));
      for (const text of rows.texts.filter((one) => one.subjectKey === subjectKey && !one.endedAt)) {
        Object.assign(text, { state: 'revoked', endedAt: at });
      }
      return 'stopped';
    },

    suppressedSince: async (subjectKey) => rows.suppressed.get(subjectKey),
    async pauseTexts(subjectKey, at) {
      if (!rows.paused.has(subjectKey)) rows.paused.set(subjectKey, at);
    },
    async resumeTexts(subjectKey) {
      rows.paused.delete(subjectKey);
    },
    async wroteIn() {
      const messageIdsOf = (number: string) =>
        [...rows.inbound.values()]
          .filter(({ subjectKey, replyClass }) => subjectKey === number && /^(mentions-stop|other)$/.test(replyClass))
          .map(({ messageId }) => messageId);
      return [...rows.paused]
        .map(([subjectKey, since]) => ({
          subjectKey,
          since,
          messageIds: messageIdsOf(subjectKey),
          hasOpenRequest: rows.requests.some(
            (request) => request.subjectKey === subjectKey && !request.doneAt && !request.erasedAt,
          ),
        }))
        .filter(({ subjectKey, messageIds }) => messageIds.length > 0 || !rows.suppressed.has(subjectKey))
        .map(({ subjectKey: _, ...wrote }) => wrote)
        .toSorted((one, other) => one.since.localeCompare(other.since, 'en'));
    },

    async rememberInbound(inbound) {
      if (rows.inbound.has(inbound.messageId)) return false;
      rows.inbound.set(inbound.messageId, inbound);
      return true;
    },
    isKnownInbound: async (messageId) => rows.inbound.has(messageId),
  };
}

const copyOf = <Row extends object>(row: Row | undefined): Row | undefined => row && { ...row };

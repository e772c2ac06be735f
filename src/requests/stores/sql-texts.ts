import type { Evidence } from '../consent.ts';
import type { OutboxRow } from '../outbox.ts';
import type { TextSubscription, Texts } from '../text-subscription.ts';
import type { Bound } from './database.ts';
import { type Sql, touched } from './sql.ts';
import { addEvidenceWhere } from './sql-evidence.ts';
import { setDelivered } from './sql-outbox.ts';
import { given } from './sql-request.ts';

const selectTexts = `SELECT request_id AS requestId, subject_key AS subjectKey, state, requested_at AS requestedAt,
  confirm_sent_at AS confirmSentAt, active_at AS activeAt, ended_at AS endedAt FROM text_subscription`;
const selectOf = `${selectTexts} WHERE request_id = ?`;
const selectBySubject = `${selectTexts} WHERE subject_key = ? ORDER BY requested_at, rowid`;
const selectPending = `${selectTexts} WHERE state IN ('requested', 'confirm-sent') AND requested_at <= ?
  ORDER BY requested_at, rowid`;
const countConfirmations = `SELECT count(*) AS number FROM text_subscription
  WHERE confirm_sent_at >= ?1 AND (?2 = '' OR subject_key = ?2)`;

/** A change of state is one batch. What depends on the old state comes first, the change itself last. */
const isIn = (request: string, ...states: string[]) =>
  `EXISTS (SELECT 1 FROM text_subscription WHERE request_id = ${request} AND state IN ('${states.join("', '")}'))`;
const holdsLease = (id: string, leaseId: string) =>
  `EXISTS (SELECT 1 FROM outbox WHERE id = ${id} AND lease_id = ${leaseId} AND delivered_at IS NULL)`;

const setConfirmSent = `UPDATE text_subscription SET state = 'confirm-sent', confirm_sent_at = ?2
  WHERE request_id = ?1 AND state = 'requested' AND ${holdsLease('?3', '?4')}`;
const setActive = `UPDATE text_subscription SET state = 'active', active_at = ?2
  WHERE request_id = ?1 AND state = 'confirm-sent' RETURNING request_id`;
const keepUntil = `UPDATE request SET erase_by = ?2
  WHERE id = ?1 AND erased_at IS NULL AND ${isIn('?1', 'confirm-sent')}`;
const setDone = `UPDATE text_subscription SET state = 'done', ended_at = ?2
  WHERE request_id = ?1 AND state = 'active' RETURNING request_id`;
const setExpired = `UPDATE text_subscription SET state = 'expired', ended_at = ?2
  WHERE request_id = ?1 AND state IN ('requested', 'confirm-sent') RETURNING request_id`;
const dropTextsOf = `DELETE FROM outbox WHERE request_id = ?1 AND channel = 'text' AND delivered_at IS NULL
  AND ${isIn('?1', 'requested', 'confirm-sent')}`;
const queueWhere = (
  condition: string,
) => `INSERT INTO outbox (id, request_id, channel, type, created_at, due_at, subject_key)
  SELECT ?1, id, ?3, ?4, ?5, ?6, subject_key FROM request WHERE id = ?2 AND ${condition}`;

/** STOP waits for a text that is under way: otherwise it could arrive after the stop. */
const isSending = (subject: string, now: string) =>
  `EXISTS (SELECT 1 FROM outbox WHERE subject_key = ${subject} AND channel = 'text' AND lease_id IS NOT NULL
    AND leased_until > ${now} AND delivered_at IS NULL AND dead_at IS NULL)`;
const selectSending = `SELECT ${isSending('?1', '?2')} AS isSending`;
const suppress = `INSERT INTO suppression (subject_key, since, via) SELECT ?1, ?2, ?3
  WHERE NOT ${isSending('?1', '?2')} ON CONFLICT DO NOTHING`;
const dropTextsTo = `DELETE FROM outbox WHERE subject_key = ?1 AND channel = 'text' AND delivered_at IS NULL
  AND NOT ${isSending('?1', '?2')}`;
const endTextsTo = `UPDATE text_subscription SET state = 'revoked', ended_at = ?2
  WHERE subject_key = ?1 AND state IN ('requested', 'confirm-sent', 'active') AND NOT ${isSending('?1', '?2')}`;

const selectSuppressed = 'SELECT since FROM suppression WHERE subject_key = ?';
const insertPause = 'INSERT INTO text_pause (subject_key, since) VALUES (?, ?) ON CONFLICT DO NOTHING';
const deletePause = 'DELETE FROM text_pause WHERE subject_key = ?';
const forPerson = "reply_class IN ('mentions-stop', 'other')";
const selectWroteIn = `SELECT since,
    (SELECT json_group_array(message_id) FROM inbound i WHERE i.subject_key = p.subject_key AND ${forPerson}) AS messageIds,
    EXISTS (SELECT 1 FROM request r WHERE r.subject_key = p.subject_key AND r.done_at IS NULL AND r.erased_at IS NULL)
      AS hasOpenRequest
  FROM text_pause p
  WHERE NOT EXISTS (SELECT 1 FROM suppression s WHERE s.subject_key = p.subject_key)
    OR EXISTS (SELECT 1 FROM inbound i WHERE i.subject_key = p.subject_key AND ${forPerson})
  ORDER BY since, p.rowid`;
const insertInbound = `INSERT INTO inbound (message_id, at, subject_key, reply_class) VALUES (?, ?, ?, ?)
  ON CONFLICT DO NOTHING RETURNING message_id`;
const selectInbound = 'SELECT message_id FROM inbound WHERE message_id = ?';

type WroteInColumns = { since: string; messageIds: string; hasOpenRequest: number };
type TextColumns = { [Name in keyof TextSubscription]-?: TextSubscription[Name] | null };

const textFrom = (row: TextColumns): TextSubscription =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => given(value))) as unknown as TextSubscription;

/** Double opt-in, STOP and what else phones say. */
export function textVerbs(sql: Sql): Texts {
  const { bind } = sql;
  const texts = async (statement: string, value: string) =>
    (await sql.rows<TextColumns>(statement, value)).map(textFrom);
  const queue = (row: OutboxRow, condition: string, ...values: string[]): Bound =>
    bind(queueWhere(condition), row.id, row.requestId, row.channel, row.type, row.createdAt, row.dueAt, ...values);
  const evidenceWhere = (records: readonly Evidence[], condition: string, ...values: string[]) =>
    addEvidenceWhere(sql, records, condition, ...values);
  /** Carries out a batch whose last statement is the change itself. */
  const change = async (statements: Bound[]) => touched((await sql.batch(statements)).at(-1));

  return {
    textOf: async (requestId) => (await texts(selectOf, requestId))[0],
    textsOf: (subjectKey) => texts(selectBySubject, subjectKey),
    pendingTexts: (requestedUpTo) => texts(selectPending, requestedUpTo),

    async confirmationsSince(since, subjectKey = '') {
      return (await sql.first<{ number: number }>(countConfirmations, since, subjectKey))?.number ?? 0;
    },

    markConfirmSent: ({ id, leaseId, requestId, at }, evidence) =>
      change([
        ...evidenceWhere(evidence, `${holdsLease('?6', '?7')} AND ${isIn('?8', 'requested')}`, id, leaseId, requestId),
        bind(setConfirmSent, requestId, at, id, leaseId),
        bind(setDelivered, id, leaseId, at),
      ]),

    confirmByReply: ({ requestId, at, eraseBy, evidence, outbox }) =>
      change([
        ...evidenceWhere(evidence, isIn('?6', 'confirm-sent'), requestId),
        ...outbox.map((row) => queue(row, isIn('?2', 'confirm-sent'))),
        bind(keepUntil, requestId, eraseBy),
        bind(setActive, requestId, at),
      ]),

    finishText: (requestId, at) => change([bind(setDone, requestId, at)]),

    expireText: (requestId, at, evidence) =>
      change([
        ...evidenceWhere(evidence, isIn('?6', 'requested', 'confirm-sent'), requestId),
        bind(dropTextsOf, requestId),
        bind(setExpired, requestId, at),
      ]),

    async stop({ subjectKey, at, via, evidence, outbox }) {
      const results = await sql.batch([
        ...evidenceWhere(evidence, `NOT ${isSending('?6', '?7')}`, subjectKey, at),
        ...outbox.map((row) => queue(row, `NOT ${isSending('?7', '?8')}`, subjectKey, at)),
        bind(suppress, subjectKey, at, via),
        bind(endTextsTo, subjectKey, at),
        bind(selectSending, subjectKey, at),
        bind(dropTextsTo, subjectKey, at),
      ]);
      const [answer] = results.at(-2) as { isSending: number }[];
      return answer?.isSending === 1 ? 'sending' : 'stopped';
    },

    suppressedSince: async (subjectKey) => (await sql.first<{ since: string }>(selectSuppressed, subjectKey))?.since,

    async pauseTexts(subjectKey, at) {
      await sql.batch([bind(insertPause, subjectKey, at)]);
    },
    async resumeTexts(subjectKey) {
      await sql.batch([bind(deletePause, subjectKey)]);
    },
    wroteIn: async () =>
      (await sql.rows<WroteInColumns>(selectWroteIn)).map(({ since, messageIds, hasOpenRequest }) => ({
        since,
        messageIds: JSON.parse(messageIds),
        hasOpenRequest: hasOpenRequest === 1,
      })),

    rememberInbound: ({ messageId, at, subjectKey, replyClass }) =>
      change([bind(insertInbound, messageId, at, subjectKey, replyClass)]),
    isKnownInbound: async (messageId) => (await sql.first(selectInbound, messageId)) !== undefined,
  };
}

import type { Intake } from '../intake.ts';
import { type Sql, touched } from './sql.ts';
import { addEvidenceWhere, lastEvidenceOf } from './sql-evidence.ts';

const selectCancellable = 'SELECT id, erased_at IS NOT NULL AS isErased FROM request WHERE cancel_hash = ?';

/** Not in a worker's hands at this moment. */
const isFree = (now: string) => `(lease_id IS NULL OR leased_until <= ${now})`;

/** Erasing is one batch. Its statements act only while the request still stands; the last one ends that. */
const stands = (id: string) => `EXISTS (SELECT 1 FROM request WHERE id = ${id} AND erased_at IS NULL)`;

/** What nobody was told yet needs no telling any more. What is being told now is followed by the news that it is erased. */
const dropUndelivered = `DELETE FROM outbox
  WHERE request_id = ?1 AND delivered_at IS NULL AND ${isFree('?2')} AND ${stands('?1')}`;
const queueErased = `INSERT INTO outbox (id, request_id, channel, type, created_at, due_at, subject_key)
  SELECT ?1, id, ?3, ?4, ?5, ?6, subject_key FROM request WHERE id = ?2 AND erased_at IS NULL`;
const endTexts = `UPDATE text_subscription SET state = 'revoked', ended_at = ?2
  WHERE request_id = ?1 AND state IN ('requested', 'confirm-sent', 'active')`;
const freeSlot = 'DELETE FROM slot_booking WHERE request_id = ?';
const deleteKey = 'DELETE FROM request_key WHERE request_id = ?';

const blank = 'body = NULL, subject_key = NULL, slot_start = NULL, slot_end = NULL, erased_at = ?1';
const blankRequest = `UPDATE request SET ${blank} WHERE id = ?2 AND erased_at IS NULL RETURNING id`;

/**
 * What retention takes: kept as long as promised, or closed and told to whoever must hear of it. Placeholders: 1 now, 2 received,
 * 3 erase by, 4 closed, 5 whether the desk is the only one to hear.
 */
const isOverdue = `erased_at IS NULL AND (received_at <= ?2 OR erase_by <= ?3 OR (done_at <= ?4 AND (?5 = 1 OR NOT EXISTS
  (SELECT 1 FROM outbox o WHERE o.request_id = request.id AND o.delivered_at IS NULL AND o.signed_off_at IS NULL))))`;
const overdue = `(SELECT id FROM request WHERE ${isOverdue})`;

/** The blanking comes last: it ends the condition of the others. A dead letter stays until somebody signs it off. */
const dropOverdueNotices = `DELETE FROM outbox WHERE delivered_at IS NULL AND (dead_at IS NULL OR signed_off_at IS NOT NULL)
  AND ${isFree('?1')} AND request_id IN ${overdue}`;
const endOverdueTexts = `UPDATE text_subscription SET ended_at = ?1,
    state = CASE state WHEN 'active' THEN 'done' ELSE 'expired' END
  WHERE state IN ('requested', 'confirm-sent', 'active') AND request_id IN ${overdue}`;
const freeOverdueSlots = `DELETE FROM slot_booking WHERE request_id IN ${overdue}`;
const deleteOverdueKeys = `DELETE FROM request_key WHERE request_id IN ${overdue}`;
const blankOverdue = `UPDATE request SET ${blank} WHERE ${isOverdue} RETURNING id`;

const deleteOldBindings = 'DELETE FROM idempotency WHERE at <= ? RETURNING key';
const deleteOldNotices = `DELETE FROM outbox WHERE coalesce(delivered_at, signed_off_at) <= ?`;
const deleteOldTexts = 'DELETE FROM text_subscription WHERE ended_at <= ?';
const deleteOldInbound = 'DELETE FROM inbound WHERE at <= ?';

/** Letting go of requests. `afterErasing` runs once the rows are gone, for databases that keep a log of their own. */
export function erasingVerbs(
  sql: Sql,
  afterErasing: () => void,
): Pick<Intake, 'cancellable' | 'erase' | 'purgeBefore'> {
  const { bind } = sql;
  return {
    async cancellable(cancelHash) {
      const found = await sql.first<{ id: string; isErased: number }>(selectCancellable, cancelHash);
      if (!found) return undefined;
      const evidence = await lastEvidenceOf(sql, found.id);
      return { requestId: found.id, isErased: found.isErased === 1, evidence };
    },

    async erase({ requestId, at, evidence, outbox }) {
      const results = await sql.batch([
        ...addEvidenceWhere(sql, evidence, stands('?6'), requestId),
        bind(dropUndelivered, requestId, at),
        ...outbox.map((row) => bind(queueErased, row.id, requestId, row.channel, row.type, row.createdAt, row.dueAt)),
        bind(endTexts, requestId, at),
        bind(freeSlot, requestId),
        bind(deleteKey, requestId),
        bind(blankRequest, at, requestId),
      ]);
      afterErasing();
      return touched(results.at(-1));
    },

    async purgeBefore({ at, receivedUpTo, eraseUpTo, closedUpTo, isDeskOnly, boundUpTo, forgottenUpTo }) {
      const limits = [at, receivedUpTo, eraseUpTo, closedUpTo, Number(isDeskOnly)] as const;
      const results = await sql.batch([
        bind(dropOverdueNotices, ...limits),
        bind(endOverdueTexts, ...limits),
        bind(freeOverdueSlots, ...limits),
        bind(deleteOverdueKeys, ...limits),
        bind(blankOverdue, ...limits),
        bind(deleteOldBindings, boundUpTo),
        bind(deleteOldNotices, forgottenUpTo),
        bind(deleteOldTexts, forgottenUpTo),
        bind(deleteOldInbound, forgottenUpTo),
      ]);
      // Also where nothing was due: a reader may have kept the log of an earlier erasure from being emptied.
      afterErasing();
      return { erasedRequests: results[4]?.length ?? 0, deletedBindings: results[5]?.length ?? 0 };
    },
  };
}

import { type Delivery, type Outbox, type OutboxEntry, waitsInTurn } from '../outbox.ts';
import { type Sql, touched } from './sql.ts';
import { given, type RequestColumns, storedColumns, storedFrom } from './sql-request.ts';

const isWaiting = 'delivered_at IS NULL AND dead_at IS NULL';
/** In nobody's hands, or in those of a worker that never came back. Placeholder 2 is now. */
const isFree = '(lease_id IS NULL OR leased_until <= ?2)';

/** Claiming is one batch of the next three: what need not be said any more, what is taken, what was taken. */
const dropNewsOfErased = `DELETE FROM outbox WHERE channel = ?1 AND ${isWaiting} AND due_at <= ?2 AND ${isFree}
  AND type IN ('request.created', 'text.confirm', 'text.info')
  AND request_id IN (SELECT id FROM request WHERE erased_at IS NOT NULL)`;
const lease = `UPDATE outbox SET lease_id = ?3, leased_until = ?4, attempts = attempts + 1 WHERE rowid IN (
  SELECT o.rowid FROM outbox o
  WHERE o.channel = ?1 AND ${isWaiting} AND o.due_at <= ?2 AND ${isFree}
    AND NOT EXISTS (SELECT 1 FROM outbox older WHERE older.subject_key = o.subject_key AND older.channel = o.channel
      AND older.rowid < o.rowid AND older.delivered_at IS NULL AND older.dead_at IS NULL)
    AND (o.channel <> 'text' OR NOT EXISTS (SELECT 1 FROM suppression s WHERE s.subject_key = o.subject_key)
      AND NOT EXISTS (SELECT 1 FROM text_pause p WHERE p.subject_key = o.subject_key))
  ORDER BY o.due_at, o.rowid LIMIT ?5)`;
const selectLeased = `SELECT o.id AS outboxId, o.channel, o.type, o.created_at AS createdAt, o.due_at AS dueAt,
    o.lease_id AS leaseId, o.attempts, o.subject_key AS subjectKey, ${storedColumns}
  FROM outbox o JOIN request r ON r.id = o.request_id LEFT JOIN request_key k ON k.request_id = r.id
  WHERE o.lease_id = ? ORDER BY o.due_at, o.rowid`;

type LeasedColumns = RequestColumns &
  Pick<Delivery, 'channel' | 'type' | 'createdAt' | 'dueAt' | 'leaseId' | 'attempts'> & {
    outboxId: string;
    subjectKey: string | null;
  };

const deliveryFrom = (row: LeasedColumns): Delivery => ({
  id: row.outboxId,
  requestId: row.id,
  channel: row.channel,
  type: row.type,
  createdAt: row.createdAt,
  dueAt: row.dueAt,
  leaseId: row.leaseId,
  attempts: row.attempts,
  ...(given(row.subjectKey) && { subjectKey: row.subjectKey }),
  request: storedFrom(row),
});

const giveBack = 'lease_id = NULL, leased_until = NULL';
/** Ends a lease with a delivery; texts end theirs together with the state of their subscription. */
export const setDelivered = `UPDATE outbox SET delivered_at = ?3, ${giveBack}
  WHERE id = ?1 AND lease_id = ?2 AND delivered_at IS NULL RETURNING id`;
const setRetry = `UPDATE outbox SET due_at = ?3, last_status = ?4, ${giveBack} WHERE id = ?1 AND lease_id = ?2 RETURNING id`;
const setDead = `UPDATE outbox SET dead_at = ?3, last_status = ?4, ${giveBack} WHERE id = ?1 AND lease_id = ?2 RETURNING id`;

const entryColumns = `id, request_id AS requestId, channel, type, created_at AS createdAt, due_at AS dueAt, attempts,
  last_status AS lastStatus, delivered_at AS deliveredAt, dead_at AS deadAt, signed_off_at AS signedOffAt,
  signed_off_by AS signedOffBy, (SELECT reference FROM request WHERE request.id = request_id) AS reference,
  CASE WHEN dead_at IS NOT NULL THEN 'dead' WHEN delivered_at IS NOT NULL THEN 'delivered'
    WHEN lease_id IS NOT NULL THEN 'leased' ELSE 'due' END AS state`;
const selectEntries = `SELECT ${entryColumns} FROM outbox ORDER BY created_at DESC, rowid DESC`;

/** Texts are not said twice, and what is erased is not announced again. */
const replayed = `UPDATE outbox SET due_at = ?1, attempts = 0, delivered_at = NULL, dead_at = NULL, alarmed_at = NULL,
    signed_off_at = NULL, signed_off_by = NULL, ${giveBack}
  WHERE channel <> 'text' AND (lease_id IS NULL OR leased_until <= ?1)
    AND (type <> 'request.created' OR request_id IN (SELECT id FROM request WHERE erased_at IS NULL))`;
const replayOne = `${replayed} AND id = ?2 RETURNING id`;
const replayRange = `${replayed} AND created_at >= ?2 AND created_at <= ?3 RETURNING id`;

const setSignedOff = `UPDATE outbox SET signed_off_by = ?, signed_off_at = ?
  WHERE id = ? AND dead_at IS NOT NULL AND signed_off_at IS NULL RETURNING id`;
/** A text whose hour came and that is still here, or whose last attempt went wrong. Placeholder 2 is how long ago is too long. */
const isStuck = `(due_at <= ?2 OR last_status NOT IN ('${waitsInTurn.join("', '")}'))
  AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.subject_key = outbox.subject_key)
  AND NOT EXISTS (SELECT 1 FROM text_pause p WHERE p.subject_key = outbox.subject_key)`;
const setAlarmed = `UPDATE outbox SET alarmed_at = ?1
  WHERE channel = ?4 AND delivered_at IS NULL AND signed_off_at IS NULL
  AND (CASE WHEN dead_at IS NULL THEN created_at <= ?2 AND alarmed_at IS NULL AND (channel <> 'text' OR ${isStuck})
    ELSE alarmed_at IS NULL OR alarmed_at <= ?3 END)
  RETURNING ${entryColumns}`;

const insertStopped = 'INSERT INTO stopped_endpoint (endpoint, stopped_at) VALUES (?, ?) ON CONFLICT DO NOTHING';
const deleteStopped = 'DELETE FROM stopped_endpoint WHERE endpoint = ?';
const selectStopped = 'SELECT stopped_at AS at FROM stopped_endpoint WHERE endpoint = ?';

type EntryColumns = { [Name in keyof OutboxEntry]-?: OutboxEntry[Name] | null };

const entryFrom = (row: EntryColumns): OutboxEntry =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as OutboxEntry;

/** What is to be said outside. */
export function outboxVerbs(sql: Sql): Outbox {
  const { bind } = sql;
  const isTouched = async (statement: string, ...values: string[]) =>
    touched((await sql.batch([bind(statement, ...values)]))[0]);
  return {
    async claimDue({ channel, now, leaseId, leaseUntil, limit }) {
      const [, , leased] = await sql.batch([
        bind(dropNewsOfErased, channel, now),
        bind(lease, channel, now, leaseId, leaseUntil, limit),
        bind(selectLeased, leaseId),
      ]);
      return (leased as LeasedColumns[]).map(deliveryFrom);
    },

    markDelivered: (id, leaseId, at) => isTouched(setDelivered, id, leaseId, at),
    markRetry: (id, leaseId, nextAt, status) => isTouched(setRetry, id, leaseId, nextAt, status),
    markDead: (id, leaseId, at, status) => isTouched(setDead, id, leaseId, at, status),

    outboxList: async () => (await sql.rows<EntryColumns>(selectEntries)).map(entryFrom),

    async replay(which, at) {
      const replays =
        'ids' in which ? which.ids.map((id) => bind(replayOne, at, id)) : [bind(replayRange, at, which.from, which.to)];
      return (await sql.batch(replays)).flat().length;
    },

    signOff: (id, by, at) => isTouched(setSignedOff, by, at, id),

    async claimAlarms({ channel, at, undeliveredSince, repeatSince }) {
      const [alarms = []] = await sql.batch([bind(setAlarmed, at, undeliveredSince, repeatSince, channel)]);
      return (alarms as EntryColumns[]).map(entryFrom);
    },

    async stopEndpoint(endpoint, at) {
      await sql.batch([bind(insertStopped, endpoint, at)]);
    },
    async resumeEndpoint(endpoint) {
      await sql.batch([bind(deleteStopped, endpoint)]);
    },
    endpointStoppedAt: async (endpoint) => (await sql.first<{ at: string }>(selectStopped, endpoint))?.at,
  };
}

import type { Desk, Reveal } from '../desk.ts';
import { type Sql, touched } from './sql.ts';
import { listedColumns, listedFrom, type RequestColumns, storedColumns, storedFrom } from './sql-request.ts';
import { statsFrom } from './stats.ts';

const selectList = `SELECT ${listedColumns} FROM request r ORDER BY r.received_at DESC, r.rowid DESC`;

const stored = `SELECT ${storedColumns} FROM request r LEFT JOIN request_key k ON k.request_id = r.id`;
const selectRequest = `${stored} WHERE r.reference = ?1 OR r.id = ?1`;
const selectWithRepeats = `${stored}
  JOIN (SELECT coalesce(repeat_of, id) AS first FROM request WHERE id = ?1) ON r.id = first OR r.repeat_of = first
  ORDER BY r.received_at, r.rowid`;
const selectKept = `${stored} WHERE r.erased_at IS NULL ORDER BY r.received_at, r.rowid`;

const closeRequest = `UPDATE request SET done_at = ?, outcome = ?
  WHERE id = ? AND done_at IS NULL AND erased_at IS NULL RETURNING id`;
const insertReveal = 'INSERT INTO reveal (request_id, at, opened_by) VALUES (?, ?, ?)';
const selectReveals = `SELECT request_id AS requestId, at, opened_by AS by FROM reveal
  WHERE request_id = ? ORDER BY at, rowid`;

const countRequests = `SELECT
  CASE WHEN erased_at IS NOT NULL THEN 'erased' WHEN done_at IS NOT NULL THEN 'done'
    WHEN is_quarantined = 1 THEN 'quarantined' ELSE 'open' END AS state, count(*) AS number
  FROM request GROUP BY state`;
const countEvidence = `SELECT status AS state, count(*) AS number FROM evidence
  WHERE row IN (SELECT max(row) FROM evidence GROUP BY evidence_id) GROUP BY status`;
const countOutbox = `SELECT
  CASE WHEN dead_at IS NOT NULL THEN 'dead' WHEN delivered_at IS NOT NULL THEN 'delivered'
    WHEN lease_id IS NOT NULL THEN 'leased' ELSE 'due' END AS state, count(*) AS number
  FROM outbox GROUP BY state`;

type Count = { state: string; number: number };

/** What people at the operator's desk do. */
export function deskVerbs(sql: Sql): Omit<Desk, 'isHealthy'> {
  const storedRows = async (statement: string, ...values: string[]) =>
    (await sql.rows<RequestColumns>(statement, ...values)).map(storedFrom);
  return {
    list: async () => (await sql.rows<RequestColumns>(selectList)).map(listedFrom),
    find: async (reference) => (await storedRows(selectRequest, reference))[0],
    withRepeats: (requestId) => storedRows(selectWithRepeats, requestId),
    exportRows: () => storedRows(selectKept),

    async done(requestId, outcome, at) {
      const [closed] = await sql.batch([sql.bind(closeRequest, at, outcome, requestId)]);
      return touched(closed);
    },

    async recordReveal({ requestId, at, by }) {
      await sql.batch([sql.bind(insertReveal, requestId, at, by)]);
    },
    reveals: (requestId) => sql.rows<Reveal>(selectReveals, requestId),

    stats: async () =>
      statsFrom({
        requests: await sql.rows<Count>(countRequests),
        evidence: await sql.rows<Count>(countEvidence),
        outbox: await sql.rows<Count>(countOutbox),
      }),
  };
}

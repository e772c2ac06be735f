/** All SQL of the requests room. Both SQLite and D1 run it as it is. */

export const insertRequest = `INSERT INTO request
  (id, reference, kind, locale, contact_window, received_at, schema_version, is_quarantined, cancel_hash, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export const insertKey = 'INSERT INTO request_key (request_id, key_id, wrapped_key) VALUES (?, ?, ?)';

export const insertEvidence = 'INSERT INTO evidence (evidence_id, request_id, status, record) VALUES (?, ?, ?, ?)';

export const insertOutbox = 'INSERT INTO outbox (id, request_id, type, due_at) VALUES (?, ?, ?, ?)';

export const insertBinding =
  'INSERT INTO idempotency (key, request_id, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)';

export const selectBinding =
  'SELECT key, request_id AS requestId, fingerprint, answer, at FROM idempotency WHERE key = ?';

export const selectReference = 'SELECT id FROM request WHERE reference = ?';

export const selectCancellable = 'SELECT id, erased_at IS NOT NULL AS isErased FROM request WHERE cancel_hash = ?';

/** The last record of each consent of a request. */
export const selectLastEvidence = `SELECT record FROM evidence
  WHERE row IN (SELECT max(row) FROM evidence WHERE request_id = ? GROUP BY evidence_id) ORDER BY row`;

export const selectEvidence = 'SELECT record FROM evidence WHERE request_id = ? ORDER BY row';

/** Erasing is one batch. Its first four statements act only while the request still stands; the last one ends that. */
const stillStands = 'EXISTS (SELECT 1 FROM request WHERE id = ? AND erased_at IS NULL)';

export const appendEvidence = `INSERT INTO evidence (evidence_id, request_id, status, record)
  SELECT ?, ?, ?, ? WHERE ${stillStands}`;

/** What nobody was told yet needs no telling any more. */
export const dropUndelivered = `DELETE FROM outbox WHERE request_id = ? AND delivered_at IS NULL AND ${stillStands}`;

export const appendOutbox = `INSERT INTO outbox (id, request_id, type, due_at) SELECT ?, ?, ?, ? WHERE ${stillStands}`;

export const deleteKey = 'DELETE FROM request_key WHERE request_id = ?';

export const blankRequest = `UPDATE request SET body = NULL, erased_at = ?
  WHERE id = ? AND erased_at IS NULL RETURNING id`;

/** Retention is one batch of the next four. The third ends the condition of the first two. */
const isOverdue = 'received_at <= ? AND erased_at IS NULL';
const overdue = `SELECT id FROM request WHERE ${isOverdue}`;

export const dropOverdueNotices = `DELETE FROM outbox WHERE delivered_at IS NULL AND request_id IN (${overdue})`;

export const deleteOverdueKeys = `DELETE FROM request_key WHERE request_id IN (${overdue})`;

export const blankOverdue = `UPDATE request SET body = NULL, erased_at = ? WHERE ${isOverdue} RETURNING id`;

export const deleteOldBindings = 'DELETE FROM idempotency WHERE at <= ? RETURNING key';

const listed = `r.id, r.reference, r.kind, r.locale, r.contact_window AS contactWindow, r.received_at AS receivedAt,
  r.is_quarantined AS isQuarantined, r.schema_version AS schemaVersion,
  CASE WHEN r.erased_at IS NOT NULL THEN 'erased' WHEN r.done_at IS NOT NULL THEN 'done' ELSE 'open' END AS state`;

export const selectList = `SELECT ${listed} FROM request r ORDER BY r.received_at DESC, r.rowid DESC`;

export const selectRequest = `SELECT ${listed}, r.body, k.key_id AS keyId, k.wrapped_key AS wrappedKey
  FROM request r LEFT JOIN request_key k ON k.request_id = r.id WHERE r.reference = ? OR r.id = ?`;

export const insertDisclosure = `INSERT INTO disclosure (sha256, version, locale, kind, text, first_shown_at)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

export const countRequests = `SELECT
  CASE WHEN erased_at IS NOT NULL THEN 'erased' WHEN done_at IS NOT NULL THEN 'done'
    WHEN is_quarantined = 1 THEN 'quarantined' ELSE 'open' END AS state, count(*) AS number
  FROM request GROUP BY state`;

export const countEvidence = `SELECT status AS state, count(*) AS number FROM evidence
  WHERE row IN (SELECT max(row) FROM evidence GROUP BY evidence_id) GROUP BY status`;

export const countOutbox = `SELECT
  CASE WHEN dead_at IS NOT NULL THEN 'dead' WHEN delivered_at IS NOT NULL THEN 'delivered'
    WHEN leased_until IS NOT NULL THEN 'leased' ELSE 'due' END AS state, count(*) AS number
  FROM outbox GROUP BY state`;

export const isThere = 'SELECT count(*) AS number FROM request WHERE id = ?';

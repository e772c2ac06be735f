/**
 * Moves the wrapped keys of a copied store into the attached file `keys`. Without them every body in the copy is noise, so that a
 * backup that is kept for long holds nobody's words.
 */
export const partKeys = `
  CREATE TABLE keys.request_key (request_id TEXT PRIMARY KEY, key_id TEXT NOT NULL, wrapped_key TEXT NOT NULL) STRICT;
  CREATE TABLE keys.made (at TEXT NOT NULL) STRICT;
  INSERT INTO keys.request_key SELECT request_id, key_id, wrapped_key FROM request_key;
  DELETE FROM request_key;`;
export const insertMade = 'INSERT INTO keys.made (at) VALUES (?)';
export const selectMade = 'SELECT at FROM made';

/** Takes the keys back, for requests that still have a body. */
export const joinKeys = `INSERT OR IGNORE INTO request_key
  SELECT k.request_id, k.key_id, k.wrapped_key FROM keys.request_key k
  JOIN request r ON r.id = k.request_id WHERE r.body IS NOT NULL`;

/** Erased in the store that is replaced, and not yet in the one that comes in its place. */
const erasedSince = `(SELECT o.id FROM old.request o JOIN request r ON r.id = o.id
  WHERE o.erased_at IS NOT NULL AND r.erased_at IS NULL)`;

/**
 * What the store that is replaced (attached as `old`) knows and a backup must not undo: who was erased, who said stop, whose texts wait
 * for a person. The blanking comes last, because it ends the condition of the others.
 */
export const carryOver = `
  INSERT OR IGNORE INTO suppression SELECT subject_key, since, via FROM old.suppression;
  INSERT OR IGNORE INTO text_pause SELECT subject_key, since FROM old.text_pause;
  DELETE FROM outbox WHERE channel = 'text' AND delivered_at IS NULL AND subject_key IN (SELECT subject_key FROM suppression);
  INSERT INTO evidence (evidence_id, request_id, status, at, record)
    SELECT evidence_id, request_id, status, at, record FROM old.evidence
    WHERE request_id IN ${erasedSince}
      AND json_extract(record, '$.hash') NOT IN (SELECT json_extract(record, '$.hash') FROM evidence) ORDER BY row;
  DELETE FROM outbox WHERE delivered_at IS NULL AND request_id IN ${erasedSince};
  INSERT OR IGNORE INTO outbox (id, request_id, type, due_at, channel, subject_key, created_at)
    SELECT id, request_id, type, due_at, channel, subject_key, created_at FROM old.outbox
    WHERE type = 'request.erased' AND delivered_at IS NULL AND request_id IN ${erasedSince};
  UPDATE text_subscription SET state = 'revoked', ended_at = (SELECT erased_at FROM old.request o WHERE o.id = request_id)
    WHERE state IN ('requested', 'confirm-sent', 'active') AND request_id IN ${erasedSince};
  DELETE FROM slot_booking WHERE request_id IN ${erasedSince};
  DELETE FROM request_key WHERE request_id IN ${erasedSince};
  UPDATE request SET body = NULL, subject_key = NULL, slot_start = NULL, slot_end = NULL,
      erased_at = (SELECT o.erased_at FROM old.request o WHERE o.id = request.id)
    WHERE id IN ${erasedSince};`;

/** How many requests of the store that is replaced are not in the one that comes in its place. */
export const countMissing = 'SELECT count(*) AS number FROM old.request WHERE id NOT IN (SELECT id FROM request)';
/** How many requests are there, and how many of them nobody can open. */
export const countRestored = `SELECT count(*) AS requests,
  coalesce(sum(r.body IS NOT NULL AND k.request_id IS NULL), 0) AS unreadable
  FROM request r LEFT JOIN request_key k ON k.request_id = r.id`;

-- State is told by timestamps: a row without erased_at and done_at is open. Times are UTC, ISO 8601, so that they sort as text.

CREATE TABLE request (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  locale TEXT NOT NULL,
  contact_window TEXT NOT NULL,
  received_at TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  is_quarantined INTEGER NOT NULL,
  cancel_hash TEXT NOT NULL UNIQUE,
  body TEXT,
  done_at TEXT,
  erased_at TEXT
) STRICT;

-- A table of its own: erasing deletes the row, and backups leave the table out.
CREATE TABLE request_key (
  request_id TEXT PRIMARY KEY REFERENCES request (id),
  key_id TEXT NOT NULL,
  wrapped_key TEXT NOT NULL
) STRICT;

-- Append-only. A change of status is a new row with the same evidence_id; the highest row counts.
CREATE TABLE evidence (
  row INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  status TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_request ON evidence (request_id);
CREATE INDEX evidence_by_id ON evidence (evidence_id);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  request_id TEXT NOT NULL,
  type TEXT NOT NULL,
  due_at TEXT NOT NULL,
  leased_until TEXT,
  delivered_at TEXT,
  dead_at TEXT
) STRICT;
CREATE INDEX outbox_by_request ON outbox (request_id);

CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,
  request_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Every wording as it was shown, operator's values in place, so that a hash in the evidence leads to its text.
CREATE TABLE disclosure (
  sha256 TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  locale TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  first_shown_at TEXT NOT NULL
) STRICT;

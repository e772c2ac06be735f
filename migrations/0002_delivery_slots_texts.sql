-- A meeting need not name a part of the week, so contact_window may be empty. A column cannot lose NOT NULL, hence the detour.
ALTER TABLE request RENAME COLUMN contact_window TO contact_window_before;
ALTER TABLE request ADD COLUMN contact_window TEXT;
UPDATE request SET contact_window = contact_window_before;
ALTER TABLE request DROP COLUMN contact_window_before;

ALTER TABLE request ADD COLUMN slot_start TEXT;
ALTER TABLE request ADD COLUMN slot_end TEXT;
-- The first request of the same contact and kind within a day. Not a reference: it may be gone before its repeat.
ALTER TABLE request ADD COLUMN repeat_of TEXT;
ALTER TABLE request ADD COLUMN subject_key TEXT;
-- Fixed when the request is accepted, so that a longer promise to others does not lengthen this one.
ALTER TABLE request ADD COLUMN erase_by TEXT;
UPDATE request SET erase_by = strftime('%Y-%m-%dT%H:%M:%fZ', received_at, '+30 days');
ALTER TABLE request ADD COLUMN outcome TEXT;
CREATE INDEX request_by_subject ON request (subject_key, kind, received_at);

-- One row per seat: the primary key holds the capacity when two people want the last one.
CREATE TABLE slot_booking (
  slot_start TEXT NOT NULL,
  seat INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  PRIMARY KEY (slot_start, seat)
) STRICT;
CREATE INDEX slot_booking_by_request ON slot_booking (request_id);

-- due_at is the next attempt. A row with lease_id is in somebody's hands until leased_until.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'webhook';
ALTER TABLE outbox ADD COLUMN subject_key TEXT;
ALTER TABLE outbox ADD COLUMN created_at TEXT;
UPDATE outbox SET created_at = due_at;
ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN lease_id TEXT;
ALTER TABLE outbox ADD COLUMN last_status TEXT;
ALTER TABLE outbox ADD COLUMN alarmed_at TEXT;
ALTER TABLE outbox ADD COLUMN signed_off_at TEXT;
ALTER TABLE outbox ADD COLUMN signed_off_by TEXT;
CREATE INDEX outbox_waiting ON outbox (channel, due_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_waiting_by_subject ON outbox (subject_key, channel) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_by_lease ON outbox (lease_id) WHERE lease_id IS NOT NULL;

-- An endpoint that said "gone" gets nothing more.
CREATE TABLE stopped_endpoint (
  endpoint TEXT PRIMARY KEY,
  stopped_at TEXT NOT NULL
) STRICT;

ALTER TABLE evidence ADD COLUMN at TEXT;
UPDATE evidence SET at = json_extract(record, '$.at');

CREATE TABLE evidence_chain (
  seq INTEGER PRIMARY KEY,
  evidence_row INTEGER NOT NULL UNIQUE,
  prev_hash TEXT NOT NULL,
  chain_hash TEXT NOT NULL
) STRICT;

-- What stands in place of the links that retention has cut off.
CREATE TABLE chain_checkpoint (
  seq INTEGER PRIMARY KEY,
  chain_hash TEXT NOT NULL
) STRICT;

CREATE TABLE text_subscription (
  request_id TEXT PRIMARY KEY,
  subject_key TEXT NOT NULL,
  state TEXT NOT NULL,
  requested_at TEXT NOT NULL,
  confirm_sent_at TEXT,
  active_at TEXT,
  ended_at TEXT
) STRICT;
CREATE INDEX text_subscription_by_subject ON text_subscription (subject_key);
CREATE INDEX text_subscription_by_confirmation ON text_subscription (confirm_sent_at);

-- Outlives everything else. Holds HMACs, no numbers.
CREATE TABLE suppression (
  subject_key TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  via TEXT NOT NULL
) STRICT;

-- Numbers whose last message only a person can answer.
CREATE TABLE text_pause (
  subject_key TEXT PRIMARY KEY,
  since TEXT NOT NULL
) STRICT;

CREATE TABLE inbound (
  message_id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  subject_key TEXT NOT NULL,
  reply_class TEXT NOT NULL
) STRICT;

CREATE TABLE reveal (
  request_id TEXT NOT NULL,
  at TEXT NOT NULL,
  opened_by TEXT NOT NULL
) STRICT;
CREATE INDEX reveal_by_request ON reveal (request_id);

import type { Acceptance, Binding, Intake, TakenSlot } from '../intake.ts';
import type { OutboxRow } from '../outbox.ts';
import type { Bound } from './database.ts';
import type { Sql } from './sql.ts';
import { addEvidence } from './sql-evidence.ts';
import { orNull } from './sql-request.ts';

/** Also finds out whether the same contact asked for the same a short while ago. */
const insertRequest = `INSERT INTO request (id, reference, kind, locale, contact_window, slot_start, slot_end, subject_key,
    received_at, erase_by, schema_version, is_quarantined, cancel_hash, body, repeat_of)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
    (SELECT coalesce(repeat_of, id) FROM request
      WHERE subject_key = ?8 AND kind = ?3 AND received_at >= ?15
      ORDER BY received_at DESC, rowid DESC LIMIT 1))`;
const insertKey = 'INSERT INTO request_key (request_id, key_id, wrapped_key) VALUES (?, ?, ?)';
const insertOutbox = `INSERT INTO outbox (id, request_id, channel, type, created_at, due_at, subject_key)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** The lowest seat that is free. Where there is none it is NULL, which the table refuses, and with it the whole batch. */
const insertBooking = `INSERT INTO slot_booking (slot_start, request_id, seat) VALUES (?1, ?2, (
  WITH RECURSIVE seat (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM seat WHERE number + 1 < ?3)
  SELECT min(number) FROM seat WHERE number NOT IN (SELECT seat FROM slot_booking WHERE slot_start = ?1)))`;
const countSeats = 'SELECT count(*) AS seats FROM slot_booking WHERE slot_start = ?';
const selectTaken = `SELECT slot_start AS start, count(*) AS seats FROM slot_booking
  WHERE slot_start >= ? AND slot_start < ? GROUP BY slot_start ORDER BY slot_start`;

const insertTexts = `INSERT INTO text_subscription (request_id, subject_key, state, requested_at)
  VALUES (?, ?, 'requested', ?)`;
const insertBinding = 'INSERT INTO idempotency (key, request_id, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)';
const selectBinding = 'SELECT key, request_id AS requestId, fingerprint, answer, at FROM idempotency WHERE key = ?';
const selectReference = 'SELECT id FROM request WHERE reference = ?';
const selectOwn = 'SELECT id FROM request WHERE id = ? AND cancel_hash = ?';
const insertDisclosure = `INSERT INTO disclosure (sha256, version, locale, kind, text, first_shown_at)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/** Every statement of an acceptance. */
function statementsOf(acceptance: Acceptance, sql: Sql): Bound[] {
  const { request, evidence, outbox, repeatsSince, seats, wantsTexts, binding } = acceptance;
  const { id, slot, sealed, subjectKey, receivedAt } = request;
  const { bind } = sql;
  const queue = (row: OutboxRow) =>
    bind(insertOutbox, row.id, id, row.channel, row.type, row.createdAt, row.dueAt, subjectKey);
  return [
    bind(
      insertRequest,
      id,
      request.reference,
      request.kind,
      request.locale,
      orNull(request.contactWindow),
      orNull(slot?.start),
      orNull(slot?.end),
      subjectKey,
      receivedAt,
      request.eraseBy,
      request.schemaVersion,
      Number(request.isQuarantined),
      request.cancelHash,
      sealed.body,
      repeatsSince,
    ),
    bind(insertKey, id, sealed.keyId, sealed.wrappedKey),
    ...addEvidence(sql, evidence),
    ...outbox.map(queue),
    ...(slot ? [bind(insertBooking, slot.start, id, seats)] : []),
    ...(wantsTexts ? [bind(insertTexts, id, subjectKey, receivedAt)] : []),
    ...(binding ? [bind(insertBinding, binding.key, id, binding.fingerprint, binding.answer, binding.at)] : []),
  ];
}

/** Taking requests in. */
export function intakeVerbs(sql: Sql): Pick<Intake, 'accept' | 'bindingOf' | 'takenSlots' | 'keepDisclosures'> {
  const bindingOf = (key: string) => sql.first<Binding>(selectBinding, key);
  const seatsOf = async (start: string) => (await sql.first<{ seats: number }>(countSeats, start))?.seats ?? 0;

  return {
    bindingOf,

    async accept(acceptance) {
      try {
        await sql.batch(statementsOf(acceptance, sql));
        return 'accepted';
      } catch (error) {
        // The two databases word a broken constraint differently, so the rows are asked instead of the message.
        const { request, binding, seats } = acceptance;
        // A batch whose answer was lost on the way is sent again, and breaks on its own rows.
        if (await sql.first(selectOwn, request.id, request.cancelHash)) return 'accepted';
        if (binding && (await bindingOf(binding.key))) return 'key-taken';
        if (request.slot && (await seatsOf(request.slot.start)) >= seats) return 'slot-taken';
        if (await sql.first(selectReference, request.reference)) return 'reference-taken';
        throw error;
      }
    },

    takenSlots: (from, to) => sql.rows<TakenSlot>(selectTaken, from, to),

    async keepDisclosures(disclosures, at) {
      await sql.batch(
        disclosures.map(({ sha256, version, locale, kind, text }) =>
          sql.bind(insertDisclosure, sha256, version, locale, kind, text, at),
        ),
      );
    },
  };
}

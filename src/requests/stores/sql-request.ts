import type { ListedRequest, Outcome, StoredRequest } from '../desk.ts';
import type { SqlValue } from './database.ts';

/** A row of these columns, as both databases give it. */
export interface RequestColumns {
  id: string;
  reference: string;
  kind: ListedRequest['kind'];
  locale: StoredRequest['locale'];
  contactWindow: ListedRequest['contactWindow'] | null;
  slotStart: string | null;
  slotEnd: string | null;
  receivedAt: string;
  eraseBy: string;
  schemaVersion: number;
  isQuarantined: number;
  repeatOf: string | null;
  needsPerson: number;
  state: ListedRequest['state'];
  outcome: Outcome | null;
  body: string | null;
  keyId: string | null;
  wrappedKey: string | null;
}

/** What a list needs, of `request r`. */
export const listedColumns = `r.id, r.reference, r.kind, r.locale, r.contact_window AS contactWindow,
  r.slot_start AS slotStart, r.slot_end AS slotEnd, r.received_at AS receivedAt, r.erase_by AS eraseBy,
  r.schema_version AS schemaVersion, r.is_quarantined AS isQuarantined, r.repeat_of AS repeatOf, r.outcome,
  EXISTS (SELECT 1 FROM text_pause WHERE subject_key = r.subject_key) AS needsPerson,
  CASE WHEN r.erased_at IS NOT NULL THEN 'erased' WHEN r.done_at IS NOT NULL THEN 'done' ELSE 'open' END AS state`;

/** The same with the seal, of `request r LEFT JOIN request_key k`. */
export const storedColumns = `${listedColumns}, r.body, k.key_id AS keyId, k.wrapped_key AS wrappedKey`;

/** Columns without a value are fields that are not there. */
export const given = <Field>(value: Field | null | undefined): value is Field => value !== null && value !== undefined;

/** For a column, what is not there is null. */
export const orNull = (value: string | undefined): SqlValue => value ?? null;

export function listedFrom(row: RequestColumns): ListedRequest {
  const { id, reference, kind, receivedAt, contactWindow, slotStart, slotEnd, repeatOf, outcome, state } = row;
  return {
    id,
    reference,
    kind,
    receivedAt,
    ...(given(contactWindow) && { contactWindow }),
    ...(given(slotStart) && given(slotEnd) && { slot: { start: slotStart, end: slotEnd } }),
    isQuarantined: row.isQuarantined === 1,
    ...(given(repeatOf) && { repeatOf }),
    needsPerson: row.needsPerson === 1,
    state,
    ...(given(outcome) && { outcome }),
  };
}

export function storedFrom(row: RequestColumns): StoredRequest {
  const { locale, schemaVersion, eraseBy, body, keyId, wrappedKey } = row;
  return {
    ...listedFrom(row),
    locale,
    schemaVersion,
    eraseBy,
    ...(given(body) && given(keyId) && given(wrappedKey) && { sealed: { body, keyId, wrappedKey } }),
  };
}

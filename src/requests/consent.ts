import type { Locale } from '#i18n/locale.ts';
import { localTime } from '#i18n/time-zone.ts';
import type { Disclosure } from './disclosure.ts';
import { sha256 } from './keyed.ts';
import type { CareRequest, Kind } from './request.ts';

/** Where a consent stands. A change is a new record with the same `evidenceId`; the last one counts. */
export type EvidenceStatus = 'pending' | 'active' | 'expired' | 'revoked';

/** What a person can agree to. */
export type Purpose = 'call-back' | 'quiz-summary';

/** Proof of one consent, kept without any readable contact (consent-and-privacy section 5). */
export interface Evidence {
  evidenceId: string;
  requestId: string;
  kind: Kind;
  /** What was agreed to. */
  purpose: Purpose;
  /** By which way: a call, or the request itself. */
  channel: 'phone' | 'request';
  /** HMAC of the contact under the suppression key. */
  subjectKey: string;
  disclosureVersion: string;
  /** SHA-256 of the exact wording that was on the page. */
  disclosureSha256: string;
  locale: Locale;
  /** What the person did to agree. */
  action: { control: string; value: string };
  buttonText: string;
  /** The form's own path, without a query. */
  pagePath: string;
  buildId: string;
  /** When, in UTC. */
  at: string;
  /** The same moment on the clocks of `timeZone`. */
  localTime: string;
  timeZone: string;
  status: EvidenceStatus;
  revocation?: { at: string; via: 'cancel-link' | 'operator'; class: 'erase' };
  /** SHA-256 of the record without this field. */
  hash: string;
}

/** What the page showed when the person agreed. */
export interface Shown {
  disclosure: Disclosure;
  buttonText: string;
  pagePath: string;
  buildId: string;
}

/** A record is hashed over its JSON with keys in alphabetical order, so that any program can check it. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** The hash that a record must carry. */
export const evidenceHash = ({
  hash: _,
  ...record
}: Evidence | (Omit<Evidence, 'hash'> & { hash?: string })): Promise<string> => sha256(canonical(record));

const sealed = async (record: Omit<Evidence, 'hash'>): Promise<Evidence> => ({
  ...record,
  hash: await evidenceHash(record),
});

/** What the person did to agree. */
const acts = {
  'call-back': { channel: 'phone', action: { control: 'ask-for-a-call', value: 'pressed' } },
  'quiz-summary': { channel: 'request', action: { control: 'shareQuizSummary', value: 'ticked' } },
} as const satisfies Record<Purpose, Pick<Evidence, 'channel' | 'action'>>;

/** The proof that the person who sent this request agreed to be called, or to send the summary along. */
export function consentTo(
  purpose: Purpose,
  request: CareRequest,
  shown: Shown,
  row: { evidenceId: string; requestId: string; subjectKey: string; at: Date },
): Promise<Evidence> {
  return sealed({
    evidenceId: row.evidenceId,
    requestId: row.requestId,
    kind: request.kind,
    purpose,
    ...acts[purpose],
    subjectKey: row.subjectKey,
    disclosureVersion: shown.disclosure.version,
    disclosureSha256: shown.disclosure.sha256,
    locale: request.locale,
    buttonText: shown.buttonText,
    pagePath: shown.pagePath,
    buildId: shown.buildId,
    at: row.at.toISOString(),
    localTime: localTime(row.at, request.timeZone),
    timeZone: request.timeZone,
    status: 'active',
  });
}

/** The record that ends a consent. It repeats what was agreed to, so that it can be read alone. */
export function revoked(record: Evidence, at: Date, via: 'cancel-link' | 'operator'): Promise<Evidence> {
  const { hash: _, ...last } = record;
  return sealed({
    ...last,
    at: at.toISOString(),
    localTime: localTime(at, record.timeZone),
    status: 'revoked',
    revocation: { at: at.toISOString(), via, class: 'erase' },
  });
}

import type { Locale } from '#i18n/locale.ts';
import { localTime } from '#i18n/time-zone.ts';
import { canonical } from './canonical.ts';
import type { Disclosure } from './disclosure.ts';
import type { CareRequest } from './forms.ts';
import type { Hashing } from './hashing.ts';
import { sha256 } from './keyed.ts';
import type { Kind } from './kind.ts';

/** Where a consent stands. A change is a new record with the same `evidenceId`; the last one counts. */
export type EvidenceStatus = 'pending' | 'active' | 'expired' | 'revoked';

/** What a person can agree to. */
export type Purpose = 'call-back' | 'text-info' | 'meeting' | 'short-call' | 'texts-too' | 'quiz-summary';

/** Proof of one consent, kept without any readable contact (consent-and-privacy section 5). */
export interface Evidence {
  evidenceId: string;
  requestId: string;
  kind: Kind;
  /** What was agreed to. */
  purpose: Purpose;
  /** By which way: a call, a text message, a mail, or the request itself. */
  channel: 'phone' | 'text' | 'email' | 'request';
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
  /** For texts: what became of the confirmation that the phone itself has to answer. */
  doubleOptIn?: { sentAt: string; providerMessageId: string; repliedAt?: string; replyClass?: string };
  /** How it was taken back, and what the words counted as. */
  revocation?: { at: string; via: 'cancel-link' | 'text' | 'operator'; class: string };
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

/** The hash that a record must carry: over its JSON with keys in alphabetical order. */
export const evidenceHash = async (
  { hash: _, ...record }: Evidence | (Omit<Evidence, 'hash'> & { hash?: string }),
  digest: Hashing['digest'] = sha256,
): Promise<string> => digest(canonical(record));

const sealed = async (record: Omit<Evidence, 'hash'>, digest?: Hashing['digest']): Promise<Evidence> => ({
  ...record,
  hash: await evidenceHash(record, digest),
});

/** What the person did to agree. */
const acts = {
  'call-back': { control: 'ask-for-a-call', value: 'pressed' },
  'text-info': { control: 'textConsent', value: 'ticked' },
  meeting: { control: 'ask-for-a-meeting', value: 'pressed' },
  'short-call': { control: 'book-a-call', value: 'pressed' },
  'texts-too': { control: 'textConsent', value: 'ticked' },
  'quiz-summary': { control: 'shareQuizSummary', value: 'ticked' },
} as const satisfies Record<Purpose, Evidence['action']>;

/** One thing that was agreed to, and what the page showed for it. */
export interface Agreed extends Pick<Evidence, 'purpose' | 'channel'> {
  shown: Shown;
}

/** The proof that the person who sent this request agreed. A text counts only once the phone itself has said yes. */
export function consentTo(
  { purpose, shown, channel }: Agreed,
  request: Pick<CareRequest, 'kind' | 'locale' | 'timeZone'>,
  row: { evidenceId: string; requestId: string; subjectKey: string; at: Date },
  digest?: Hashing['digest'],
): Promise<Evidence> {
  const record: Omit<Evidence, 'hash'> = {
    evidenceId: row.evidenceId,
    requestId: row.requestId,
    kind: request.kind,
    purpose,
    channel,
    action: acts[purpose],
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
    status: channel === 'text' ? 'pending' : 'active',
  };
  return sealed(record, digest);
}

/** The next record of a consent. It repeats what was agreed to, so that it can be read alone. */
export function changed(
  record: Evidence,
  at: Date,
  change: Pick<Evidence, 'status'> & Partial<Pick<Evidence, 'doubleOptIn' | 'revocation'>>,
): Promise<Evidence> {
  const { hash: _, ...before } = record;
  return sealed({ ...before, at: at.toISOString(), localTime: localTime(at, record.timeZone), ...change });
}

/** The record that ends a consent because its request was erased. */
export const revoked = (record: Evidence, at: Date, via: 'cancel-link' | 'operator'): Promise<Evidence> =>
  changed(record, at, { status: 'revoked', revocation: { at: at.toISOString(), via, class: 'erase' } });

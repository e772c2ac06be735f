import { randomUUID } from 'node:crypto';
import { type Evidence, evidenceHash, revoked } from '#requests/consent.ts';
import type { Acceptance, Erasure, RequestRow } from '#requests/intake.ts';
import type { OutboxRow } from '#requests/outbox.ts';
import type { RetentionLimits } from '#requests/retention.ts';

/** When the rows of tests are made, if they do not say otherwise. */
export const at = '2026-11-23T15:00:00.000Z';
let made = 0;

/** A moment some minutes after `at`. */
export const later = (minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** A record of consent that fits its hash. */
export async function evidenceFor(changes: Partial<Evidence> = {}): Promise<Evidence> {
  const record: Omit<Evidence, 'hash'> = {
    evidenceId: randomUUID(),
    requestId: randomUUID(),
    kind: 'callback',
    purpose: 'call-back',
    channel: 'phone',
    subjectKey: 'a'.repeat(64),
    disclosureVersion: '2026-11-22',
    disclosureSha256: 'b'.repeat(64),
    locale: 'en',
    action: { control: 'ask-for-a-call', value: 'pressed' },
    buttonText: 'Ask for a call',
    pagePath: '/contact/call-back/',
    buildId: 'test',
    at,
    localTime: '2026-11-23T09:00:00',
    timeZone: 'America/Chicago',
    status: 'active',
    ...changes,
  };
  return { ...record, hash: await evidenceHash(record) };
}

/** A row of the outbox that is due at once. */
export const notice = (requestId: string, changes: Partial<OutboxRow> = {}): OutboxRow => ({
  id: randomUUID(),
  requestId,
  channel: 'webhook',
  type: 'request.created',
  createdAt: at,
  dueAt: at,
  ...changes,
});

/** What a test changes in an acceptance. */
export interface Changes extends Partial<Omit<RequestRow, 'id'>> {
  /** Binds it to a client's own key. */
  key?: string;
  at?: string;
  seats?: number;
  wantsTexts?: boolean;
  outbox?: Partial<OutboxRow>[];
}

/** All rows of a request. Each comes from a contact of its own, if it is not told otherwise. */
export async function acceptance({
  key,
  seats = 1,
  wantsTexts = false,
  ...changes
}: Changes = {}): Promise<Acceptance> {
  const id = randomUUID();
  const { at: receivedAt = at, outbox = [{}], ...row } = changes;
  made += 1;
  return {
    request: {
      id,
      reference: `REF${String(made).padStart(5, '0')}`,
      kind: 'callback',
      locale: 'en',
      ...(row.slot === undefined && { contactWindow: 'weekday-morning' as const }),
      subjectKey: id.replaceAll('-', '').padEnd(64, '1'),
      receivedAt,
      eraseBy: new Date(Date.parse(receivedAt) + 30 * 24 * 3_600_000).toISOString(),
      schemaVersion: 1,
      isQuarantined: false,
      cancelHash: id.replaceAll('-', '').padEnd(64, '0'),
      sealed: { keyId: 'k1', body: 'Ym9keQ==', wrappedKey: 'a2V5' },
      ...row,
    },
    evidence: [await evidenceFor({ requestId: id, at: receivedAt })],
    outbox: outbox.map((one) => notice(id, { createdAt: receivedAt, dueAt: receivedAt, ...one })),
    repeatsSince: new Date(Date.parse(receivedAt) - 24 * 3_600_000).toISOString(),
    seats,
    wantsTexts,
    ...(key && {
      binding: { key, requestId: id, fingerprint: 'f1', answer: '{"reference":"x"}', at: receivedAt },
    }),
  };
}

/** What its sender's cancel link does to a request. */
export const erasureOf = async ({ request, evidence }: Acceptance): Promise<Erasure> => ({
  requestId: request.id,
  at,
  evidence: await Promise.all(evidence.map((record) => revoked(record, new Date(at), 'cancel-link'))),
  outbox: [notice(request.id, { type: 'request.erased' })],
});

/** Limits of retention that nothing has reached. */
export const noLimits: RetentionLimits = {
  at,
  receivedUpTo: '2000-01-01T00:00:00.000Z',
  eraseUpTo: '2000-01-01T00:00:00.000Z',
  closedUpTo: '2000-01-01T00:00:00.000Z',
  isDeskOnly: false,
  boundUpTo: '2000-01-01T00:00:00.000Z',
  forgottenUpTo: '2000-01-01T00:00:00.000Z',
  evidenceUpTo: '2000-01-01T00:00:00.000Z',
};

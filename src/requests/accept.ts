import { type AgreedTo, agreedBy, contactOf } from './agreed.ts';
import { canonical } from './canonical.ts';
import { consentTo, type Shown } from './consent.ts';
import type { Agreement } from './disclosure.ts';
import { type CareRequest, wantsTextsToo } from './forms.ts';
import type { Acceptance, SlotTimes } from './intake.ts';
import type { Keyed } from './keyed.ts';
import type { Channel, OutboxRow } from './outbox.ts';
import type { Clock, Ids, Sealer } from './ports.ts';
import { referenceFrom } from './reference.ts';
import { eraseBy, unconfirmedDays } from './retention.ts';

/** The shape of a sealed body. It is part of the seal, so that an old body is never read as a new one. */
export const bodySchemaVersion = 1;

/** The same contact with the same wish within a day is a repeat. */
const repeatWithinMs = 24 * 3_600_000;

/** What a person is told once their request is saved. The link is rebuilt when it is needed, never stored. */
export interface Receipt {
  reference: string;
  receivedAt: string;
  kind: CareRequest['kind'];
  whatNext: string;
}

/** What accepting needs from outside. */
export interface AcceptDeps {
  sealer: Sealer;
  keyed: Keyed;
  clock: Clock;
  ids: Ids;
}

/** What came with the request besides its fields. */
export interface Circumstances {
  /** What the page showed for a thing that was agreed to. */
  shown(agreement: Agreement): Shown;
  /** The sentence that says what happens now. */
  whatNext(at: Date): string;
  isQuarantined: boolean;
  /** The time that was picked, where one was. */
  slot?: SlotTimes;
  /** How many people can be called at once. */
  callSeats: number;
  /** The operator's promise of today. */
  retentionDays: number;
  /** By which ways the operator hears of it. */
  channels: readonly Channel[];
  /** The client's own key with the fingerprint of what it asks. */
  key?: { value: string; fingerprint: string };
}

/** The content of a request in one spelling, for the fingerprint: the same wish gives the same text. */
export function contentOf({ requestId: _, ...content }: CareRequest): string {
  return canonical(content);
}

/** Only these go under the seal; what the desk may see in a list stands beside it. */
function sealedPart({ kind: _, requestId: __, disclosureVersion: ___, ...rest }: CareRequest): string {
  return JSON.stringify(rest);
}

const wantsTexts = (request: CareRequest): boolean => request.kind === 'text-info' || wantsTextsToo(request);

/** What has to be said outside. A program that filled in the form gets no text sent for it. */
function outboxOf(request: CareRequest, { channels, isQuarantined }: Circumstances) {
  const news = channels.map((channel) => ({ channel, type: 'request.created' }) as const);
  const confirmation = { channel: 'text', type: 'text.confirm' } as const;
  return wantsTexts(request) && !isQuarantined ? [...news, confirmation] : news;
}

/** Turns a checked request into the rows that make it a promise. Nothing is written here. */
export async function accept(
  request: CareRequest,
  circumstances: Circumstances,
  { sealer, keyed, clock, ids }: AcceptDeps,
): Promise<{ acceptance: Acceptance; receipt: Receipt; cancelToken: string }> {
  const at = clock.now();
  const receivedAt = at.toISOString();
  const id = ids.uuid();
  const { kind, locale } = request;
  const reference = referenceFrom(ids.random(8));
  const receipt: Receipt = { reference, receivedAt, kind, whatNext: circumstances.whatNext(at) };
  const days = kind === 'text-info' ? unconfirmedDays : circumstances.retentionDays;
  const consent = async ({ purpose, agreement, channel, contact }: AgreedTo) =>
    consentTo(
      { purpose, channel, shown: circumstances.shown(agreement) },
      request,
      {
        ...{ evidenceId: ids.uuid(), requestId: id, at },
        subjectKey: await keyed.subjectKey(contact),
      },
      keyed.digest,
    );
  const [sealed, subjectKey, cancelToken, evidence] = await Promise.all([
    sealer.seal(sealedPart(request), { requestId: id, kind, schemaVersion: bodySchemaVersion }),
    keyed.subjectKey(contactOf(request)),
    keyed.cancelToken(id),
    Promise.all(agreedBy(request).map(consent)),
  ]);
  const { slot, key } = circumstances;
  const acceptance: Acceptance = {
    request: {
      ...{ id, reference, kind, locale, subjectKey, receivedAt, sealed },
      ...('contactWindow' in request && request.contactWindow && { contactWindow: request.contactWindow }),
      ...(slot && { slot }),
      eraseBy: eraseBy(at, Math.min(days, circumstances.retentionDays)),
      schemaVersion: bodySchemaVersion,
      isQuarantined: circumstances.isQuarantined,
      cancelHash: await keyed.digest(cancelToken),
    },
    evidence,
    outbox: outboxOf(request, circumstances).map(
      (row): OutboxRow => ({ id: ids.uuid(), requestId: id, ...row, createdAt: receivedAt, dueAt: receivedAt }),
    ),
    repeatsSince: new Date(at.getTime() - repeatWithinMs).toISOString(),
    seats: circumstances.callSeats,
    wantsTexts: wantsTexts(request),
    ...(key && {
      binding: {
        key: key.value,
        requestId: id,
        fingerprint: key.fingerprint,
        answer: JSON.stringify(receipt),
        at: receivedAt,
      },
    }),
  };
  return { acceptance, receipt, cancelToken };
}

import { consentTo, type Purpose, type Shown } from './consent.ts';
import type { Acceptance } from './intake.ts';
import { type Keyed, sha256 } from './keyed.ts';
import type { Clock, Ids, Sealer } from './ports.ts';
import { referenceFrom } from './reference.ts';
import type { CareRequest } from './request.ts';
import { eraseBy } from './retention.ts';

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
  /** What the page showed for each thing that was agreed to. */
  shown: Partial<Record<Purpose, Shown>>;
  /** The sentence that says what happens now. */
  whatNext: (at: Date) => string;
  isQuarantined: boolean;
  /** The operator's promise of today. */
  retentionDays: number;
  /** The client's own key with the fingerprint of what it asks. */
  key?: { value: string; fingerprint: string };
}

/** The content of a request in one spelling, for the fingerprint: the same wish gives the same text. */
export function contentOf({ requestId: _, ...content }: CareRequest): string {
  return JSON.stringify(content, Object.keys(content).sort());
}

/** Only these go under the seal; what the desk may see in a list stands beside it. */
function sealedPart({ kind: _, requestId: __, disclosureVersion: ___, ...rest }: CareRequest): string {
  return JSON.stringify(rest);
}

/** Turns a checked request into the rows that make it a promise. Nothing is written here. */
export async function accept(
  request: CareRequest,
  circumstances: Circumstances,
  { sealer, keyed, clock, ids }: AcceptDeps,
): Promise<{ acceptance: Acceptance; receipt: Receipt }> {
  const at = clock.now();
  const id = ids.uuid();
  const receipt: Receipt = {
    reference: referenceFrom(ids.random(8)),
    receivedAt: at.toISOString(),
    kind: request.kind,
    whatNext: circumstances.whatNext(at),
  };
  const to = { requestId: id, kind: request.kind, schemaVersion: bodySchemaVersion };
  const [sealed, subjectKey, token] = await Promise.all([
    sealer.seal(sealedPart(request), to),
    keyed.subjectKey(request.phone),
    keyed.cancelToken(id),
  ]);
  const evidence = await Promise.all(
    (Object.entries(circumstances.shown) as [Purpose, Shown][]).map(([purpose, shown]) =>
      consentTo({ purpose, shown }, request, { evidenceId: ids.uuid(), requestId: id, subjectKey, at }),
    ),
  );
  const acceptance: Acceptance = {
    request: {
      id,
      reference: receipt.reference,
      kind: request.kind,
      locale: request.locale,
      contactWindow: request.contactWindow,
      subjectKey,
      receivedAt: receipt.receivedAt,
      eraseBy: eraseBy(at, circumstances.retentionDays),
      schemaVersion: bodySchemaVersion,
      isQuarantined: circumstances.isQuarantined,
      cancelHash: await sha256(token),
      sealed,
    },
    evidence,
    outbox: [
      {
        id: ids.uuid(),
        requestId: id,
        channel: 'webhook',
        type: 'request.created',
        createdAt: receipt.receivedAt,
        dueAt: receipt.receivedAt,
      },
    ],
    repeatsSince: new Date(at.getTime() - repeatWithinMs).toISOString(),
    seats: 1,
    wantsTexts: false,
  };
  const { key } = circumstances;
  if (key) {
    acceptance.binding = {
      key: key.value,
      requestId: id,
      fingerprint: key.fingerprint,
      answer: JSON.stringify(receipt),
      at: receipt.receivedAt,
    };
  }
  return { acceptance, receipt };
}

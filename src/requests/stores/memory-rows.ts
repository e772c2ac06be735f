import type { Evidence } from '../consent.ts';
import type { ListedRequest, Outcome, Reveal, StoredRequest } from '../desk.ts';
import type { ChainLink, ChainTip } from '../evidence-chain.ts';
import { chainStart } from '../evidence-chain.ts';
import type { Binding, RequestRow } from '../intake.ts';
import type { OutboxRow } from '../outbox.ts';
import type { Sealed } from '../ports.ts';
import type { Inbound, TextSubscription } from '../text-subscription.ts';

/** A request as it lies in memory. */
export type MemoryRequest = Omit<RequestRow, 'sealed' | 'subjectKey'> & {
  subjectKey?: string;
  sealed?: Sealed;
  repeatOf?: string;
  doneAt?: string;
  outcome?: Outcome;
  erasedAt?: string;
};

/** An outbox row as it lies in memory. */
export type MemoryOutboxRow = OutboxRow & {
  subjectKey?: string;
  attempts: number;
  lease?: { id: string; until: string };
  lastStatus?: string;
  deliveredAt?: string;
  deadAt?: string;
  alarmedAt?: string;
  signedOffAt?: string;
  signedOffBy?: string;
};

/** A record with its number in the order of arrival. */
export interface MemoryEvidence {
  row: number;
  record: Evidence;
}

/** Everything that a store in memory holds. */
export interface MemoryRows {
  requests: MemoryRequest[];
  evidence: MemoryEvidence[];
  outbox: MemoryOutboxRow[];
  bookings: { start: string; requestId: string }[];
  bindings: Map<string, Binding>;
  wordings: Set<string>;
  chain: ChainLink[];
  checkpoint: ChainTip;
  texts: TextSubscription[];
  suppressed: Map<string, string>;
  paused: Map<string, string>;
  inbound: Map<string, Inbound>;
  reveals: Reveal[];
  stoppedEndpoints: Map<string, string>;
}

/** An empty store. */
export const noRows = (): MemoryRows => ({
  requests: [],
  evidence: [],
  outbox: [],
  bookings: [],
  bindings: new Map(),
  wordings: new Set(),
  chain: [],
  checkpoint: chainStart,
  texts: [],
  suppressed: new Map(),
  paused: new Map(),
  inbound: new Map(),
  reveals: [],
  stoppedEndpoints: new Map(),
});

/** Adds records. */
export function addRecords(rows: MemoryRows, records: readonly Evidence[]): void {
  for (const record of records) {
    const last = rows.evidence.at(-1)?.row ?? rows.chain.at(-1)?.row ?? 0;
    rows.evidence.push({ row: last + 1, record });
  }
}

/** The last record of each consent among these. */
export const lastRecords = (records: readonly MemoryEvidence[]): Evidence[] => [
  ...new Map(records.map(({ record }) => [record.evidenceId, record])).values(),
];

/** All records of a request. */
export const recordsOf = ({ evidence }: MemoryRows, requestId: string): MemoryEvidence[] =>
  evidence.filter(({ record }) => record.requestId === requestId);

/** Queues rows; their contact is that of their request. */
export function queue(rows: MemoryRows, outbox: readonly OutboxRow[]): void {
  for (const row of outbox) {
    const subjectKey = rows.requests.find(({ id }) => id === row.requestId)?.subjectKey;
    rows.outbox.push({ ...row, attempts: 0, ...(subjectKey && { subjectKey }) });
  }
}

/** What a list shows of a request. */
export function listed(request: MemoryRequest, { paused }: MemoryRows): ListedRequest {
  const { id, reference, kind, receivedAt, contactWindow, slot, isQuarantined, repeatOf, outcome } = request;
  return {
    id,
    reference,
    kind,
    receivedAt,
    ...(contactWindow && { contactWindow }),
    ...(slot && { slot }),
    isQuarantined,
    ...(repeatOf && { repeatOf }),
    needsPerson: paused.has(request.subjectKey ?? ''),
    state: request.erasedAt ? 'erased' : request.doneAt ? 'done' : 'open',
    ...(outcome && { outcome }),
  };
}

/** A request with its seal. */
export function stored(request: MemoryRequest, rows: MemoryRows): StoredRequest {
  const { locale, schemaVersion, eraseBy, sealed } = request;
  return { ...listed(request, rows), locale, schemaVersion, eraseBy, ...(sealed && { sealed }) };
}

import type { Locale } from '#i18n/locale.ts';
import type { ContactWindow } from './hours.ts';
import type { SlotTimes } from './intake.ts';
import type { Kind } from './kind.ts';
import type { Sealed } from './ports.ts';

/** How a request ended. Codes instead of words: nobody writes about a person here. */
export const outcomes = ['reached', 'meeting-set', 'not-reached', 'declined', 'wrong-contact', 'not-a-person'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the desk sees of a request without opening it. */
export interface ListedRequest {
  id: string;
  reference: string;
  kind: Kind;
  receivedAt: string;
  contactWindow?: ContactWindow;
  slot?: SlotTimes;
  isQuarantined: boolean;
  /** The id of the first request of this contact that asked for the same within a day. */
  repeatOf?: string;
  /** The number wrote back something that only a person can answer. */
  needsPerson: boolean;
  state: 'open' | 'done' | 'erased';
  outcome?: Outcome;
}

/** A request with its seal, for somebody who holds the key. `sealed` is gone once it is erased. */
export interface StoredRequest extends ListedRequest {
  locale: Locale;
  schemaVersion: number;
  eraseBy: string;
  sealed?: Sealed;
}

/** Somebody opened a request. */
export interface Reveal {
  requestId: string;
  at: string;
  by: string;
}

/** How many rows are where (design section 8b). */
export interface Stats {
  requests: { open: number; quarantined: number; done: number; erased: number };
  evidence: { pending: number; active: number; expired: number; revoked: number };
  outbox: { due: number; leased: number; delivered: number; dead: number };
}

/** What people at the operator's desk do. */
export interface Desk {
  /** All requests, newest first. */
  list(): Promise<ListedRequest[]>;
  /** One request by its reference or row id. */
  find(reference: string): Promise<StoredRequest | undefined>;
  /** A request and its repeats, whichever of them `requestId` is, oldest first. */
  withRepeats(requestId: string): Promise<StoredRequest[]>;
  /** Everything that is not erased, oldest first, with its seal. */
  exportRows(): Promise<StoredRequest[]>;
  /** Closes a request. False where it is not open. */
  done(requestId: string, outcome: Outcome, at: string): Promise<boolean>;
  /** Notes who opens a request, before it is opened. */
  recordReveal(reveal: Reveal): Promise<void>;
  /** Who opened a request, oldest first. */
  reveals(requestId: string): Promise<Reveal[]>;
  stats(): Promise<Stats>;
  /** Whether it would take a request now. */
  isHealthy(): Promise<boolean>;
}

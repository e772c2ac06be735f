import type { Locale } from '#i18n/locale.ts';
import type { Evidence } from './consent.ts';
import type { Disclosure } from './disclosure.ts';
import type { ContactWindow } from './hours.ts';
import type { Kind } from './kind.ts';
import type { OutboxRow } from './outbox.ts';
import type { Sealed } from './ports.ts';
import type { RetentionLimits } from './retention.ts';

/** A piece of time that one caller has for one person. UTC, ISO 8601. */
export interface SlotTimes {
  start: string;
  end: string;
}

/** The row of a request: what the desk may see in a list, and the sealed rest. */
export interface RequestRow {
  id: string;
  reference: string;
  kind: Kind;
  locale: Locale;
  /** When to call, where the person picked a part of the week. */
  contactWindow?: ContactWindow;
  /** When to call, where the person picked a time. */
  slot?: SlotTimes;
  /** HMAC of the contact: what finds repeats and keeps the order per contact without a readable number. */
  subjectKey: string;
  /** UTC, ISO 8601. */
  receivedAt: string;
  /** When retention erases it at the latest, whatever the operator promises others later. */
  eraseBy: string;
  schemaVersion: number;
  /** Two or more signs of a program instead of a person. It is stored and listed like any other. */
  isQuarantined: boolean;
  /** SHA-256 of the token of the link that erases it. */
  cancelHash: string;
  sealed: Sealed;
}

/** Binds a client's own key to the answer that it got, so that a repeat gets it again. */
export interface Binding {
  key: string;
  requestId: string;
  /** HMAC of what was asked. */
  fingerprint: string;
  /** The first answer as JSON, without its secret link. */
  answer: string;
  at: string;
}

/** All rows of one accepted request: together or not at all. */
export interface Acceptance {
  request: RequestRow;
  /** One record per consent. */
  evidence: readonly Evidence[];
  outbox: readonly OutboxRow[];
  /** A request of the same contact and kind since then makes this one a repeat of it. */
  repeatsSince: string;
  /** How many people can be called in one slot. Counts only where a slot was picked. */
  seats: number;
  /** Texts were asked for; they start only after a yes from the phone itself. */
  wantsTexts: boolean;
  binding?: Binding;
}

/** Why nothing was written: the client's key is bound already, try another reference, the slot went to somebody else. */
export type Declined = 'key-taken' | 'reference-taken' | 'slot-taken';

/** How many seats of a slot are gone. */
export interface TakenSlot {
  start: string;
  seats: number;
}

/** What a cancel link leads to. */
export interface Cancellable {
  requestId: string;
  isErased: boolean;
  /** The last record of each consent of the request. */
  evidence: Evidence[];
}

/** Everything that ends a request at its sender's wish. */
export interface Erasure {
  requestId: string;
  at: string;
  evidence: readonly Evidence[];
  outbox: readonly OutboxRow[];
}

/** What a run of retention did. */
export interface Purged {
  erasedRequests: number;
  deletedBindings: number;
}

/** Taking requests in, and letting go of them. */
export interface Intake {
  /** Writes all rows, durably, books the slot and finds out whether it is a repeat. */
  accept(acceptance: Acceptance): Promise<'accepted' | Declined>;
  /** What a client's key is bound to. */
  bindingOf(key: string): Promise<Binding | undefined>;
  /** The slots that start in this time and have a seat taken, by start. `from` is part of it, `to` is not. */
  takenSlots(from: string, to: string): Promise<TakenSlot[]>;
  /** The request behind a cancel link, by the hash of its token. */
  cancellable(cancelHash: string): Promise<Cancellable | undefined>;
  /**
   * Destroys the data key, blanks the body, frees the slot, keeps the evidence and adds its last records. What nobody was told
   * yet is not told any more, except a notice that is under way this moment. False where it was erased before.
   */
  erase(erasure: Erasure): Promise<boolean>;
  /**
   * Erases what was kept long enough: as `erase` does, with the notices that nobody was given, and old bindings. The evidence stays
   * as it is: nobody took the consent back, and section 8 asks for no last record. A dead letter stays as a row without content
   * until somebody signs it off.
   */
  purgeBefore(limits: RetentionLimits): Promise<Purged>;
  /** Remembers wordings as they were shown; one that is known already stays as it is. */
  keepDisclosures(disclosures: readonly Disclosure[], at: string): Promise<void>;
}

import type { Locale } from '#i18n/locale.ts';
import type { Evidence } from './consent.ts';
import type { Disclosure } from './disclosure.ts';
import type { ContactWindow } from './hours.ts';
import type { ProblemCode } from './problem.ts';
import type { Kind } from './request.ts';
import type { RetentionLimits } from './retention.ts';

/** What time it is. */
export interface Clock {
  now(): Date;
}

/** Where ids and references come from. */
export interface Ids {
  /** A new random UUID. */
  uuid(): string;
  /** That many random bytes. */
  random(count: number): Uint8Array<ArrayBuffer>;
}

/** What a sealed body is bound to: it opens only as the body of this request, of this kind, in this shape. */
export interface SealedTo {
  requestId: string;
  kind: Kind;
  schemaVersion: number;
}

/** A body that only the holder of the private key can read. */
export interface Sealed {
  /** Which key pair it was sealed for. */
  keyId: string;
  /** Base64: a 96-bit nonce, then AES-256-GCM ciphertext with its tag. */
  body: string;
  /** Base64: the data key, wrapped to the public key. Without it the body is noise for ever. */
  wrappedKey: string;
}

/** Seals bodies. Needs the public key only. */
export interface Sealer {
  seal(content: string, to: SealedTo): Promise<Sealed>;
}

/** Opens bodies. Exists only where requests are read or delivered. */
export interface Opener {
  /** The content, or undefined where the key is not ours or the seal does not fit. */
  open(sealed: Sealed, to: SealedTo): Promise<string | undefined>;
}

/** The row of a request: what the desk may see in a list, and the sealed rest. */
export interface RequestRow {
  id: string;
  reference: string;
  kind: Kind;
  locale: Locale;
  contactWindow: ContactWindow;
  /** UTC, ISO 8601. */
  receivedAt: string;
  schemaVersion: number;
  /** Two or more signs of a program instead of a person. It is stored and listed like any other. */
  isQuarantined: boolean;
  /** SHA-256 of the token of the link that erases it. */
  cancelHash: string;
  sealed: Sealed;
}

/** Something the operator's system must hear of, due at once. */
export interface OutboxRow {
  id: string;
  requestId: string;
  type: 'request.created' | 'request.erased';
  dueAt: string;
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
  outbox: OutboxRow;
  binding?: Binding;
}

/** What the desk sees of a request without opening it. */
export interface ListedRequest {
  id: string;
  reference: string;
  kind: Kind;
  receivedAt: string;
  contactWindow: ContactWindow;
  isQuarantined: boolean;
  state: 'open' | 'done' | 'erased';
}

/** A request with its seal, for somebody who holds the key. `sealed` is gone once it is erased. */
export interface StoredRequest extends ListedRequest {
  locale: Locale;
  schemaVersion: number;
  sealed?: Sealed;
}

/** How many rows are where (design section 8b). */
export interface Stats {
  requests: { open: number; quarantined: number; done: number; erased: number };
  evidence: { pending: number; active: number; expired: number; revoked: number };
  outbox: { due: number; leased: number; delivered: number; dead: number };
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
  evidence: Evidence[];
  outbox: OutboxRow;
}

/** What a run of retention did. */
export interface Purged {
  erasedRequests: number;
  deletedBindings: number;
}

/**
 * Where requests live. Every verb is one atomic step, because D1 has an atomic batch and no open transaction; there is no
 * `transaction(fn)`. A verb that cannot be carried out rejects, and then nothing of it was written.
 */
export interface RequestStore {
  /** Writes all rows, durably. `key-taken`: its binding's key is bound already. `reference-taken`: try another reference. */
  accept(acceptance: Acceptance): Promise<'accepted' | 'key-taken' | 'reference-taken'>;
  /** What a client's key is bound to. */
  bindingOf(key: string): Promise<Binding | undefined>;
  /** The request behind a cancel link, by the hash of its token. */
  cancellable(cancelHash: string): Promise<Cancellable | undefined>;
  /** Destroys the data key, blanks the body, keeps the evidence and adds its last records. False where it was erased before. */
  erase(erasure: Erasure): Promise<boolean>;
  /**
   * Erases what was kept long enough: as `erase` does, with the notices that nobody was given, and old bindings. The evidence stays
   * as it is: nobody took the consent back, and section 8 asks for no last record.
   */
  purgeBefore(limits: RetentionLimits): Promise<Purged>;
  /** All requests, newest first. */
  list(): Promise<ListedRequest[]>;
  /** One request by its reference or row id. */
  find(reference: string): Promise<StoredRequest | undefined>;
  /** All evidence records of a request, oldest first. */
  evidenceOf(requestId: string): Promise<Evidence[]>;
  /** Remembers wordings as they were shown; one that is known already stays as it is. */
  keepDisclosures(disclosures: readonly Disclosure[], at: string): Promise<void>;
  stats(): Promise<Stats>;
  /** Whether it would take a request now. */
  isHealthy(): Promise<boolean>;
}

/** The built pages that the endpoint fills in. */
export const templates = ['callback', 'cancel'] as const;
export type Template = (typeof templates)[number];

/** What to put into a built page. */
export interface PageParts {
  /** Which marked parts of the page are shown; all others are taken out. */
  shows: readonly string[];
  /** The tab's title, in place of the page's own. */
  title?: (own: string) => string;
  /** Values for the `[[name]]` marks. */
  texts?: Readonly<Record<string, string>>;
  /** Fields with something to mend, and the sentence for each. */
  errors?: readonly { field: string; message: string }[];
  /** What was typed, to stand in the fields again. */
  values?: Readonly<Record<string, string>>;
}

/** The built pages, as the one source of every HTML answer. */
export interface Pages {
  /** The page with its parts in place, without any script. */
  fill(template: Template, locale: Locale, parts: PageParts): string;
  /** The page of a refusal, in both languages. */
  problem(code: ProblemCode): string;
}

import type { Locale } from '#i18n/locale.ts';
import type { Desk } from './desk.ts';
import type { EvidenceChain } from './evidence-chain.ts';
import type { Intake } from './intake.ts';
import { type Kind, kinds } from './kind.ts';
import type { Outbox } from './outbox.ts';
import type { ProblemCode } from './problem.ts';
import type { Texts } from './text-subscription.ts';

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

/**
 * Where requests live. Every verb is one atomic step, because D1 has an atomic batch and no open transaction; there is no
 * `transaction(fn)`. A verb that cannot be carried out rejects, and then nothing of it was written.
 */
export interface RequestStore extends Intake, Desk, Outbox, EvidenceChain, Texts {}

/** The built pages that the endpoint fills in: one form for each kind, and the page behind a cancel link. */
export const templates = [...kinds, 'cancel'] as const;
export type Template = (typeof templates)[number];

/** Choices of a list that belong together. */
export interface ChoiceGroup {
  label: string;
  options: readonly { value: string; label: string }[];
}

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
  /** Choices that exist only now, by the field that they belong to, in groups with a heading. */
  choices?: Readonly<Record<string, readonly ChoiceGroup[]>>;
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

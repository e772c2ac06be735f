import type { Evidence } from './consent.ts';
import type { OutboxRow } from './outbox.ts';

/** Where the texts of a request stand. Nothing but the confirmation is sent before `active`. */
export const textStates = ['requested', 'confirm-sent', 'active', 'done', 'revoked', 'expired'] as const;
export type TextState = (typeof textStates)[number];

/** The texts that one request asked for. The number itself is under the seal of the request. */
export interface TextSubscription {
  requestId: string;
  subjectKey: string;
  state: TextState;
  requestedAt: string;
  confirmSentAt?: string;
  /** When the yes came. */
  activeAt?: string;
  endedAt?: string;
}

/** The row of the outbox whose text has just been sent. */
export interface SentText {
  id: string;
  leaseId: string;
  requestId: string;
  at: string;
}

/** How a number came to be suppressed. */
export const suppressedBy = ['text', 'operator', 'cancel-link'] as const;
export type SuppressedBy = (typeof suppressedBy)[number];

/** The end of all automated messages to a number. */
export interface Stop {
  subjectKey: string;
  at: string;
  via: SuppressedBy;
  /** The last record of each consent that ends. */
  evidence: readonly Evidence[];
  /** What the operator's system hears of it. */
  outbox: readonly OutboxRow[];
}

/** A message that came in. What it said is not kept: whoever needs it reads it at the provider. */
export interface Inbound {
  messageId: string;
  at: string;
  subjectKey: string;
  /** What it counts as. */
  replyClass: string;
}

/** A number that wrote what only a person can answer, and has no answer yet. */
export interface WroteIn {
  since: string;
  /** Under which the carrier keeps what was written. Forgotten after 30 days. */
  messageIds: string[];
  /** Without one nobody sees it among the requests: it is closed or erased, or the number never asked for anything. */
  hasOpenRequest: boolean;
}

/** Double opt-in, STOP and what else phones say. */
export interface Texts {
  textOf(requestId: string): Promise<TextSubscription | undefined>;
  /** All of a number, oldest first. */
  textsOf(subjectKey: string): Promise<TextSubscription[]>;
  /** Those that asked then or before and never got as far as a yes, oldest first. */
  pendingTexts(requestedUpTo: string): Promise<TextSubscription[]>;
  /** How many confirmations were sent since then: to this number, or to all. */
  confirmationsSince(since: string, subjectKey?: string): Promise<number>;
  /** The confirmation is out: ends its outbox row, moves `requested` on, adds the records. False where the lease is lost. */
  markConfirmSent(sent: SentText, evidence: readonly Evidence[]): Promise<boolean>;
  /** A yes: moves `confirm-sent` on, adds records, queues what was asked for, keeps the request longer. False in any other state. */
  confirmByReply(yes: {
    requestId: string;
    at: string;
    eraseBy: string;
    evidence: readonly Evidence[];
    outbox: readonly OutboxRow[];
  }): Promise<boolean>;
  /** The last text is out: moves `active` on. False in any other state. */
  finishText(requestId: string, at: string): Promise<boolean>;
  /** No yes came: ends what is pending, drops what is queued. False where it is not pending. */
  expireText(requestId: string, at: string, evidence: readonly Evidence[]): Promise<boolean>;
  /**
   * In one step: suppresses the number for ever, drops its queued texts, ends its subscriptions, adds the records. `sending`: a text
   * to it is under way this moment and nothing was written; try again, its lease is short. After `stopped` no text leaves.
   */
  stop(stop: Stop): Promise<'stopped' | 'sending'>;
  /** When it was suppressed. */
  suppressedSince(subjectKey: string): Promise<string | undefined>;
  /** Automation falls silent for this number until a person resumes it; its requests are marked as waiting for a person. */
  pauseTexts(subjectKey: string, at: string): Promise<void>;
  resumeTexts(subjectKey: string): Promise<void>;
  /** Whoever waits for a person, the longest first. Who said stop and nothing else does not wait. */
  wroteIn(): Promise<WroteIn[]>;
  /** False where the message was known. Remember it last, after its effect: a provider that hears nothing sends again. */
  rememberInbound(inbound: Inbound): Promise<boolean>;
  isKnownInbound(messageId: string): Promise<boolean>;
}

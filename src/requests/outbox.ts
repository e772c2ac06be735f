import type { StoredRequest } from './desk.ts';

/** The ways out: the operator's system, a notice by mail, a text message. */
export const channels = ['webhook', 'mail', 'text'] as const;
export type Channel = (typeof channels)[number];

/** What an outbox row says. The first three go to the operator, the last two to the person's phone. */
export const messageTypes = [
  'request.created',
  'request.cancelled',
  'request.erased',
  'text.confirm',
  'text.info',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** Something that has to be said outside, due from a moment on. Its contact is that of its request. */
export interface OutboxRow {
  id: string;
  requestId: string;
  channel: Channel;
  type: MessageType;
  createdAt: string;
  dueAt: string;
}

/** Which rows a worker takes, and for how long they are its own. */
export interface Claim {
  channel: Channel;
  now: string;
  /** A worker that died gives its rows back at this moment. */
  leaseUntil: string;
  /** Made for this one claim. */
  leaseId: string;
  limit: number;
}

/** A row that a worker holds, with the request it is about. `request.sealed` is gone once the request is erased. */
export interface Delivery extends OutboxRow {
  leaseId: string;
  /** How often it was claimed, this time included. */
  attempts: number;
  subjectKey?: string;
  request: StoredRequest;
}

/** Our words for what went wrong outside, where no status of HTTP or SMTP says it. */
export const failureWords = [
  'timeout',
  'stopped',
  'out-of-reach',
  'no-address',
  'unreachable',
  'not-trusted',
  'expired',
  'broken-off',
  'sealed',
  'login',
  'failure',
] as const;
export type FailureWord = (typeof failureWords)[number];

/** How an attempt ended: a status of HTTP or SMTP, or a word of ours such as `timeout`. Never words from outside. */
export type DeliveryStatus = string;

/**
 * What a person has to look at: an hour without a delivery, a row without attempts left, an endpoint that is closed for good, the
 * daily test that did not arrive.
 */
export const alarms = ['undelivered', 'dead-letter', 'endpoint-gone', 'synthetic-failed'] as const;
export type Alarm = (typeof alarms)[number];

/** An outbox row as the operator sees it. */
export interface OutboxEntry extends OutboxRow {
  reference: string;
  state: 'due' | 'leased' | 'delivered' | 'dead';
  attempts: number;
  lastStatus?: DeliveryStatus;
  deliveredAt?: string;
  deadAt?: string;
  signedOffAt?: string;
  signedOffBy?: string;
}

/** What a text waits for that is as it should be: the hour, or its turn. */
export const waitsInTurn = ['outside-hours', 'number-limit', 'daily-budget'] as const;

/** Whether the last attempt with a text went wrong. */
export const hasFailed = (lastStatus: DeliveryStatus | undefined): boolean =>
  lastStatus !== undefined && !waitsInTurn.some((status) => status === lastStatus);

/** What `claimAlarms` looks for, on one way out. */
export interface AlarmLimits {
  channel: Channel;
  at: string;
  /**
   * A row made then or before and still not delivered is an alarm, once. A text is none while it waits for its hour, and none to a
   * number that gets no texts.
   */
  undeliveredSince: string;
  /** A dead letter is an alarm again where its last one was then or before. */
  repeatSince: string;
}

/** Which rows to say again: some by id, or all that were made in a time, both ends included. */
export type Replay = { ids: readonly string[] } | { from: string; to: string };

/** What is to be said outside. Leases, not queues: every verb looks at rows, so that nothing is lost with a process. */
export interface Outbox {
  /**
   * Takes what is due. Order per contact and channel is kept: a row waits while an older one of its contact is neither delivered
   * nor dead; rows of other contacts do not wait. Texts to a suppressed or paused number are never given out. The news of a request
   * that is erased by now is dropped.
   */
  claimDue(claim: Claim): Promise<Delivery[]>;
  /** False where the lease went to somebody else. */
  markDelivered(id: string, leaseId: string, at: string): Promise<boolean>;
  /** Gives the row back until `nextAt`. False where the lease went to somebody else. */
  markRetry(id: string, leaseId: string, nextAt: string, status: DeliveryStatus): Promise<boolean>;
  /** Ends the attempts; the row waits for a person. False where the lease went to somebody else. */
  markDead(id: string, leaseId: string, at: string, status: DeliveryStatus): Promise<boolean>;
  /** All rows, newest first. */
  outboxList(): Promise<OutboxEntry[]>;
  /** Makes rows due anew, with all attempts before them; answers how many. A request that is erased is not announced again. */
  replay(which: Replay, at: string): Promise<number>;
  /** A named person has seen to a dead letter. False where there is none of that id. */
  signOff(id: string, by: string, at: string): Promise<boolean>;
  /** The rows that are an alarm now; each is marked, so that it is told once. */
  claimAlarms(limits: AlarmLimits): Promise<OutboxEntry[]>;
  /** An endpoint that said "gone" gets nothing until somebody resumes it. `endpoint` is a hash or a name, never an address. */
  stopEndpoint(endpoint: string, at: string): Promise<void>;
  resumeEndpoint(endpoint: string): Promise<void>;
  endpointStoppedAt(endpoint: string): Promise<string | undefined>;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Milliseconds between two runs. */
export const runEvery = hour;
/** "At most" is a promise: a run takes what would be overdue before the next but one, so that a single failed run breaks nothing. */
const early = 2 * runEvery;
/** How long a repeat with the same key gets the first answer. */
const bindingDays = 7;

/** How long what is over is remembered: messages that went out or came in, subscriptions that ended. */
const forgottenDays = 31;
/** Evidence outlives the last record of its consent by five years; a month more covers the last text or call. */
const evidenceDays = 5 * 366 + 31;

/** Beyond this, the time of day has moved and not only passed. */
const mostDriftMs = 10 * 60_000;

/** A moment on both clocks of a machine, in milliseconds: the time of day, which somebody may set, and the time that only passes. */
export interface Moment {
  ofDay: number;
  steady: number;
}

/** Which way a time of day is wrong. */
export type Jump = 'forward' | 'back';

/** Which way the time of day is off by another clock that counts as right, both in milliseconds; undefined where both agree. */
export function jumpFrom(right: number, ofDay: number): Jump | undefined {
  const drift = ofDay - right;
  if (Math.abs(drift) <= mostDriftMs) return undefined;
  return drift > 0 ? 'forward' : 'back';
}

/** Which way the time of day jumped between two moments; undefined where it only passed. A machine that slept has jumped forward, too. */
export const jumpBetween = (before: Moment, after: Moment): Jump | undefined =>
  jumpFrom(before.ofDay + (after.steady - before.steady), after.ofDay);

/** Everything up to these moments has been kept long enough. UTC, ISO 8601. */
export interface RetentionLimits {
  /** Now: when what is erased counts as erased. */
  at: string;
  /** Requests received then or before are erased. */
  receivedUpTo: string;
  /** Requests whose own limit is then or before are erased. */
  eraseUpTo: string;
  /** Requests closed then or before are erased, once told to whoever must hear of them. */
  closedUpTo: string;
  /** Nobody else hears of requests: closing one is enough. */
  isDeskOnly: boolean;
  /** Bindings made then or before are deleted. */
  boundUpTo: string;
  /** Messages sent or received then or before are deleted, as are subscriptions that ended then. */
  forgottenUpTo: string;
  /** Evidence of consents whose last record is from then or before is deleted. */
  evidenceUpTo: string;
}

/** What the operator promised and how the desk works. */
export interface RetentionPromise {
  /** 1 to 30; it stands in the consent that people gave. */
  retentionDays: number;
  isDeskOnly: boolean;
}

/** When a request is erased at the latest, by the promise of the day it came. */
export const eraseBy = (receivedAt: Date, retentionDays: number): string =>
  new Date(receivedAt.getTime() + retentionDays * day).toISOString();

/** Days after which a request for texts is erased where the phone never says yes. */
export const unconfirmedDays = 3;

/**
 * What a run at `now` has to erase. Source: consent-and-privacy section 8, the rows of what this site stores:
 *
 * | data                                    | kept                          | then                               |
 * |-----------------------------------------|-------------------------------|------------------------------------|
 * | request, also one that is quarantined   | until delivered and closed,   | data key destroyed, body blanked   |
 * |                                         | `retentionDays` at most       |                                    |
 * | request for texts without a yes         | 72 hours                      | the same                           |
 * | key, reference and fingerprint          | 7 days                        | deleted                            |
 * | ids of messages that came in            | 30 days                       | deleted                            |
 * | evidence of consent                     | 5 years after the last word   | deleted, a checkpoint stays        |
 */
export function retentionLimits(now: Date, { retentionDays, isDeskOnly }: RetentionPromise): RetentionLimits {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  return {
    at: now.toISOString(),
    receivedUpTo: before(retentionDays * day - early),
    eraseUpTo: before(-early),
    closedUpTo: now.toISOString(),
    isDeskOnly,
    boundUpTo: before(bindingDays * day),
    forgottenUpTo: before(forgottenDays * day),
    evidenceUpTo: before(evidenceDays * day),
  };
}

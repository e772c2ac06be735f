const hour = 3_600_000;
const day = 24 * hour;

/** Milliseconds between two runs. */
export const runEvery = hour;
/** "At most" is a promise: a run takes what would be overdue before the next but one, so that a single failed run breaks nothing. */
const early = 2 * runEvery;
/** How long a repeat with the same key gets the first answer. */
const bindingDays = 7;

/** Everything up to these moments has been kept long enough. UTC, ISO 8601. */
export interface RetentionLimits {
  /** Now: when what is erased counts as erased. */
  at: string;
  /** Requests received then or before are erased. */
  receivedUpTo: string;
  /** Bindings made then or before are deleted. */
  boundUpTo: string;
}

/**
 * What a run at `now` has to erase. `retentionDays`, 1 to 30, is the operator's and stands in the consent that people gave.
 * Source: consent-and-privacy section 8, the rows of what this site stores:
 *
 * | data                                    | kept                          | then                               |
 * |-----------------------------------------|-------------------------------|------------------------------------|
 * | request, also one that is quarantined   | `retentionDays` at most       | data key destroyed, body blanked   |
 * | key, reference and fingerprint          | 7 days                        | deleted                            |
 * | evidence of consent                     | 5 years after the last word   | not by this run                    |
 */
export function retentionLimits(now: Date, retentionDays: number): RetentionLimits {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  return {
    at: now.toISOString(),
    receivedUpTo: before(retentionDays * day - early),
    boundUpTo: before(bindingDays * day),
  };
}

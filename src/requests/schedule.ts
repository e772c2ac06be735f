const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The longest wait that a receiver may ask for. */
const longestRetryAfter = 24 * hour;
/** How far a wait may be off, so that what failed together does not come back together. */
const jitter = 0.1;

/** When the attempts of a way out come. */
export interface Schedule {
  /** Milliseconds from each attempt that failed to the next one. After the last of them there is none. */
  waits: readonly number[];
  /** The last attempt does not come before a row is this old, however the jitter fell: an outage that long loses nothing. */
  lastsAtLeast: number;
}

const threeDays = [
  ...[5 * second, 5 * minute, 30 * minute],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
] as const;

/** Ten attempts over three days for the operator's system; mail goes on until the fifth day (consent-and-privacy section 11). */
export const schedules = {
  webhook: { waits: threeDays, lastsAtLeast: 72.5 * hour },
  mail: { waits: [...threeDays, 24 * hour, 24 * hour], lastsAtLeast: 120 * hour },
} as const satisfies Record<string, Schedule>;

/** An attempt that failed. */
export interface Failed {
  /** How many there were, this one included. */
  attempts: number;
  createdAt: string;
  at: Date;
  /** Milliseconds that the receiver asked for. */
  retryAfter?: number | undefined;
}

/** When to try again; undefined after the last attempt. `chance` is a random number from 0 to 1. */
export function nextAttempt(failed: Failed, { waits, lastsAtLeast }: Schedule, chance: number): Date | undefined {
  const { attempts, createdAt, at, retryAfter = 0 } = failed;
  const wait = waits[attempts - 1];
  if (wait === undefined) return undefined;
  const missing = attempts === waits.length ? Date.parse(createdAt) + lastsAtLeast - at.getTime() : 0;
  const withJitter = wait * (1 - jitter + 2 * jitter * chance);
  const planned = Math.min(Math.max(withJitter, missing), wait * (1 + jitter));
  return new Date(at.getTime() + Math.max(planned, Math.min(retryAfter, longestRetryAfter)));
}

/** What a `Retry-After` header asks for, in milliseconds: it holds seconds or a date of HTTP. Undefined where it says neither. */
export function readRetryAfter(header: string | undefined, at: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * second;
  const until = /GMT$/.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - at.getTime());
}

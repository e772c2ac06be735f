import { type Hashing, type Mac, webHashing } from '../hashing.ts';
import type { Clock, Ids } from '../ports.ts';
import { countedAs } from './client-address.ts';

/** At most `count` within `seconds`. */
export interface Limit {
  count: number;
  seconds: number;
}

/** Counts events per address without keeping addresses. */
export interface Limiter {
  /** Seconds until the address is below all limits again; 0 when it is. Unknown addresses are never over. */
  secondsToWait(address: string | undefined): Promise<number>;
  count(address: string | undefined): Promise<void>;
}

/** What one hour knows: a random key that dies with it, and times of events by the HMAC of an address under that key. */
interface Hour {
  starts: number;
  mac: Mac;
  times: Map<string, number[]>;
}

const hourMs = 3_600_000;
const keptHours = 24;
/** A flood of addresses must not fill the memory: beyond this an hour counts nobody new. Counters fail open. */
const bucketsPerHour = 50_000;

/** What a limiter needs from outside. */
export interface LimiterDeps {
  clock: Clock;
  ids: Ids;
  hashing?: Hashing;
}

/** A limiter in memory. An address is only ever known as an HMAC under the random key of an hour; keys older than a day are gone. */
export function memoryLimiter(limits: readonly Limit[], { clock, ids, hashing = webHashing }: LimiterDeps): Limiter {
  let hours: Hour[] = [];
  const longestMs = Math.max(...limits.map(({ seconds }) => seconds * 1000));
  const most = Math.max(...limits.map(({ count }) => count));

  async function currentHour(): Promise<Hour> {
    const starts = Math.floor(clock.now().getTime() / hourMs) * hourMs;
    const last = hours.at(-1);
    if (last?.starts === starts) return last;
    // Hours to come were counted by a clock that was wrong then: nobody has to wait for them.
    hours = hours.filter((hour) => hour.starts > starts - keptHours * hourMs && hour.starts <= starts);
    const known = hours.find((hour) => hour.starts === starts);
    if (known) return known;
    const mac = await hashing.macUnder(ids.random(32));
    const made = hours.find((hour) => hour.starts === starts) ?? { starts, mac, times: new Map() };
    if (!hours.includes(made)) hours = [...hours, made].sort((one, other) => one.starts - other.starts);
    return made;
  }

  const bucketIn = async (hour: Hour, counted: string): Promise<string> => (await hour.mac(counted)).slice(0, 32);

  return {
    async secondsToWait(address) {
      if (!address) return 0;
      await currentHour();
      const now = clock.now().getTime();
      const counted = countedAs(address);
      const times: number[] = [];
      for (const hour of hours.filter(({ starts }) => starts + hourMs > now - longestMs)) {
        const inHour = hour.times.get(await bucketIn(hour, counted)) ?? [];
        times.push(...inHour.filter((time) => time <= now));
      }
      if (times.length === 0) return 0;
      const waits = limits.map(({ count, seconds }) => {
        const oldestThatCounts = times.at(-count);
        return oldestThatCounts === undefined ? 0 : Math.ceil((oldestThatCounts + seconds * 1000 - now) / 1000);
      });
      return Math.max(0, ...waits);
    },

    async count(address) {
      if (!address) return;
      const hour = await currentHour();
      const bucket = await bucketIn(hour, countedAs(address));
      const times = hour.times.get(bucket) ?? [];
      times.push(clock.now().getTime());
      // Older ones can never be the oldest that counts.
      if (times.length > most) times.shift();
      if (hour.times.has(bucket) || hour.times.size < bucketsPerHour) hour.times.set(bucket, times);
    },
  };
}

/** Limits nobody: the demonstration, whose only reader sits at this computer. */
export const noLimiter: Limiter = { secondsToWait: async () => 0, count: async () => {} };

const minutes = 60;
const day = 24 * 60 * minutes;

/** The limits of consent-and-privacy section 10. */
export const limits = {
  /** Posts of any kind, looked at before anything is read. */
  posts: [{ count: 60, seconds: 10 * minutes }],
  /** Requests that were saved. */
  accepted: [
    { count: 5, seconds: 10 * minutes },
    { count: 20, seconds: day },
  ],
  /** Saved requests of clients that do not say where their form stood. */
  unverified: [
    { count: 3, seconds: 10 * minutes },
    { count: 10, seconds: day },
  ],
  /** Posts that follow each other faster than a person fills in a form. It refuses nobody: it is a sign. */
  pace: [{ count: 1, seconds: 3 }],
  /** The same content, whoever sends it. It refuses nobody: it is a sign. */
  content: [{ count: 3, seconds: 60 * minutes }],
} as const satisfies Record<string, readonly Limit[]>;

/** What is limited. */
export type LimitKind = keyof typeof limits;

/** A limiter that limits nobody while it is broken, and says that it is. */
const failingOpen = (limiter: Limiter, onFailure: (error: unknown) => void): Limiter => ({
  async secondsToWait(address) {
    try {
      return await limiter.secondsToWait(address);
    } catch (error) {
      onFailure(error);
      return 0;
    }
  },
  count: (address) => limiter.count(address).catch(onFailure),
});

/** One limiter for each kind of limit. What is saved is saved, and what is asked is taken, whether or not it can be counted. */
export function limitersBy(
  make: (limits: readonly Limit[], kind: LimitKind) => Limiter,
  onFailure: (error: unknown) => void,
): Readonly<Record<LimitKind, Limiter>> {
  const limiter = (kind: LimitKind) => failingOpen(make(limits[kind], kind), onFailure);
  return {
    posts: limiter('posts'),
    accepted: limiter('accepted'),
    unverified: limiter('unverified'),
    pace: limiter('pace'),
    content: limiter('content'),
  };
}

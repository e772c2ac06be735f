import { type Hashing, type Mac, webHashing } from '../hashing.ts';
import type { Clock, Ids } from '../ports.ts';
import { countedAs } from './client-address.ts';

/** At most `count` within `seconds`. */
export interface Limit {
  count: number;
  seconds: number;
}

/** What came of counting an event. */
export interface Place {
  /** Seconds until the address is below all limits again; 0 when it was. Unknown addresses are never over. */
  seconds: number;
  /** Takes the event back: what it was counted for did not happen. */
  giveBack(): void;
}

/** Counts events per address without keeping addresses. Looking and counting are one step, so that events that come together share no place. */
export interface Limiter {
  /** Counts an event of an address below all limits. One that is over is not counted: being refused must not make a wait longer. */
  take(address: string | undefined): Promise<Place>;
  /** Counts an event, over or not. */
  count(address: string | undefined): Promise<Place>;
  /** Drops what is older than a day, and its key. Whoever keeps a limiter calls it now and then: an hour without posts ends, too. */
  forgetOld(): void;
}

/** Nothing counted, nobody over. */
export const noPlace: Place = { seconds: 0, giveBack: () => {} };

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

  const startOfHour = () => Math.floor(clock.now().getTime() / hourMs) * hourMs;

  function forgetOld(): void {
    const starts = startOfHour();
    // Hours to come were counted by a clock that was wrong then: nobody has to wait for them.
    hours = hours.filter((hour) => hour.starts > starts - keptHours * hourMs && hour.starts <= starts);
  }

  async function currentHour(): Promise<Hour> {
    const starts = startOfHour();
    const last = hours.at(-1);
    if (last?.starts === starts) return last;
    forgetOld();
    const known = hours.find((hour) => hour.starts === starts);
    if (known) return known;
    const mac = await hashing.macUnder(ids.random(32));
    const made = hours.find((hour) => hour.starts === starts) ?? { starts, mac, times: new Map() };
    if (!hours.includes(made)) hours = [...hours, made].sort((one, other) => one.starts - other.starts);
    return made;
  }

  const bucketIn = async (hour: Hour, address: string): Promise<string> =>
    (await hour.mac(countedAs(address))).slice(0, 32);

  async function counted(address: string | undefined, evenOver: boolean): Promise<Place> {
    if (!address) return noPlace;
    const current = await currentHour();
    const counting = hours.filter(({ starts }) => starts + hourMs > clock.now().getTime() - longestMs);
    const buckets = new Map<Hour, string>();
    for (const hour of counting) buckets.set(hour, await bucketIn(hour, address));
    // From here to the end nothing may wait.
    const now = clock.now().getTime();
    const timesIn = (hour: Hour) => hour.times.get(buckets.get(hour) ?? '') ?? [];
    const times = counting.flatMap(timesIn).filter((time) => time <= now);
    const waits = limits.map(({ count, seconds }) => {
      const oldestThatCounts = times.at(-count);
      return oldestThatCounts === undefined ? 0 : Math.ceil((oldestThatCounts + seconds * 1000 - now) / 1000);
    });
    const seconds = Math.max(0, ...waits);
    if (seconds > 0 && !evenOver) return { ...noPlace, seconds };
    return { seconds, giveBack: add(now, timesIn(current), current, buckets.get(current) ?? '') };
  }

  /** Gives what takes it out again. */
  function add(time: number, times: number[], hour: Hour, bucket: string): () => void {
    times.push(time);
    // Older ones can never be the oldest that counts.
    const dropped = times.length > most ? times.shift() : undefined;
    if (hour.times.has(bucket) || hour.times.size < bucketsPerHour) hour.times.set(bucket, times);
    return () => {
      const index = times.lastIndexOf(time);
      if (index >= 0) times.splice(index, 1);
      if (dropped !== undefined) times.unshift(dropped);
    };
  }

  return { take: (address) => counted(address, false), count: (address) => counted(address, true), forgetOld };
}

/** Limits nobody: the demonstration, whose only reader sits at this computer. */
export const noLimiter: Limiter = { take: async () => noPlace, count: async () => noPlace, forgetOld: () => {} };

const minutes = 60;
const day = 24 * 60 * minutes;

/** The limits of consent-and-privacy section 10. */
export const limits = {
  /** Posts of any kind, looked at before anything is read. */
  posts: [{ count: 60, seconds: 10 * minutes }],
  /** Requests that are saved. */
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
const failingOpen = (limiter: Limiter, onFailure: (error: unknown) => void): Limiter => {
  const orOpen = (place: Promise<Place>) =>
    place.catch((error) => {
      onFailure(error);
      return noPlace;
    });
  return {
    ...limiter,
    take: (address) => orOpen(limiter.take(address)),
    count: (address) => orOpen(limiter.count(address)),
  };
};

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

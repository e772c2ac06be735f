import { type Weekday, weekdays } from './shift.ts';
import type { Span } from './spans.ts';

/** Minutes since 1970 that a wall clock shows, as if it were in UTC. */
export type WallTime = number;
/** Real minutes since 1970. */
export type Instant = number;

export const minutesInDay = 24 * 60;
export const minutesInWeek = 7 * minutesInDay;

/**
 * The clock of one time zone.
 *
 * The model: a reader and a program say times of the wall clock, and each means the first moment at which that clock shows this time *or
 * later*. So a time that is skipped in spring means the moment of the change, and a time that comes twice in autumn means its first coming.
 * This keeps the order of times, so what follows on each other by the clock still does, and no minute is lost or counted twice: a night
 * shift over the change is an hour shorter in spring and an hour longer in autumn, and a week has 10,020 or 10,140 minutes. All lengths,
 * overlaps and sums are real minutes. Ways to and fro, and sleep, have a length and no clock time: they last as long as ever.
 */
export interface Clock {
  instantOf(wall: WallTime): Instant;
  wallOf(instant: Instant): WallTime;
  /** The moments in a span, in order, at which the clock is put forward or back. */
  changesIn(span: Span): Instant[];
}

/** The day of the week and the minutes after midnight that a wall clock shows. */
export function readWall(wall: WallTime): { day: Weekday; minute: number } {
  const days = Math.floor(wall / minutesInDay);
  // 1 January 1970 was a Thursday, three days after a Monday.
  const day = weekdays[(days + 3) % 7] as Weekday;
  return { day, minute: wall - days * minutesInDay };
}

/** A time between two changes of the clock, which it runs ahead of UTC by `ahead` minutes. */
interface Stretch {
  from: Instant;
  ahead: number;
}

/** The clock of an IANA zone for the days of a span. Read from the runtime's own data. */
export function clockOf(zone: string, { from, to }: Span): Clock {
  const stretches = stretchesOf(aheadIn(zone), { from: from - 2 * minutesInDay, to: to + 2 * minutesInDay });
  const changes = stretches.slice(1).map((stretch) => stretch.from);
  const at = (instant: Instant) =>
    stretches.findLast((stretch) => stretch.from <= instant) ?? (stretches[0] as Stretch);
  return {
    instantOf(wall) {
      const index = stretches.findIndex(
        (stretch, place) => wall - stretch.ahead < (stretches[place + 1]?.from ?? Infinity),
      );
      const { from: start, ahead } = stretches[index] as Stretch;
      return index === 0 ? wall - ahead : Math.max(start, wall - ahead);
    },
    wallOf: (instant) => instant + at(instant).ahead,
    changesIn: (span) => changes.filter((change) => change > span.from && change < span.to),
  };
}

/** Looks at every week and, where the clock has changed since, for the minute of the change. No zone changes twice within a week. */
function stretchesOf(ahead: (instant: Instant) => number, { from, to }: Span): Stretch[] {
  const stretches = [{ from, ahead: ahead(from) }];
  for (let week = from; week < to; week += minutesInWeek) {
    const before = stretches.at(-1)?.ahead;
    const after = ahead(week + minutesInWeek);
    if (before === after) continue;
    let unchanged = week;
    let changed = week + minutesInWeek;
    while (changed - unchanged > 1) {
      const middle = Math.floor((unchanged + changed) / 2);
      if (ahead(middle) === before) unchanged = middle;
      else changed = middle;
    }
    stretches.push({ from: changed, ahead: after });
  }
  return stretches;
}

/** How many minutes the zone's clock is ahead of UTC. */
function aheadIn(zone: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (instant) => {
    // American English puts them in this order; reading parts by name takes more than twice as long.
    const [month = 0, day, year = 0, hour, minute] = format
      .format(instant * 60_000)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - instant;
  };
}

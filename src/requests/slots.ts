import { localTime, minutesAhead, withOffset } from '#i18n/time-zone.ts';
import { type ClosedDays, isClosedOn } from './holidays.ts';
import { type OpeningHours, openOn } from './hours.ts';
import type { SlotTimes, TakenSlot } from './intake.ts';

/** A quarter of an hour that one person can have. Times are ISO 8601 with the offset of the operator's zone. */
export interface Slot {
  id: string;
  start: string;
  end: string;
}

/** When somebody is there to call, and how many calls they can take at once. */
export interface CallHours {
  hours: OpeningHours;
  closed?: ClosedDays | undefined;
  timeZone: string;
  callSeats: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** How many minutes a call takes, and so how far apart calls are. */
const length = 15;
/** No sooner time is shown: a person has to find a quiet place first. */
const notice = 60 * minute;
/** Who has picked a time may take this long to send it, or to send it again when the answer was lost. */
const patience = 10 * minute;
/** How far ahead a call can be booked. */
const ahead = 14 * day;

/** The time on the zone's clocks, as if those were UTC. */
const wallOf = (moment: number, timeZone: string): number => Date.parse(`${localTime(new Date(moment), timeZone)}Z`);

const midnightOf = (wall: number): number => Math.floor(wall / day) * day;

/** `20261124T1500Z`: the start in UTC. */
const idOf = (start: number): string => `${new Date(start).toISOString().slice(0, 16).replace(/[-:]/g, '')}Z`;

const startOf = (id: string): number => Date.parse(id.replace(/^(....)(..)(..T..)(..Z)$/, '$1-$2-$3:$4'));

/**
 * The starts of a day of the operator, as moments. A wall time that the clocks leave out in spring has no moment, one that they
 * repeat in fall has two: the time-zone data decides, not an offset.
 */
function startsOn(midnight: number, { hours, closed, timeZone }: CallHours): number[] {
  const open = openOn(new Date(midnight), hours);
  if (!open || isClosedOn(new Date(midnight), closed)) return [];
  const offsets = new Set(
    [midnight - day, midnight + 2 * day].map((near) => minutesAhead(new Date(near), 'UTC', timeZone)),
  );
  const starts: number[] = [];
  for (let minutes = open.opens; minutes + length <= open.closes; minutes += length) {
    const wall = midnight + minutes * minute;
    const moments = [...offsets].map((offset) => wall - offset * minute);
    starts.push(...(offsets.size === 1 ? moments : moments.filter((moment) => wallOf(moment, timeZone) === wall)));
  }
  return starts.sort((one, other) => one - other);
}

const isBookable = (start: number, now: Date, after = notice): boolean =>
  start >= now.getTime() + after && start < now.getTime() + ahead;

/** The time of a slot, whether it is free or taken; undefined where there is none of that id, or not any more. */
export function slotTimes(id: string, now: Date, operator: CallHours): SlotTimes | undefined {
  const start = startOf(id);
  if (!isBookable(start, now, notice - patience)) return undefined;
  const day = midnightOf(wallOf(start, operator.timeZone));
  if (!startsOn(day, operator).includes(start)) return undefined;
  return { start: new Date(start).toISOString(), end: new Date(start + length * minute).toISOString() };
}

/** From when to when slots exist, for asking the store what is taken. */
export const bookable = (now: Date): { from: string; to: string } => ({
  from: now.toISOString(),
  to: new Date(now.getTime() + ahead).toISOString(),
});

/** All slots that can be booked now, in order. */
export function freeSlots(now: Date, operator: CallHours, taken: readonly TakenSlot[]): Slot[] {
  const seats = new Map(taken.map(({ start, seats }) => [Date.parse(start), seats]));
  const today = midnightOf(wallOf(now.getTime(), operator.timeZone));
  const days = Array.from({ length: ahead / day + 1 }, (_, number) => today + number * day);
  return days
    .flatMap((midnight) => startsOn(midnight, operator))
    .filter((start) => isBookable(start, now) && (seats.get(start) ?? 0) < operator.callSeats)
    .map((start) => ({
      id: idOf(start),
      start: withOffset(new Date(start), operator.timeZone),
      end: withOffset(new Date(start + length * minute), operator.timeZone),
    }));
}

/** As many as a person can look over. */
const fewAlternatives = 6;

/** The free slots nearest to the one that somebody wished for, in order; the next ones where the wish was none. */
export function alternativesTo(id: string, free: readonly Slot[]): Slot[] {
  const wished = startOf(id);
  if (Number.isNaN(wished)) return free.slice(0, fewAlternatives);
  const distance = ({ start }: Slot) => Math.abs(Date.parse(start) - wished);
  return free
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, fewAlternatives)
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
}

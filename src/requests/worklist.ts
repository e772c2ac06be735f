import { localTime, minutesAhead } from '#i18n/time-zone.ts';
import type { ListedRequest } from './desk.ts';
import { type ClosedDays, isClosedOn } from './holidays.ts';
import { type ContactWindow, type OpeningHours, spanOn } from './hours.ts';

/** When somebody is there to keep promises. */
export interface DeskHours {
  hours: OpeningHours;
  closed?: ClosedDays | undefined;
  timeZone: string;
}

/** A person who waits: a request with its repeats, as one line. */
export interface WorklistLine {
  /** The first of them that is still open. */
  request: ListedRequest;
  /** All open ones, this one included: they are closed together. */
  open: ListedRequest[];
  /** When the person was told to expect somebody, UTC; undefined where only texts were asked for, or where no hours are known. */
  promise?: { from: string; by: string };
  /** The promised time is over. */
  isLate: boolean;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** The first hours that count have this much left when the request comes: a person has to see it first. */
const notice = 60 * minute;
/** Hours are those of a week, and some of its days may be closed: two weeks more are long enough for any holidays. */
const lookAhead = 22;

/** The first hours of a window that are not over yet, as moments. */
function nextHours(
  window: ContactWindow,
  after: number,
  { hours, closed, timeZone }: DeskHours,
): { from: number; by: number } | undefined {
  const today = Date.parse(`${localTime(new Date(after), timeZone).slice(0, 10)}T00:00:00Z`);
  const offset = (at: number) => minutesAhead(new Date(at), 'UTC', timeZone) * minute;
  // The offset of the moment itself, not of the wall time taken for UTC: clocks may change in between.
  const moment = (wall: number) => wall - offset(wall - offset(wall));
  for (let ahead = 0; ahead < lookAhead; ahead += 1) {
    const midnight = today + ahead * day;
    const span = spanOn(new Date(midnight), window, hours);
    if (!span || isClosedOn(new Date(midnight), closed)) continue;
    const [from, by] = [moment(midnight + span.opens * minute), moment(midnight + span.closes * minute)];
    if (by >= after + notice) return { from, by };
  }
  return undefined;
}

/** When the person was told to expect somebody. Who asked for texts only is answered by the texts themselves. */
export function promiseOf(
  { kind, slot, contactWindow, receivedAt }: Pick<ListedRequest, 'kind' | 'slot' | 'contactWindow' | 'receivedAt'>,
  desk: DeskHours | undefined,
): { from: string; by: string } | undefined {
  if (slot) return { from: slot.start, by: slot.end };
  if (kind === 'text-info' || !desk) return undefined;
  const next = nextHours(contactWindow ?? 'any', Date.parse(receivedAt), desk);
  return next && { from: new Date(next.from).toISOString(), by: new Date(next.by).toISOString() };
}

const never = '9999';
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Who waits, by promise and then by age: whose promise ends first comes first. Quarantined requests stand among the others.
 * `requests` come newest first, as the store lists them.
 */
export function worklist(requests: readonly ListedRequest[], now: Date, desk: DeskHours | undefined): WorklistLine[] {
  const byAge = requests.toReversed().sort((one, other) => order(one.receivedAt, other.receivedAt));
  const groups = Map.groupBy(byAge, ({ id, repeatOf }) => repeatOf ?? id);
  const lines = [...groups.values()].flatMap((group): WorklistLine[] => {
    const open = group.filter(({ state }) => state === 'open');
    const [request] = open;
    if (!request) return [];
    const promises = open.flatMap((one) => promiseOf(one, desk) ?? []);
    const [promise] = promises.sort((one, other) => order(one.by, other.by));
    return [
      { request, open, ...(promise && { promise }), isLate: promise !== undefined && promise.by < now.toISOString() },
    ];
  });
  // An order that is equal leaves the older one first.
  return lines.sort((one, other) => order(one.promise?.by ?? never, other.promise?.by ?? never));
}

/** How long somebody has waited, in the unit that a person would say. */
export function waitOf(from: string, now: Date): { count: number; unit: 'minutes' | 'hours' | 'days' } {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(from)) / minute));
  if (minutes < 120) return { count: minutes, unit: 'minutes' };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { count: hours, unit: 'hours' } : { count: Math.floor(hours / 24), unit: 'days' };
}

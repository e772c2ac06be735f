import { localTime, withOffset } from '#i18n/time-zone.ts';
import { bookable, freeSlots } from '#requests/slots.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { table } from './table.ts';

/** Which quarters of an hour can still be booked and which are taken, on the operator's clocks. */
export async function listSlots({ store, clock, operator: operatorOf }: Desk, asJson: boolean): Promise<Outcome> {
  const operator = operatorOf();
  if (!operator) return impossible('dist/endpoint.json is missing. Build the site first: npm run build');
  const now = clock.now();
  const { from, to } = bookable(now);
  const taken = await store.takenSlots(from, to);
  const slots = freeSlots(now, operator, taken);
  const { timeZone } = operator;
  const booked = taken.map(({ start, seats }) => ({ start: withOffset(new Date(start), timeZone), seats }));
  if (asJson) return json({ zone: timeZone, slots, taken: booked });
  const days = Map.groupBy(slots, ({ start }) => start.slice(0, 10));
  const free = [...days].map(([day, on]) => ({
    day,
    free: String(on.length),
    first: on[0]?.start.slice(11, 16) ?? '',
    last: on.at(-1)?.start.slice(11, 16) ?? '',
  }));
  const calls = taken.map(({ start, seats }) => ({
    booked: localTime(new Date(start), timeZone).slice(0, 16).replace('T', ' '),
    seats: `${seats} of ${operator.callSeats}`,
  }));
  const parts = [free.length > 0 ? table(free) : 'No free times.', ...(calls.length > 0 ? [table(calls)] : [])];
  return done(`${parts.join('\n\n')}\n\nTimes are those of ${timeZone}.`);
}

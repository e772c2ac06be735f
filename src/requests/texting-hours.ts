import { z } from 'zod';
import { localTime } from '#i18n/time-zone.ts';
import { isFederalHoliday } from './holidays.ts';
import { type OpeningHours, openingHours, openOn } from './hours.ts';
import { type Phoned, whereabouts } from './where-phone-is.ts';

/** What a state's rule takes away from the hours, and where it was read. */
const stateHours = z.strictObject({
  /** By weekday: the hours that are left; null where none are. A day that is not named keeps the general hours. */
  narrower: z.partialRecord(openingHours.keyType, openingHours.valueType),
  /** Whether texts go out on federal holidays. */
  onHolidays: z.boolean(),
  /** The rule in words, with its number. */
  rule: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  /** The day somebody read it. */
  readOn: z.iso.date(),
});

/** `content/texting-hours.yaml`: when a text may go out that nobody has just asked for. */
export const textingHours = z.strictObject({
  hours: openingHours,
  /** By the postal code of the state. */
  states: z.record(z.string().regex(/^[A-Z]{2}$/), stateHours),
});
export type TextingHours = z.infer<typeof textingHours>;

type StateHours = z.infer<typeof stateHours>;

/** Whether the minute of a wall clock lies in the hours of its day. */
function isWithin(wall: Date, hours: OpeningHours): boolean {
  const minutes = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const open = openOn(wall, hours);
  return open !== undefined && minutes >= open.opens && minutes < open.closes;
}

const isOpen = (wall: Date, general: OpeningHours, rules: readonly StateHours[]): boolean =>
  isWithin(wall, general) &&
  rules.every(
    ({ narrower, onHolidays }) =>
      isWithin(wall, { ...general, ...narrower }) && (onHolidays || !isFederalHoliday(wall)),
  );

/** Whether it is a decent hour in every place where the phone may be. */
export function mayTextAt(at: Date, phoned: Phoned, { hours, states: table }: TextingHours): boolean {
  const { zones, states } = whereabouts(phoned, at);
  const rules = states === 'unknown' ? Object.values(table) : states.flatMap((state) => table[state] ?? []);
  return zones.every((zone) => isOpen(new Date(`${localTime(at, zone)}Z`), hours, rules));
}

const quarter = 15 * 60_000;
/** Longer than any request for texts waits for its confirmation. */
const lookAheadMs = 8 * 24 * 3_600_000;

/** The next quarter of an hour in which a text may go out, from `at` on. Undefined where the clocks of the places never agree. */
export function nextTextTime(at: Date, phoned: Phoned, hours: TextingHours): Date | undefined {
  if (mayTextAt(at, phoned, hours)) return at;
  const first = Math.ceil(at.getTime() / quarter) * quarter;
  for (let moment = first; moment <= first + lookAheadMs; moment += quarter) {
    if (mayTextAt(new Date(moment), phoned, hours)) return new Date(moment);
  }
  return undefined;
}

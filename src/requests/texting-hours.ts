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

/** A place with what its clocks show, as if those were UTC, and the rules that hold there. */
interface Here {
  wall: Date;
  general: OpeningHours;
  rules: readonly StateHours[];
}

const day = 24 * 60;

/** The minutes from here until texts may go out again; 0 where they may. On a day without hours that is until midnight, to look again. */
function minutesShut({ wall, general, rules }: Here): number {
  const minutes = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const spans = [general, ...rules.map(({ narrower }) => ({ ...general, ...narrower }))].map((hours) =>
    openOn(wall, hours),
  );
  const isHoliday = rules.some(({ onHolidays }) => !onHolidays) && isFederalHoliday(wall);
  const opens = Math.max(...spans.map((span) => span?.opens ?? day));
  const closes = Math.min(...spans.map((span) => span?.closes ?? 0));
  if (isHoliday || minutes >= closes) return day - minutes;
  return Math.max(0, opens - minutes);
}

/** For a number at a moment: the minutes until the hour may be decent in every place where the phone may be. */
function shutFor(phoned: Phoned, { hours, states: table }: TextingHours, from: Date): (at: Date) => number {
  const { zones, states } = whereabouts(phoned, from);
  const rules = states === 'unknown' ? Object.values(table) : states.flatMap((state) => table[state] ?? []);
  return (at) =>
    Math.max(...zones.map((zone) => minutesShut({ wall: new Date(`${localTime(at, zone)}Z`), general: hours, rules })));
}

/** Whether it is a decent hour in every place where the phone may be. */
export const mayTextAt = (at: Date, phoned: Phoned, hours: TextingHours): boolean =>
  shutFor(phoned, hours, at)(at) === 0;

const minute = 60_000;
const quarter = 15 * minute;
/** No clock of a place where a phone may be is set by more than that at once. */
const clockChange = 60 * minute;
/** Longer than any request for texts waits for its confirmation. */
const lookAheadMs = 8 * day * minute;

/** The next quarter of an hour in which a text may go out, from `at` on. Undefined where the clocks of the places never agree. */
export function nextTextTime(at: Date, phoned: Phoned, hours: TextingHours): Date | undefined {
  const shut = shutFor(phoned, hours, at);
  if (shut(at) === 0) return at;
  let moment = Math.ceil(at.getTime() / quarter) * quarter;
  while (moment <= at.getTime() + lookAheadMs) {
    const wait = shut(new Date(moment)) * minute;
    if (wait === 0) return new Date(moment);
    moment += Math.max(quarter, Math.floor((wait - clockChange) / quarter) * quarter);
  }
  return undefined;
}

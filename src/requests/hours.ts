import { z } from 'zod';
import { dateFormat } from '#i18n/date-format.ts';
import { fill } from '#i18n/fill.ts';
import { type Locale, regionalTag } from '#i18n/locale.ts';
import { minutesAhead } from '#i18n/time-zone.ts';

/** When somebody may be called, as it stands in a request. What each means in hours is the operator's. */
export const contactWindows = [
  'weekday-morning',
  'weekday-midday',
  'weekday-evening',
  'saturday',
  'sunday',
  'any',
] as const;
export type ContactWindow = (typeof contactWindows)[number];

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Day = (typeof days)[number];

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const dayHours = z.strictObject({ opens: clockTime, closes: clockTime }).nullable();

/** When a person is there to call back, by weekday, in the operator's own zone; null on a day without anybody. */
export const openingHours = z.record(z.enum(days), dayHours);
export type OpeningHours = z.infer<typeof openingHours>;

/** Days in a row that share their hours. Times are minutes after midnight. */
export interface Span {
  first: Day;
  last: Day;
  opens: number;
  closes: number;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const weekdays = days.slice(0, 5);
const noon = minutesOf('12:00');
const evening = minutesOf('17:00');
const midnight = minutesOf('23:59') + 1;

/** Which part of the week each window is: its days, and from when to when on them. */
const reach: Record<ContactWindow, { days: readonly Day[]; from: number; to: number }> = {
  'weekday-morning': { days: weekdays, from: 0, to: noon },
  'weekday-midday': { days: weekdays, from: noon, to: evening },
  'weekday-evening': { days: weekdays, from: evening, to: midnight },
  saturday: { days: ['saturday'], from: 0, to: midnight },
  sunday: { days: ['sunday'], from: 0, to: midnight },
  any: { days, from: 0, to: midnight },
};

const isNextDay = (one: Day, other: Day): boolean => days.indexOf(other) === days.indexOf(one) + 1;

/** The part of a window in which the operator is open. Empty where the window does not exist. */
export function spansOf(window: ContactWindow, hours: OpeningHours): Span[] {
  const spans: Span[] = [];
  for (const day of reach[window].days) {
    const open = hours[day];
    if (!open) continue;
    const opens = Math.max(minutesOf(open.opens), reach[window].from);
    const closes = Math.min(minutesOf(open.closes), reach[window].to);
    if (opens >= closes) continue;
    const before = spans.at(-1);
    if (before && isNextDay(before.last, day) && before.opens === opens && before.closes === closes) before.last = day;
    else spans.push({ first: day, last: day, opens, closes });
  }
  return spans;
}

/** From when to when somebody is there on a day, in minutes after its midnight. `date` shows the day as if it were in UTC. */
export function openOn(date: Date, hours: OpeningHours): { opens: number; closes: number } | undefined {
  const open = hours[dayOf(date)];
  return open ? { opens: minutesOf(open.opens), closes: minutesOf(open.closes) } : undefined;
}

const dayOf = (date: Date): Day => days[(date.getUTCDay() + 6) % 7] ?? 'monday';

/** The part of a window on a day. `date` shows the day as if it were in UTC. */
export function spanOn(date: Date, window: ContactWindow, hours: OpeningHours): Span | undefined {
  const day = days.indexOf(dayOf(date));
  return spansOf(window, hours).find(({ first, last }) => days.indexOf(first) <= day && day <= days.indexOf(last));
}

/** The windows that exist in these hours, in the order of the form. */
export const offeredWindows = (hours: OpeningHours): ContactWindow[] =>
  contactWindows.filter((window) => spansOf(window, hours).length > 0);

/**
 * The same spans on the clocks of another zone. Undefined where a span would cross midnight: its days would differ, so it is
 * better told in the operator's zone.
 */
export function spansIn(spans: readonly Span[], at: Date, from: string, to: string): Span[] | undefined {
  const ahead = minutesAhead(at, from, to);
  const moved = spans.map((span) => ({ ...span, opens: span.opens + ahead, closes: span.closes + ahead }));
  return moved.every(({ opens, closes }) => opens >= 0 && closes <= midnight) ? moved : undefined;
}

/** The sentences that hours are told in, from the interface texts. */
export interface HoursWords {
  days: string;
  times: string;
  sentence: string;
  and: string;
}

/** Any week that starts on a Monday serves to name the days. */
const dayName = (day: Day, locale: Locale): string =>
  dateFormat(regionalTag[locale], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + days.indexOf(day)),
  );

const timeName = (minutes: number, locale: Locale): string =>
  dateFormat(regionalTag[locale], {
    hour: 'numeric',
    ...(minutes % 60 !== 0 && { minute: '2-digit' }),
    hour12: true,
    timeZone: 'UTC',
  })
    .format(minutes * 60_000)
    .replace(/\s/g, '\u00a0');

/** The times of a span alone: "9 AM to 7 PM". */
export const sayTimes = ({ opens, closes }: Span, words: HoursWords, locale: Locale): string =>
  fill(words.times, { opens: timeName(opens, locale), closes: timeName(closes, locale) });

/** Spans as a reader says them: "Monday to Thursday, 9 AM to 7 PM; and Friday, 9 AM to 5 PM". */
export function sayHours(spans: readonly Span[], words: HoursWords, locale: Locale): string {
  const said = spans.map((span) => {
    const [first, last] = [dayName(span.first, locale), dayName(span.last, locale)];
    const days = span.first === span.last ? first : fill(words.days, { first, last });
    return fill(words.sentence, { days, times: sayTimes(span, words, locale) });
  });
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join('; ')}${words.and}${said.at(-1)}`;
}

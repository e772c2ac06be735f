import { dateFormat } from '#i18n/date-format.ts';
import { type Locale, regionalTag } from '#i18n/locale.ts';
import { zoneName } from '#i18n/time-zone.ts';

/** Whose language and clocks a moment is told in. */
export interface Reader {
  timeZone: string;
  locale: Locale;
}

const formatter = ({ timeZone, locale }: Reader, parts: Intl.DateTimeFormatOptions): ((at: Date) => string) => {
  const format = dateFormat(regionalTag[locale], { ...parts, timeZone });
  return (at) => format.format(at);
};

/** The day of a slot: "Tuesday, November 24". */
export const sayDay = (reader: Reader) => formatter(reader, { weekday: 'long', month: 'long', day: 'numeric' });

/** The time of a slot, which no line break parts: "9:00 AM". */
export function sayTime(reader: Reader): (at: Date) => string {
  const say = formatter(reader, { hour: 'numeric', minute: '2-digit' });
  return (at) => say(at).replace(/\s/g, '\u00a0');
}

/** The time of a slot, "Tuesday, November 24, 9:00 AM", and the name of its zone, "Central Time". */
export function sayStart({ start }: { start: string }, reader: Reader): { time: string; zone: string } {
  const at = new Date(start);
  const zone = zoneName(reader.timeZone, at, regionalTag[reader.locale]);
  return { time: `${sayDay(reader)(at)}, ${sayTime(reader)(at)}`, zone };
}

/** When the request was saved, as the person's own clocks and calendar say it. */
export const sayMoment = (at: Date, reader: Reader): string =>
  formatter(reader, { dateStyle: 'long', timeStyle: 'short' })(at);

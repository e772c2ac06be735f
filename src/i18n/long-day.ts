import { type Locale, type PerLocale, regionalTag } from './locale.ts';

const format = (locale: Locale) => new Intl.DateTimeFormat(regionalTag[locale], { dateStyle: 'long', timeZone: 'UTC' });
const formats: PerLocale<Intl.DateTimeFormat> = { en: format('en'), es: format('es') };

/** A day such as `2026-11-22` as people write it: "November 22, 2026", "22 de noviembre de 2026". */
export const longDay = (day: string, locale: Locale): string => formats[locale].format(new Date(`${day}T00:00:00Z`));

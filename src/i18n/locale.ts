/** The languages of the site. English is the source; Spanish is written beside it, not converted from it. */
export const locales = ['en', 'es'] as const;

/** A language of the site, as it stands in `lang` attributes and folder names. */
export type Locale = (typeof locales)[number];

/** One value per language. A missing language is a type error, not an empty string. */
export type PerLocale<Value> = Readonly<Record<Locale, Value>>;

/** The language of an address: Spanish lives under `/es/`, all else is English. */
export const localeOf = (path: string): Locale => (path === '/es' || path.startsWith('/es/') ? 'es' : 'en');

/** What `og:locale` and dates call the language. */
export const regionalTag: PerLocale<string> = { en: 'en-US', es: 'es-US' };

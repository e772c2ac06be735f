import { z } from 'zod';
import type { Locale } from '#i18n/locale.ts';

const text = z.string().trim().min(1);
const perLanguage = z.strictObject({ en: text, es: text });

/** One hard word, `content/glossary/<id>.yaml`. The file name is the id; guides and links rest on it. */
export const termSchema = z.strictObject({
  /** The word as a reader meets it, small letters unless it is a name, no abbreviation: "intensive outpatient program". */
  term: perLanguage,
  /** The letters it is cut down to, per language that uses them: "IOP". A guide has to spell them out where they first stand. */
  abbreviation: z.strictObject({ en: text.optional(), es: text.optional() }).optional(),
  /** Other forms in which texts write it: plurals, everyday words. Each is enough to recognize the word by. */
  also: z.strictObject({ en: z.array(text), es: z.array(text) }).optional(),
  /** What it means, in one to three short sentences without figures, true when read alone. */
  definition: perLanguage,
  /** Facts that say more, for the glossary page; figures live there. */
  facts: z.array(text).optional(),
  /** The guide that says most about it, by translationKey. */
  guide: text.optional(),
});

/** A hard word as the rest of the site sees it; its id travels beside it. */
export type Term = z.output<typeof termSchema>;

/** All hard words by id. */
export type Glossary = ReadonlyMap<string, Term>;

/** How the word stands in lists, its abbreviation in brackets: "intensive outpatient program (IOP)". */
export function nameOf({ term, abbreviation }: Term, locale: Locale): string {
  const short = abbreviation?.[locale];
  return short && !term[locale].includes(short) ? `${term[locale]} (${short})` : term[locale];
}

/** Every way in which a text in this language can write the word, the longest first. */
export function formsOf({ term, abbreviation, also }: Term, locale: Locale): string[] {
  const short = abbreviation?.[locale];
  const forms = [term[locale], ...(also?.[locale] ?? []), ...(short ? [short] : [])];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** Ids in the order of their names, as a reader looks them up: without regard to case and accents. */
export function inAlphabet(glossary: Glossary, locale: Locale): [id: string, term: Term][] {
  const byName = new Intl.Collator(locale, { sensitivity: 'base', ignorePunctuation: true });
  return [...glossary].sort(([, a], [, b]) => byName.compare(nameOf(a, locale), nameOf(b, locale)));
}

/** The first letter of a name without its accent, or its first figure, as the heading of a part of the list. */
export const initialOf = (name: string): string =>
  (/[\p{L}\p{N}]/u.exec(name.normalize('NFD'))?.[0] ?? name).toUpperCase();

import type { YamlFile } from '#facts/build/read.ts';
import { type Locale, locales, type PerLocale } from '#i18n/locale.ts';
import type { Terms } from '../check-terms.ts';

const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(strings) : [];

/** The ways to write a word: its `term` and what else it is called, in one language. */
function formsIn(data: unknown, locale: Locale): string[] {
  const { term, also }: { term?: Record<string, unknown>; also?: Record<string, unknown> } = data ?? {};
  return [...strings(term?.[locale]), ...strings(also?.[locale])];
}

/** The words of the glossary by the names of their files; undefined while there is none. */
export function glossaryTerms(files: readonly YamlFile[]): Terms | undefined {
  const entries = files.filter(({ file }) => file.startsWith('content/glossary/'));
  if (entries.length === 0) return undefined;
  return new Map(
    entries.map(({ file, data }) => {
      const forms = Object.fromEntries(locales.map((locale) => [locale, formsIn(data, locale)])) as PerLocale<string[]>;
      const isKnown = locales.every((locale) => forms[locale].length > 0);
      return [file.replace(/^.*\/|\.\w+$/g, ''), isKnown ? forms : undefined];
    }),
  );
}

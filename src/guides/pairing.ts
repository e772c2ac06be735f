import type { Locale, PerLocale } from '#i18n/locale.ts';
import { pathToGuide } from '#i18n/paths.ts';
import type { Guide } from './schema.ts';

/** What identifies a language version of a guide. */
export type GuideName = Pick<Guide, 'lang' | 'slug' | 'translationKey'>;

/** The paths of a guide in every language it exists in, its own included. */
export function alternatesOf(translationKey: string, guides: readonly GuideName[]): Partial<PerLocale<string>> {
  return Object.fromEntries(
    guides
      .filter((guide) => guide.translationKey === translationKey)
      .map(({ lang, slug }): [Locale, string] => [lang, pathToGuide(slug, lang)]),
  );
}

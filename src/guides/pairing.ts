import type { PerLocale } from '#i18n/locale.ts';
import { pathToGuide } from '#i18n/paths.ts';
import type { Guide } from './schema.ts';

/** For every translationKey, the paths of its guide in the languages it exists in. */
export function pathsByKey(
  guides: readonly Pick<Guide, 'lang' | 'slug' | 'translationKey'>[],
): Map<string, Partial<PerLocale<string>>> {
  const paths = new Map<string, Partial<PerLocale<string>>>();
  for (const { translationKey, lang, slug } of guides) {
    paths.set(translationKey, { ...paths.get(translationKey), [lang]: pathToGuide(slug, lang) });
  }
  return paths;
}

/** The day a guide's English source changed, where that is later than the guide itself. Undefined: it says what its source says. */
export const changedSince = (
  guide: Pick<Guide, 'lang' | 'dateModified'>,
  source: Pick<Guide, 'dateModified'> | undefined,
): string | undefined =>
  guide.lang !== 'en' && source && guide.dateModified < source.dateModified ? source.dateModified : undefined;

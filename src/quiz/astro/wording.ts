import { getEntry } from 'astro:content';
import type { Locale } from '#i18n/locale.ts';
import { withFigures } from '../figures.ts';
import type { Wording } from '../wording.ts';

/** The words of the quiz in one language, with figures in place of placeholders. */
export async function wording(locale: Locale, figureOf: (id: string) => string): Promise<Wording> {
  const entry = await getEntry('quiz', locale);
  if (!entry) throw new Error(`content/quiz/${locale}.yaml is missing`);
  return withFigures(entry.data, figureOf);
}

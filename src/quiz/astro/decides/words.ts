import { getCollection, getEntry } from 'astro:content';
import type { Locale } from '#i18n/locale.ts';
import type { DecidesTexts } from '../../decides-texts.ts';
import type { Vignette } from '../../vignettes.ts';

/** The words of the page in one language. */
export async function decidesWords(locale: Locale): Promise<DecidesTexts> {
  const entry = await getEntry('quizDecides', locale);
  if (!entry) throw new Error(`content/quiz/decides/${locale}.yaml is missing`);
  return entry.data;
}

/** Every story, in the order of their ids. */
export const vignettes = async (): Promise<Vignette[]> =>
  (await getCollection('quizVignettes')).map(({ data }) => data).sort((one, other) => one.id.localeCompare(other.id));

import type { Library } from '#facts/library.ts';
import { withFigures } from '#facts/placeholder.ts';
import type { Locale } from '#i18n/locale.ts';
import type { Words } from './manuscript.ts';
import type { Block } from './readability.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** Texts of the interface that stand together, named by their keys: `requests`, `requests.callback`. */
export interface Section {
  name: string;
  blocks: Block[];
}

/** Formulas of reading need running text: three labels say nothing. What is shorter counts in the section around it. */
const fewestWords = 30;

/** The sections of a file of interface words, by one and by two keys. Each text counts as an item; `{name}` reads as one short word. */
export function sectionsOf(words: readonly Words[], locale: Locale, facts: Library['facts']): Section[] {
  const sections = [1, 2].flatMap((depth) => {
    const groups = Map.groupBy(words, ({ field = '' }) => field.split('.').slice(0, depth).join('.'));
    return [...groups].map(
      ([name, texts]): Section => ({
        name,
        blocks: texts.map((text) => ({
          kind: 'item',
          text: withFigures(text.words, facts, locale).replace(/\{\w+\}/g, '0'),
        })),
      }),
    );
  });
  return sections.filter(
    ({ blocks }) =>
      blocks.flatMap(({ text }) => sentencesOf(text, locale, []).flatMap((one) => wordsOf(one, locale))).length >=
      fewestWords,
  );
}

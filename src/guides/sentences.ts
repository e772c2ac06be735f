import type { Locale, PerLocale } from '#i18n/locale.ts';

const segmenters = (granularity: 'sentence' | 'word'): PerLocale<Intl.Segmenter> => ({
  en: new Intl.Segmenter('en', { granularity }),
  es: new Intl.Segmenter('es', { granularity }),
});
const bySentence = segmenters('sentence');
const byWord = segmenters('word');

/** A full stop that ends no sentence; Intl.Segmenter knows no abbreviations. */
const abbreviation = /(?<![\p{L}])(?:U\.S|Dr|Mr|Mrs|Ms|St|No|vs|e\.g|i\.e|EE|EE\. ?UU|Sra?|Núm|p\. ?ej)\.\s*$/iu;
const address = /(?:https?:\/\/)?(?:[\w-]+\.)+(?:gov|org|com|net|edu)(?:\/\S*)?/gi;
const phoneNumber = /\+?\d[\d-]{5,}\d/g;
const hasWord = /[\p{L}\p{N}]/u;

/** The build prints typographic quotes; writers type plain ones. Both have to measure the same. */
const withPlainQuotes = (text: string): string =>
  text
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...');

/** Longest first, so that a short name does not take a piece out of a long one. */
function withoutNames(text: string, names: readonly string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => {
      const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), '');
    }, text);
}

/** The sentences of one paragraph or list item; its end ends a sentence, full stop or not. Addresses and names are taken out. */
export function sentencesOf(text: string, locale: Locale, names: readonly string[]): string[] {
  const plain = withPlainQuotes(text).replace(/\s+/g, ' ').trim();
  const joined: string[] = [];
  for (const { segment } of bySentence[locale].segment(plain)) {
    const before = joined.at(-1);
    if (before !== undefined && abbreviation.test(before)) joined[joined.length - 1] = before + segment;
    else joined.push(segment);
  }
  return joined
    .map((sentence) => withoutNames(sentence.replace(address, '').replace(phoneNumber, '0'), names).trim())
    .filter((sentence) => hasWord.test(sentence));
}

/** The words of a sentence. Parts of a hyphenated word count each; a number is a word. */
export const wordsOf = (sentence: string, locale: Locale): string[] =>
  [...byWord[locale].segment(sentence)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

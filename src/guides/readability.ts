import { syllable as englishSyllables } from 'syllable';
import type { Locale, PerLocale } from '#i18n/locale.ts';
import { sentencesOf, wordsOf } from './sentences.ts';
import { spanishSyllables } from './spanish-syllables.ts';

/** A paragraph or list item as readers see it, without markup. Headings, tables, notes and code are left out before. */
export interface Block {
  kind: 'paragraph' | 'item';
  text: string;
}

/** A sentence with its number of words. */
export interface LongSentence {
  text: string;
  words: number;
}

/** How hard a text is to read, and what makes it so. */
export interface Reading {
  locale: Locale;
  words: number;
  sentences: number;
  /** English: Flesch-Kincaid grade, lower is easier. Spanish: INFLESZ (Szigriszt-Pazos), higher is easier. */
  score: number;
  meanSentence: number;
  /** The ten longest, longest first. */
  longestSentences: LongSentence[];
  /** The ten words of most syllables. */
  hardestWords: { word: string; syllables: number; times: number }[];
  /** How many sentences the fullest paragraph holds, and its text. */
  fullestParagraph: { sentences: number; text: string };
}

const syllablesIn: PerLocale<(word: string) => number> = {
  // A number in digits counts as one syllable, as most measures of reading take it.
  en: (word) => Math.max(1, englishSyllables(word)),
  es: spanishSyllables,
};

const formulas: PerLocale<(wordsPerSentence: number, syllablesPerWord: number) => number> = {
  en: (words, syllables) => 0.39 * words + 11.8 * syllables - 15.59,
  es: (words, syllables) => 206.835 - 62.3 * syllables - words,
};

function hardest(words: readonly string[], syllables: (word: string) => number): Reading['hardestWords'] {
  const times = Map.groupBy(words, (word) => word.toLowerCase());
  return [...times]
    .map(([word, uses]) => ({ word, syllables: syllables(word), times: uses.length }))
    .sort((a, b) => b.syllables - a.syllables || b.times - a.times)
    .slice(0, 10);
}

/** Measures a text. `names` are proper names and titles of laws, which no writer can make easier; they are taken out first. */
export function measure(blocks: readonly Block[], locale: Locale, names: readonly string[]): Reading {
  const syllables = syllablesIn[locale];
  const read = blocks.map(({ kind, text }) => ({ kind, sentences: sentencesOf(text, locale, names) }));
  const sentences = read.flatMap((block) => block.sentences);
  const words = sentences.flatMap((sentence) => wordsOf(sentence, locale));
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  const perSentence = words.length / (sentences.length || 1);
  const paragraphs = read.filter(({ kind }) => kind === 'paragraph').map((block) => block.sentences);
  const fullest = paragraphs.reduce((full, next) => (next.length > full.length ? next : full), []);
  return {
    locale,
    words: words.length,
    sentences: sentences.length,
    score: words.length === 0 ? 0 : formulas[locale](perSentence, sounds / words.length),
    meanSentence: perSentence,
    longestSentences: sentences
      .map((text) => ({ text, words: wordsOf(text, locale).length }))
      .sort((a, b) => b.words - a.words)
      .slice(0, 10),
    hardestWords: hardest(words, syllables),
    fullestParagraph: { sentences: fullest.length, text: fullest.join(' ') },
  };
}

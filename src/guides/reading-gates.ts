import type { PerLocale } from '#i18n/locale.ts';
import type { Reading } from './readability.ts';
import type { Guide } from './schema.ts';

/** What writers aim at: the English grade at most, the Spanish INFLESZ at least; half of all guides have to reach it. */
export const targets: PerLocale<number> = { en: 6.5, es: 65 };

/** Where a text fails: above the grade in English, below the INFLESZ in Spanish. */
export type Limits = PerLocale<number>;

/** The limits of a guide; with a reason in its front matter, half a grade more. */
export const limitsOfGuide = (reason: Guide['readingReason']): Limits => ({ en: reason ? 8.5 : 8, es: 55 });

/** The limits of what the interface says: quiz, forms, errors, the help page. */
export const limitsOfInterface: Limits = { en: 6, es: 55 };

const longestSentence = 30;
const meanSentence = 18;
const fullestParagraph = 5;

/** What a text has to mend before it is printed, each as a sentence. */
export function tooHard(reading: Reading, limits: Limits): string[] {
  const { locale, score } = reading;
  const limit = limits[locale];
  const faults = reading.longestSentences
    .filter(({ words }) => words > longestSentence)
    .map(({ text, words }) => `A sentence of ${words} words, the limit is ${longestSentence}: ${text}`);
  if (reading.meanSentence > meanSentence) {
    faults.unshift(`Sentences of ${reading.meanSentence.toFixed(1)} words on average, the limit is ${meanSentence}.`);
  }
  if (reading.fullestParagraph.sentences > fullestParagraph) {
    const { sentences, text } = reading.fullestParagraph;
    faults.push(`A paragraph of ${sentences} sentences, the limit is ${fullestParagraph}: ${text}`);
  }
  if (locale === 'en' ? score > limit : score < limit) {
    faults.unshift(`${locale === 'en' ? 'Grade' : 'INFLESZ'} ${score.toFixed(1)}, the limit is ${limit}.`);
  }
  return faults;
}

/** The score in the middle of several: the gate on all guides together. */
export function median(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

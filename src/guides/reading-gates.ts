import type { Reading } from './readability.ts';
import type { Guide } from './schema.ts';

/** Where a text is too hard. Grades: at most. INFLESZ: at least. Targets are what writers aim at; the rest fails. */
export const gates = {
  en: { target: 6.5, limit: 8, limitWithReason: 8.5 },
  es: { target: 65, limit: 55 },
  /** Grade of the words of the interface, per section. */
  interface: 6,
  wordsInSentence: 30,
  meanSentence: 18,
  sentencesInParagraph: 5,
} as const;

const isTooHard = ({ locale, score }: Reading, hasReason: boolean): boolean =>
  locale === 'en' ? score > (hasReason ? gates.en.limitWithReason : gates.en.limit) : score < gates.es.limit;

/** What a guide has to mend before it is printed, each as a sentence. `reason`: why it may be somewhat harder, from its front matter. */
export function tooHard(reading: Reading, reason: Guide['readingReason']): string[] {
  const { locale, score, meanSentence, longestSentences, fullestParagraph } = reading;
  const name = locale === 'en' ? 'grade' : 'INFLESZ';
  const tooLong = longestSentences.filter(({ words }) => words > gates.wordsInSentence);
  return [
    ...(isTooHard(reading, reason !== undefined)
      ? [
          `${name} ${score.toFixed(1)}, the limit is ${locale === 'en' && reason ? gates.en.limitWithReason : gates[locale].limit}.`,
        ]
      : []),
    ...(meanSentence > gates.meanSentence ? [`${meanSentence.toFixed(1)} words in a sentence on average.`] : []),
    ...tooLong.map(({ text, words }) => `A sentence of ${words} words: ${text}`),
    ...(fullestParagraph.sentences > gates.sentencesInParagraph
      ? [`A paragraph of ${fullestParagraph.sentences} sentences: ${fullestParagraph.text}`]
      : []),
  ];
}

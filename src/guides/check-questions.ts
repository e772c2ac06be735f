import { didYouMean, type Finding } from '#facts/finding.ts';
import type { Locale } from '#i18n/locale.ts';
import { nearest } from '#i18n/nearest.ts';
import type { ContentMap, Question } from './content-map.ts';
import type { ReadGuide } from './read-guide.ts';

/** Letters only, small and without accents, with a space before every word. */
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')}`;

/** Whether a heading speaks of what a question asks. */
export function isAsked({ heading }: Pick<Question, 'heading'>, text: string, locale: Locale): boolean {
  const said = plain(text);
  return heading[locale].some((beginning) => said.includes(plain(beginning).trimEnd()));
}

/** Questions that a guide claims and that the map does not know, or that no h2 of it asks and answers. */
export function checkQuestions({ manuscript, guide }: ReadGuide, { questions }: ContentMap): Finding[] {
  const { file, headings, lineOf, isBodyRead } = manuscript;
  if (!isBodyRead) return [];
  const sections = headings.filter(({ depth }) => depth === 2);
  return guide.questions.flatMap((id, place): Finding[] => {
    const at = { file, line: lineOf(['questions', place]), field: `questions.${place}` };
    const question = questions[id];
    if (!question) {
      const suggestion = didYouMean(nearest(id, Object.keys(questions)), 'content/content-map.yaml does not have it.');
      return [{ ...at, rule: 'unknown question', found: id, suggestion }];
    }
    const asking = sections.filter(({ text }) => isAsked(question, text, guide.lang));
    if (asking.some(({ hasAnswer }) => hasAnswer)) return [];
    const [heading] = asking;
    if (heading) {
      const suggestion = 'Answer it in the first sentence below the heading.';
      return [{ file, line: heading.line, rule: 'question without an answer', found: heading.text, suggestion }];
    }
    const suggestion = `No h2 asks "${question.asks}" Write one with one of: ${question.heading[guide.lang].join(', ')}.`;
    return [{ ...at, rule: 'unanswered question', found: id, suggestion }];
  });
}

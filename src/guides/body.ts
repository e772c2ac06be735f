import { factsNamedIn } from '#facts/placeholder.ts';
import { levels } from './levels.ts';
import type { Guide } from './schema.ts';

const comment = /\{\/\*[\s\S]*?\*\/\}/g;
/** A fact, or the table of levels, which holds one for each of its rows with a figure. */
const factTag = /<Fact\s[^>]*?\bid="([^"]*)"|<LevelsTable\b/g;
const markup = /<[^>]+>|\]\([^)]*\)|[#*_`[\]|]/g;

/** The ids of the facts of a guide in reading order, repeats included: the summary first, then the MDX body. */
export function factsInOrder({ summary }: Pick<Guide, 'summary'>, body: string): string[] {
  const inBody = [...body.replace(comment, '').matchAll(factTag)].flatMap(
    ([, id]) => id ?? levels.map(({ fact }) => fact),
  );
  return [...summary.flatMap(factsNamedIn), ...inBody];
}

/** Words a minute of someone tired, on a phone. Adults read about 240 when rested. */
const wordsPerMinute = 180;

/** Whole minutes that the MDX body takes to read, at least 1. A fact counts as its few words. */
export function readingMinutes(body: string): number {
  const prose = body
    .replace(comment, '')
    .replace(/<Fact\b[^>]*>/g, 'some words here')
    .replace(markup, ' ');
  const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.max(1, Math.round(words / wordsPerMinute));
}

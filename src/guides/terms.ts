import { didYouMean, type Finding } from '#facts/finding.ts';
import { nearest } from '#i18n/nearest.ts';
import type { Guide } from './schema.ts';

const comment = /\{\/\*[\s\S]*?\*\/\}/g;
const termTag = /<Term\s[^>]*?\bid="([^"]*)"/g;
const blank = (found: string) => found.replace(/[^\n]/g, ' ');

/** A place where a text explains a hard word. */
export interface MarkedTerm {
  id: string;
  line: number;
}

/** The words that an MDX text explains in place, in reading order, repeats included. */
export const termsIn = (mdx: string): MarkedTerm[] =>
  [...mdx.replace(comment, blank).matchAll(termTag)].map((match) => ({
    id: match[1] ?? '',
    line: mdx.slice(0, match.index).split('\n').length,
  }));

/** A guide as its file has it. */
export interface Marked {
  file: string;
  /** The whole file, front matter included. */
  source: string;
  glossary: Guide['glossary'];
  lineOf: (field: readonly PropertyKey[]) => number;
}

/**
 * Where the list of a guide's hard words and the marks in its text differ: the list prints what the marks open, so each word needs
 * both, and one mark, at its first use.
 */
export function checkMarks({ file, source, glossary, lineOf }: Marked): Finding[] {
  const marked = termsIn(source);
  const ids = marked.map(({ id }) => id);
  const unmarked = glossary.flatMap((id, place): Finding[] => {
    if (ids.includes(id)) return [];
    const at = { file, line: lineOf(['glossary', place]), field: `glossary.${place}` };
    return [{ ...at, rule: 'term not marked', found: id, suggestion: `Put <Term id="${id}"> around its first use.` }];
  });
  const wrong = marked.flatMap(({ id, line }, place): Finding[] => {
    const at = { file, line, found: id };
    if (!glossary.includes(id)) {
      const otherwise = 'Name it in the front matter, under glossary.';
      return [{ ...at, rule: 'term not listed', suggestion: didYouMean(nearest(id, glossary), otherwise) }];
    }
    if (ids.indexOf(id) === place) return [];
    return [{ ...at, rule: 'term marked twice', suggestion: 'Mark its first use only.' }];
  });
  return [...unmarked, ...wrong];
}

import type { Locale } from '#i18n/locale.ts';
import { formsOf, type Glossary } from './glossary.ts';
import { termsIn } from './terms.ts';

const blank = (found: string) => found.replace(/[^\n]/g, ' ');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is no running text of the writer: there a mark would break the page or come in the way. */
const leftOut = [
  /^---\n[\s\S]*?\n---\n/,
  /\{\/\*[\s\S]*?\*\/\}/g,
  /^(#|\||import ).*$/gm,
  /<(AskProgram|NextStep|Term|Table)\b[\s\S]*?<\/\1>/g,
  /<[^>]+>/g,
  /!?\[[^\]]*\]\([^)]*\)/g,
  /\*\*[^*]+\*\*/g,
  /[“"«][^”"»\n]*[”"»]/g,
];

/** A word of the glossary where it stands in a text. */
interface Found {
  id: string;
  start: number;
  end: number;
}

/** Every word of the glossary in a text, the longest that fits, none inside another. */
function wordsIn(text: string, glossary: Glossary, locale: Locale): Found[] {
  const forms = [...glossary].flatMap(([id, term]) =>
    formsOf(term, locale).map((form) => ({ id, form, short: term.abbreviation?.[locale] })),
  );
  const found = forms.flatMap(({ id, form, short }) => {
    const withShort = short && form !== short ? `(?:\\s\\(${escaped(short)}\\))?` : '';
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}-])${escaped(form)}${withShort}(?![\\p{L}\\p{N}-])`,
      form === short ? 'gu' : 'giu',
    );
    return [...text.matchAll(pattern)].map(
      (match): Found => ({ id, start: match.index, end: match.index + match[0].length }),
    );
  });
  const longestFirst = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return longestFirst.filter(
    (one, place) => !longestFirst.slice(0, place).some(({ start, end }) => start <= one.start && one.start < end),
  );
}

/** The file of a guide with the first use of each wanted word marked, as far as running text uses it and no mark is there yet. */
export function markTerms(source: string, wanted: readonly string[], glossary: Glossary, locale: Locale): string {
  const text = leftOut.reduce((left, part) => left.replace(part, blank), source);
  const marked = termsIn(source).map(({ id }) => id);
  const words = wordsIn(text, glossary, locale);
  const firstUses = wanted
    .filter((id) => !marked.includes(id))
    .flatMap((id) => words.find((word) => word.id === id) ?? []);
  return firstUses
    .sort((a, b) => b.start - a.start)
    .reduce(
      (mdx, { id, start, end }) =>
        `${mdx.slice(0, start)}<Term id="${id}">${source.slice(start, end)}</Term>${mdx.slice(end)}`,
      source,
    );
}

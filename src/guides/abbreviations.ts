import { didYouMean, type Finding } from '#facts/finding.ts';
import type { Locale } from '#i18n/locale.ts';
import { nearest } from '#i18n/nearest.ts';
import { formsOf, type Glossary, nameOf } from './glossary.ts';
import { termsIn } from './terms.ts';

/** Names of which nobody says the long form, and a word to text. Add one only if readers know it by its letters. */
const names = ['ADHD', 'AYUDA', 'CFR', 'FDA', 'GHB', 'HIMS', 'HIV', 'LGBTQ', 'LSD', 'PTSD', 'SMART', 'TDAH', 'ZIP'];

/** A piece of running text, and the line of its file on which it starts. */
export interface Block {
  text: string;
  line: number;
}

const blank = (found: string) => found.replace(/[^\n]/g, ' ');

/** Paragraphs, list items and rows of an MDX file from the end of its front matter; headings and comments are left out. */
export function blocksOf(source: string): Block[] {
  const body = source
    .replace(/^---\n[\s\S]*?\n---\n/, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(/^#+ .*$/gm, blank);
  const blocks: Block[] = [];
  let isNew = true;
  for (const [place, text] of body.split('\n').entries()) {
    const last = blocks.at(-1);
    if (text.trim() === '') isNew = true;
    else if (isNew || !last || /^\s*([-*|]|\d+\.) ?/.test(text)) {
      blocks.push({ text, line: place + 1 });
      isNew = false;
    } else last.text += `\n${text}`;
  }
  return blocks;
}

/** Text as a reader sees it, without tags. What a link or a speech says is left out: the page behind it, or the listener, explains it. */
const seen = (text: string): string =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/[“"«][^”"»]*[”"»]/g, ' ');

const includes = (text: string, form: string): boolean => text.toLowerCase().includes(form.toLowerCase());

/** Whether a text says what the letters stand for: by a long form of the glossary, or by brackets after or before other words. */
const isSpelledOut = (text: string, short: string, longForms: readonly string[]): boolean =>
  longForms.some((form) => includes(text, form)) || new RegExp(`\\(${short}s?\\b|\\b${short}s? \\(`).test(text);

/** A guide as this check reads it. */
export interface Abbreviated {
  file: string;
  /** The whole file, front matter included. */
  source: string;
  locale: Locale;
  /** What stands above the body: the title and the sentences in short. */
  above: readonly string[];
}

/** Abbreviations that a guide does not spell out in the paragraph where its body first uses them, nor above the body. */
export function checkAbbreviations({ file, source, locale, above }: Abbreviated, glossary: Glossary): Finding[] {
  const blocks = blocksOf(source);
  const known = new Map(
    [...glossary].flatMap(([id, term]) => {
      const short = term.abbreviation?.[locale];
      return short ? [[short, { id, term }] as const] : [];
    }),
  );
  const firstUses = new Map<string, Block>();
  for (const block of blocks) {
    for (const [, short = ''] of seen(block.text).matchAll(/\b([A-Z]{2,6}|DTs)(?:s\b|\b)/g)) {
      if (!firstUses.has(short)) firstUses.set(short, block);
    }
  }
  return [...firstUses].flatMap(([short, { text, line }]): Finding[] => {
    const entry = known.get(short);
    if (!entry && (short.length < 3 || names.includes(short))) return [];
    const longForms = entry ? formsOf(entry.term, locale).filter((form) => !form.includes(short)) : [];
    if (entry && termsIn(text).some(({ id }) => id === entry.id)) return [];
    const texts = [...above.filter((one) => one.includes(short)), seen(text)];
    if (texts.some((one) => isSpelledOut(one, short, longForms))) return [];
    const near = entry ? undefined : nearest(short, known.keys());
    const suggestion = entry
      ? `Write "${nameOf(entry.term, locale)}" here, or mark it with <Term id="${entry.id}">.`
      : didYouMean(near, 'Write the words first and the letters in brackets.');
    return [{ file, line, rule: 'abbreviation not spelled out', found: short, suggestion }];
  });
}

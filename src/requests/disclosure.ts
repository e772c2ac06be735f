import { fill, placeholdersOf } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import { sha256 } from './keyed.ts';
import { kinds } from './kind.ts';

/** Everything that a form asks to be agreed to: the request itself, and what may go along with it. */
export const agreements = [...kinds, 'texts-too', 'quiz-summary'] as const;
export type Agreement = (typeof agreements)[number];

/** A consent wording exactly as a reader saw it: the operator's values are in it, and its hash proves it later. */
export interface Disclosure {
  /** The day the wording was written; the name of its file. */
  version: string;
  locale: Locale;
  kind: Agreement;
  /** The wording with every value in place. */
  text: string;
  /** SHA-256 of `text`. */
  sha256: string;
}

/** A piece of a line: plain, strong, or a link. */
export interface Span {
  text: string;
  isStrong?: boolean;
  href?: string;
}

/** A block of the wording, in the three forms that the files use. */
export interface Block {
  form: 'item' | 'quote' | 'paragraph';
  spans: Span[];
}

/** The part of a consent file that belongs to one agreement: from its `## kind` to the next heading. */
export function sectionOf(markdown: string, kind: Agreement): string | undefined {
  const sections = markdown.split(/^## +/m).slice(1);
  return sections
    .find((section) => section.split('\n', 1)[0]?.trim() === kind)
    ?.replace(/^.*\n/, '')
    .trim();
}

/** Puts the operator's values into one section of a consent file. Throws where the file or a value is missing. */
export async function renderDisclosure(
  source: { version: string; locale: Locale; kind: Agreement; markdown: string },
  values: Readonly<Record<string, string | number>>,
): Promise<Disclosure> {
  const { version, locale, kind, markdown } = source;
  const file = `content/consent/${version}.${locale}.md`;
  const section = sectionOf(markdown, kind);
  if (!section) throw new Error(`${file} has no section "## ${kind}"`);
  const unknown = placeholdersOf(section).find((name) => !(name in values));
  if (unknown) throw new Error(`${file}: nothing to put in for {${unknown}}. Known: ${Object.keys(values).join(', ')}`);
  const text = fill(section, values);
  return { version, locale, kind, text, sha256: await sha256(text) };
}

const spansOf = (line: string): Span[] =>
  line
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter(Boolean)
    .map((piece) => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece);
      if (link) return { text: link[1] ?? '', href: link[2] ?? '' };
      return piece.startsWith('**') ? { text: piece.slice(2, -2), isStrong: true } : { text: piece };
    });

/** The wording as blocks to be laid out: one line each, `- ` for an item, `> ` for the sentence that is agreed to. */
export function blocksOf(text: string): Block[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      if (line.startsWith('- ')) return { form: 'item', spans: spansOf(line.slice(2)) };
      if (line.startsWith('> ')) return { form: 'quote', spans: spansOf(line.slice(2)) };
      return { form: 'paragraph', spans: spansOf(line) };
    });
}

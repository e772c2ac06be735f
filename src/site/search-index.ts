import type { Locale } from '#i18n/locale.ts';
import { nearest } from '#i18n/nearest.ts';
import { addresses, pageAt } from '#i18n/paths.ts';
import type { SearchWords } from './search-words.ts';

/** What a search knows of a page. */
export interface IndexedPage {
  path: string;
  title: string;
  description: string;
  /** Its second-level headings. On guides they are the readers' questions. */
  headings: readonly string[];
}

/** The small index of one language, which answers before Pagefind does. It is written to a file of its own. */
export interface SearchIndex {
  pages: readonly IndexedPage[];
  /** Readers' words for a thing, and the places in `pages` where they lead, the best first. */
  synonyms: readonly { words: readonly string[]; leadsTo: readonly number[] }[];
  /** Words that say nothing of the subject. */
  passedOver: readonly string[];
}

/** A page as it was built. */
export interface PageWords extends IndexedPage {
  /** Its path in English, by which both languages know a guide. */
  englishPath: string;
}

/** The address of the small index of a language: a file beside the page that searches. */
export const indexPath = (locale: Locale): string => `${addresses.search[locale]}index.json`;

/** The folder of Pagefind's own files for a language. */
export const fullTextFolder = (locale: Locale): string => `/pagefind/${locale}/`;

/** What `content/search` calls a page: the name of a fixed one, or the translationKey of a guide. */
export const keyOf = ({ path, englishPath }: Pick<PageWords, 'path' | 'englishPath'>): string =>
  pageAt(path)?.page ?? englishPath.replace(/^.*\/(?=[^/]+\/$)|\/$/g, '');

/** A heading that stands on so many pages belongs to the frame and finds nothing. */
const framesFrom = 3;
/** A page with more headings is a list of entries; they would drown the guides. */
const longestOutline = 20;

function withoutFrame(pages: readonly PageWords[]): IndexedPage[] {
  const counts = new Map<string, number>();
  for (const { headings } of pages) {
    for (const heading of new Set(headings)) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return pages.map(({ path, title, description, headings }) => ({
    path,
    title,
    description,
    headings:
      headings.length > longestOutline ? [] : headings.filter((heading) => (counts.get(heading) ?? 0) < framesFrom),
  }));
}

/**
 * Keys in `content/search` that are no fixed page and none of the guides written in the language, each as a sentence. A page that has its
 * address but is not built, and a guide that is not published, are passed over until they are.
 */
export function faultsOf({ topPages, synonyms }: SearchWords, guides: readonly string[]): string[] {
  const known = [...Object.keys(addresses), ...guides];
  const named = [
    ...topPages.map((key) => ({ key, place: 'topPages' })),
    ...synonyms.flatMap(({ words, leadsTo }) => leadsTo.map((key) => ({ key, place: `"${words[0]}"` }))),
  ];
  return named
    .filter(({ key }) => !known.includes(key))
    .map(({ key, place }) => {
      const near = nearest(key, known);
      const advice = near ? `Did you mean "${near}"?` : 'Write the translationKey of a guide or the name of a page.';
      return `${place} leads to "${key}", which is no page and no guide of this language. ${advice}`;
    });
}

/** The index of the pages of one language. A key without a page is passed over here: `faultsOf` finds those that are wrong. */
export function searchIndex(pages: readonly PageWords[], { synonyms, passedOver }: SearchWords): SearchIndex {
  const places = new Map(pages.map((page, place) => [keyOf(page), place]));
  return {
    pages: withoutFrame(pages),
    synonyms: synonyms
      .map(({ words, leadsTo }) => ({ words, leadsTo: leadsTo.flatMap((key) => places.get(key) ?? []) }))
      .filter(({ leadsTo }) => leadsTo.length > 0),
    passedOver,
  };
}

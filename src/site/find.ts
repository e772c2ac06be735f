import { meant, spelledRight } from './closeness.ts';
import type { IndexedPage, SearchIndex } from './search-index.ts';
import { wordsOf } from './words-of.ts';

/** How much a word tells by where it stands. A reader's own word for a page tells more than the page's title. */
const weights = { synonym: 12, title: 8, heading: 4, description: 2 };

/** Each page named by a synonym after the first counts a little less. */
const perPlace = 0.9;

/** A page that tells less than this share of what the best one tells is in the way. */
const leastShare = 0.2;

/** More than this nobody reads; the full text adds its own. */
const mostResults = 8;

/** The words of a page with the weight of the best place where each stands. */
function weighed({ title, headings, description }: IndexedPage): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of wordsOf(description)) words.set(word, weights.description);
  for (const word of headings.flatMap(wordsOf)) words.set(word, weights.heading);
  for (const word of wordsOf(title)) words.set(word, weights.title);
  return words;
}

/** Where a phrase stands among the typed words, and how well its worst word fits. */
function standsAt(phrase: readonly string[], typed: readonly ReadonlyMap<string, number>[]) {
  return typed.map((_, start) => ({
    start,
    fit: Math.min(...phrase.map((word, place) => typed[start + place]?.get(word) ?? 0)),
  }));
}

/** What a query leads to. */
export interface Found {
  /** The best first: the more of the telling words a page has, and the better the place where it has them. */
  pages: IndexedPage[];
  /** The words of the query that tell what it is about, spelled right as far as the index knows them. */
  telling: string[];
}

/** Makes the search of one index. */
export function finder({ pages, synonyms, passedOver }: SearchIndex): (query: string) => Found {
  const texts = pages.map(weighed);
  const phrases = synonyms.flatMap(({ words, leadsTo }) => words.map((words) => ({ phrase: wordsOf(words), leadsTo })));
  const vocabulary = new Set([
    ...texts.flatMap((text) => [...text.keys()]),
    ...phrases.flatMap(({ phrase }) => phrase),
  ]);
  const silent = new Set(passedOver.flatMap(wordsOf));

  return (query) => {
    const typed = wordsOf(query);
    // A small word means itself only: "can" is no beginning of "cannabis".
    const meanings = typed.map((word) => (silent.has(word) ? new Map([[word, 1]]) : meant(word, vocabulary)));
    /** What each page gains by each typed word. */
    const gains = texts.map((text) =>
      meanings.map((words) => Math.max(0, ...[...words].map(([word, fit]) => fit * (text.get(word) ?? 0)))),
    );
    const isTelling = typed.map((word) => !silent.has(word));
    for (const { phrase, leadsTo } of phrases) {
      for (const { start, fit } of standsAt(phrase, meanings)) {
        if (fit === 0) continue;
        isTelling.fill(true, start, start + phrase.length);
        leadsTo.forEach((page, place) => {
          const gain = weights.synonym * fit * perPlace ** place;
          phrase.forEach((_, at) => {
            const own = gains[page];
            if (own) own[start + at] = Math.max(own[start + at] ?? 0, gain);
          });
        });
      }
    }
    const asked = [...typed.keys()].filter((place) => isTelling[place] || !isTelling.includes(true));
    /** A word that few pages have tells more. */
    const rarity = typed.map((_, place) => Math.log(1 + pages.length / gains.filter((own) => own[place]).length));
    const found = pages
      .map((page, number) => {
        const own = gains[number] ?? [];
        const met = asked.filter((place) => own[place]);
        const told = met.reduce((sum, at) => sum + (own[at] ?? 0) * (rarity[at] ?? 0), 0);
        return { page, score: (told * met.length) / asked.length };
      })
      .sort((a, b) => b.score - a.score);
    const least = (found[0]?.score ?? 0) * leastShare;
    const best = found.filter(({ score }) => score > 0 && score >= least).slice(0, mostResults);
    return {
      pages: best.map(({ page }) => page),
      telling: asked.map((place) => spelledRight(typed[place] ?? '', meanings[place] ?? new Map())),
    };
  };
}

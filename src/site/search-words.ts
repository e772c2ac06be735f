import { z } from 'zod';
import { wordsOf } from './words-of.ts';

const key = z.string().min(1);
const said = z.string().refine((text) => wordsOf(text).length > 0, 'Write a word, or a few, as readers type them.');

/** How often a text stands in a list, as the search compares texts. */
function twiceIn(texts: readonly string[]): string[] {
  const compared = texts.map((text) => wordsOf(text).join(' '));
  return texts.filter((_, place) => compared.indexOf(compared[place] ?? '') !== place);
}

/** `content/search/<language>.yaml`: what readers of that language type, and where it leads. None of it is printed but `topPages`. */
export const searchWords = z
  .strictObject({
    /** The pages offered where a search finds nothing and where an address has no page: translationKeys of guides, names of pages. */
    topPages: z.array(key).min(3).max(6),
    /** Words without a subject: articles, pronouns, "how", "near me". A search passes over them unless nothing else was typed. */
    passedOver: z.array(said).min(1),
    /** One entry for one thing that readers look for. */
    synonyms: z.array(
      z.strictObject({
        /**
         * What readers call it and how they misspell it; one wrong letter, accents and capitals are forgiven anyway. These words are never
         * shown, so that also those may stand here which this site would not use for a person.
         */
        words: z.array(said).min(1),
        /** Where it leads, the best first: translationKeys of guides, names of pages in src/i18n/paths.ts. */
        leadsTo: z.array(key).min(1).max(4),
      }),
    ),
  })
  .superRefine(({ synonyms }, context) => {
    // Two entries with the same word would both lead, and nobody would see why.
    for (const word of twiceIn(synonyms.flatMap(({ words }) => words))) {
      context.addIssue({ code: 'custom', path: ['synonyms'], message: `"${word}" stands twice. Keep one.` });
    }
  });

/** The parsed `content/search/<language>.yaml`. */
export type SearchWords = z.infer<typeof searchWords>;

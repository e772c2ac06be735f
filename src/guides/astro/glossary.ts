import { getCollection } from 'astro:content';
import { didYouMean } from '#facts/finding.ts';
import { once } from '#i18n/astro/once.ts';
import { nearest } from '#i18n/nearest.ts';
import type { Glossary, Term } from '../glossary.ts';

/** All hard words of the site. */
export const glossary = once(async (): Promise<Glossary> => {
  const terms = await getCollection('glossary');
  return new Map(terms.map(({ id, data }) => [id, data]));
});

/** The word, or an error that names the page and the nearest id: the second net behind the checks. */
export async function termNamed(id: string, page: string): Promise<Term> {
  const terms = await glossary();
  const term = terms.get(id);
  if (!term) {
    throw new Error(`No term "${id}" (${page}). ${didYouMean(nearest(id, terms.keys()), 'Nothing is close.')}`);
  }
  return term;
}

import { getCollection } from 'astro:content';
import { once } from '#i18n/astro/once.ts';
import type { Library } from '../library.ts';

/** All facts and sources. */
export const library = once(async (): Promise<Library> => {
  const [facts, sources] = await Promise.all([getCollection('facts'), getCollection('sources')]);
  return {
    facts: new Map(facts.map(({ id, data }) => [id, data])),
    sources: new Map(sources.map(({ id, data }) => [id, data])),
  };
});

import { nearest } from '#i18n/nearest.ts';
import { didYouMean } from './finding.ts';
import { type Library, obstacleTo } from './library.ts';
import type { Fact } from './schema.ts';

/** The fact, or an error that names the page and the nearest id: the second net behind the checks, for what code puts on a page. */
export function printableFact(id: string, { facts, sources }: Library, page: string): Fact {
  const fact = facts.get(id);
  if (!fact)
    throw new Error(`No fact "${id}" (${page}). ${didYouMean(nearest(id, facts.keys()), 'Nothing is close.')}`);
  const obstacle = obstacleTo(fact, sources);
  if (obstacle) throw new Error(`The fact "${id}" (${page}) may not be printed: ${obstacle}.`);
  return fact;
}

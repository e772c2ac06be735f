import type { Library } from './library.ts';
import type { Source } from './schema.ts';

/** A line of a page's source list. Its number is its place in the list, from 1. */
export interface CitedSource {
  number: number;
  id: string;
  source: Source;
}

/** Which note numbers stand behind each fact of one page, and the list they point to. */
export interface Citations {
  notes: ReadonlyMap<string, readonly number[]>;
  sources: readonly CitedSource[];
}

/**
 * Numbers the sources of a page in the order in which its facts first need them. Notes count sources, not facts: ten facts from one
 * report carry one number, so that the list stays short for a tired reader. Unknown ids get no number; the checks report them.
 */
export function cite(factIds: Iterable<string>, library: Library): Citations {
  const notes = new Map<string, readonly number[]>();
  const cited = new Map<string, CitedSource>();
  const numberOf = (id: string): number | undefined => {
    const source = library.sources.get(id);
    if (source && !cited.has(id)) cited.set(id, { number: cited.size + 1, id, source });
    return cited.get(id)?.number;
  };
  for (const id of factIds) {
    const fact = library.facts.get(id);
    if (fact && !notes.has(id)) {
      notes.set(
        id,
        fact.sources.map(numberOf).filter((number) => number !== undefined),
      );
    }
  }
  return { notes, sources: [...cited.values()] };
}

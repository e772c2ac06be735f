import type { Fact, Source } from './schema.ts';

/** All facts and sources of the site by id, printable or not. */
export interface Library {
  facts: ReadonlyMap<string, Fact>;
  sources: ReadonlyMap<string, Source>;
}

/** Why a fact may not be printed. */
export type Obstacle = 'never-checked' | 'no-strong-source';

/** What keeps a fact from being printed: nobody compared it with its sources, or only tier C says so. Undefined: it may be printed. */
export function obstacleTo(fact: Fact, sources: Library['sources']): Obstacle | undefined {
  if (fact.checked === null) return 'never-checked';
  const isStrong = fact.sources.some((id) => ['A', 'B'].includes(sources.get(id)?.tier ?? 'C'));
  return isStrong ? undefined : 'no-strong-source';
}

/** The facts that may be printed, by id, in order of id. */
export function printableFacts({ facts, sources }: Library): [id: string, fact: Fact][] {
  return [...facts].filter(([, fact]) => !obstacleTo(fact, sources)).sort(([a], [b]) => (a < b ? -1 : 1));
}

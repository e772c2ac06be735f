import type { Finding } from '#facts/finding.ts';
import { type Library, obstacleTo } from '#facts/library.ts';
import type { Manuscript } from './manuscript.ts';

/** How many different sources of tier A or B a guide needs before anyone reads it. */
const fewestStrongSources = 3;

/** The sources of tier A or B behind the facts that a guide prints. */
function strongSources({ uses }: Pick<Manuscript, 'uses'>, { facts, sources }: Library): Set<string> {
  const printed = uses.flatMap(({ id }) => facts.get(id) ?? []).filter((fact) => !obstacleTo(fact, sources));
  return new Set(
    printed.flatMap((fact) => fact.sources).filter((id) => ['A', 'B'].includes(sources.get(id)?.tier ?? 'C')),
  );
}

/** What a guide lacks to be published; undefined where nothing. An unpublished guide has no page and no link, and the rest is built. */
export function whyUnpublished(manuscript: Manuscript, library: Library): Finding | undefined {
  const strong = strongSources(manuscript, library);
  if (strong.size >= fewestStrongSources) return undefined;
  return {
    file: manuscript.file,
    line: undefined,
    rule: 'not published',
    found: strong.size === 0 ? 'no source of tier A or B' : `${strong.size} of tier A or B: ${[...strong].join(', ')}`,
    suggestion: `Its facts need ${fewestStrongSources} different printable sources of tier A or B.`,
  };
}

/** A text without its links to pages that are not published: the words stay. */
export const withoutLinksTo = (paths: readonly string[], mdx: string): string =>
  paths.length === 0
    ? mdx
    : mdx.replace(/(?<!!)\[([^\][]*)\]\((\/[^)\s#?]*)[^)]*\)/g, (link, words: string, path: string) =>
        paths.includes(path) ? words : link,
      );

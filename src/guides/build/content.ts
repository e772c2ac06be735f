import { existsSync, globSync, readFileSync } from 'node:fs';
import { readYaml } from '#facts/build/read.ts';
import { checkSources, checkUnused, checkUses, type FactUse, readLibrary } from '#facts/check.ts';
import type { Finding } from '#facts/finding.ts';
import { addresses, pathToGuide } from '#i18n/paths.ts';
import { checkGuides } from '../check.ts';
import { readManuscript } from './manuscripts.ts';
import { wordFindings } from './words.ts';

const sorted = (pattern: string): string[] => globSync(pattern).sort();

/** The facts of `known` that code names in quotes: drawings, the page of crisis lines. Code checks its own ids when it runs. */
function usesInCode(known: ReadonlySet<string>): FactUse[] {
  return sorted('src/{guides,pages,planner,quiz,site}/**/*.{ts,tsx,astro}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"]([a-z0-9-]+)['"]/g)]
      .map(([, id]) => id ?? '')
      .filter((id) => known.has(id))
      .map((id) => ({ id, file, line: 1 })),
  );
}

/** Ids of the glossary, undefined while there is none. */
const glossaryTerms = (): string[] | undefined =>
  existsSync('content/glossary')
    ? sorted('content/glossary/**/*.*').map((file) => file.replace(/^.*\/|\.\w+$/g, ''))
    : undefined;

/** Everything wrong with the facts and guides under `content/`, and with what any other content says of facts. */
export function contentFindings(): Finding[] {
  const factFiles = sorted('content/facts/*.yaml').map(readYaml);
  const sourcesFile = readYaml('content/sources.yaml');
  const otherFiles = sorted('content/**/*.yaml')
    .filter((file) => !file.startsWith('content/facts/') && file !== sourcesFile.file)
    .map(readYaml);
  const read = sorted('content/{guides,pages}/{en,es}/*.mdx').map(readManuscript);
  const manuscripts = read.map(({ manuscript }) => manuscript);
  const { library, findings } = readLibrary(factFiles, sourcesFile);
  const unreadable = [...factFiles, sourcesFile, ...otherFiles, ...read].flatMap((file) => file.findings);
  const uses = [...otherFiles, ...manuscripts, { uses: usesInCode(new Set(library.facts.keys())) }].flatMap(
    (file) => file.uses,
  );
  return [
    ...unreadable,
    ...findings,
    ...checkSources(factFiles, sourcesFile),
    ...checkUses(uses, factFiles, library),
    // A file that could not be read hides what it uses.
    ...(unreadable.length === 0 ? checkUnused(uses, factFiles, sourcesFile, library) : []),
    ...checkGuides(
      manuscripts.filter(({ file }) => file.startsWith('content/guides/')),
      {
        library,
        addresses: Object.values(addresses).flatMap((perLocale) => Object.values(perLocale)),
        pathOf: ({ slug, lang }) => pathToGuide(slug, lang),
        terms: glossaryTerms(),
      },
    ),
    ...wordFindings(
      manuscripts.filter(({ file }) => file.startsWith('content/guides/')),
      otherFiles,
    ),
  ];
}

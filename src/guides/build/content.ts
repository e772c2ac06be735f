import { globSync, readFileSync } from 'node:fs';
import { readYaml } from '#facts/build/read.ts';
import { checkSources, checkUnused, checkUses, type FactUse, readLibrary } from '#facts/check.ts';
import type { Finding } from '#facts/finding.ts';
import { addresses, pathToGuide } from '#i18n/paths.ts';
import { checkAbbreviations } from '../abbreviations.ts';
import { checkGuides } from '../check.ts';
import { readGlossary } from '../check-glossary.ts';
import type { Glossary } from '../glossary.ts';
import type { Manuscript } from '../manuscript.ts';
import { guideSchema } from '../schema.ts';
import { subjectOf } from '../subjects.ts';
import { checkMarks } from '../terms.ts';
import { readManuscript } from './manuscripts.ts';

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

/** What is wrong with the hard words of a guide: marks, abbreviations, and its place in the list of guides. */
function wordFindings({ file, data, lineOf }: Manuscript, glossary: Glossary): Finding[] {
  const { data: guide } = guideSchema.safeParse(data);
  if (!guide) return [];
  const source = readFileSync(file, 'utf8');
  const above = [guide.title, ...guide.summary];
  const misplaced: Finding = {
    file,
    line: lineOf(['translationKey']),
    field: 'translationKey',
    rule: 'no subject',
    found: guide.translationKey,
    suggestion: 'Give it a place in src/guides/subjects.ts.',
  };
  return [
    ...checkMarks({ file, source, glossary: guide.glossary, lineOf }),
    ...checkAbbreviations({ file, source, locale: guide.lang, above }, glossary),
    ...(subjectOf(guide.translationKey) ? [] : [misplaced]),
  ];
}

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
  const words = readGlossary(otherFiles.filter(({ file }) => file.startsWith('content/glossary/')));
  const guides = manuscripts.filter(({ file }) => file.startsWith('content/guides/'));
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
    ...words.findings,
    ...checkGuides(guides, {
      library,
      addresses: Object.values(addresses).flatMap((perLocale) => Object.values(perLocale)),
      pathOf: ({ slug, lang }) => pathToGuide(slug, lang),
      terms: [...words.glossary.keys()],
    }),
    ...guides.flatMap((manuscript) => wordFindings(manuscript, words.glossary)),
  ];
}

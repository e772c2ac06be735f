import { existsSync, globSync } from 'node:fs';
import { readYaml } from '#facts/build/read.ts';
import { checkSources, checkUses, readLibrary } from '#facts/check.ts';
import type { Finding } from '#facts/finding.ts';
import { addresses, pathToGuide } from '#i18n/paths.ts';
import { checkGuides } from '../check.ts';
import { readManuscript } from './manuscripts.ts';

const sorted = (pattern: string): string[] => globSync(pattern).sort();

/** Everything wrong with the facts and guides under `content/`, and the facts that any other content names. */
export function contentFindings(): Finding[] {
  const factFiles = sorted('content/facts/*.yaml').map(readYaml);
  const sourcesFile = readYaml('content/sources.yaml');
  const otherFiles = sorted('content/**/*.yaml')
    .filter((file) => !file.startsWith('content/facts/') && file !== sourcesFile.file)
    .map(readYaml);
  const read = sorted('content/{guides,pages}/{en,es}/*.mdx').map(readManuscript);
  const manuscripts = read.map(({ manuscript }) => manuscript);
  const guides = manuscripts.filter(({ file }) => file.startsWith('content/guides/'));
  const terms = existsSync('content/glossary')
    ? sorted('content/glossary/*').map((file) => file.replace(/^.*\/|\.\w+$/g, ''))
    : undefined;
  const { library, findings } = readLibrary(factFiles, sourcesFile);
  return [
    ...[...factFiles, sourcesFile, ...otherFiles, ...read].flatMap((file) => file.findings),
    ...findings,
    ...checkSources(factFiles, sourcesFile, library),
    ...checkUses(
      [...otherFiles, ...manuscripts].flatMap(({ uses }) => uses),
      factFiles,
      library,
    ),
    ...checkGuides(guides, {
      library,
      addresses: Object.values(addresses).flatMap((perLocale) => Object.values(perLocale)),
      pathOf: ({ slug, lang }) => pathToGuide(slug, lang),
      terms,
    }),
  ];
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readYaml, type YamlFile } from '#facts/build/read.ts';
import { checkSources, checkUnused, checkUses, type FactUse, readLibrary } from '#facts/check.ts';
import { readBy } from '#facts/content-file.ts';
import type { Finding } from '#facts/finding.ts';
import { type Library, printableFacts } from '#facts/library.ts';
import { addresses, pathToGuide } from '#i18n/paths.ts';
import { checkGuides, readGuides } from '../check.ts';
import type { Places } from '../check-links.ts';
import { type ContentMap, contentMapSchema } from '../content-map.ts';
import type { Manuscript } from '../manuscript.ts';
import { missingGuides, overdueReviews, staleTranslations, unclaimedQuestions } from '../notes.ts';
import { whyUnpublished } from '../publication.ts';
import { readManuscript } from './manuscripts.ts';
import { languageFindings } from './texts.ts';
import { wordFindings } from './words.ts';

const sorted = (pattern: string): string[] => globSync(pattern).sort();

/** All files under `content/`, read once. */
export interface Content {
  factFiles: YamlFile[];
  sourcesFile: YamlFile;
  otherFiles: YamlFile[];
  guides: Manuscript[];
  /** Plain pages. */
  pages: Manuscript[];
  /** Facts and sources that their schemas accept. */
  library: Library;
  map: ContentMap;
  /** Files that are no YAML or no MDX, lie where nobody reads them, or that their schema rejects. */
  unreadable: Finding[];
  rejected: Finding[];
}

const nothingPlanned: ContentMap = { guides: {}, questions: {} };

/** Reads the content of the folder we stand in. */
export function readContent(): Content {
  const factFiles = sorted('content/facts/*.yaml').map(readYaml);
  const sourcesFile = readYaml('content/sources.yaml');
  const mapFile = readYaml('content/content-map.yaml');
  const otherFiles = sorted('content/**/*.yaml')
    .filter((file) => !file.startsWith('content/facts/') && ![sourcesFile.file, mapFile.file].includes(file))
    .map(readYaml);
  const guides = sorted('content/guides/{en,es}/*.mdx').map(readManuscript);
  const pages = sorted('content/pages/{en,es}/*.mdx').map(readManuscript);
  const { library, findings } = readLibrary(factFiles, sourcesFile);
  const map = readBy(contentMapSchema, mapFile);
  return {
    factFiles,
    sourcesFile,
    otherFiles,
    guides: guides.map(({ manuscript }) => manuscript),
    pages: pages.map(({ manuscript }) => manuscript),
    library,
    map: map.value ?? nothingPlanned,
    unreadable: [...factFiles, sourcesFile, mapFile, ...otherFiles, ...guides, ...pages].flatMap(
      (file) => file.findings,
    ),
    rejected: [...findings, ...map.findings],
  };
}

/** Guides and pages that no language reads: a folder that is called otherwise would be left out in silence. */
const inUnknownLanguage = (): Finding[] =>
  sorted('content/{guides,pages}/**/*.{md,mdx}')
    .filter((file) => !/^content\/(guides|pages)\/(en|es)\/[^/]+\.mdx$/.test(file))
    .map((file) => ({
      file,
      line: undefined,
      rule: 'unknown language or kind',
      found: file.split('/').slice(2).join('/'),
      suggestion: 'Put it into the folder en or es, with a name that ends in .mdx.',
    }));

/** The facts of `known` that code names in quotes: drawings, the page of crisis lines. Code checks its own ids when it runs. */
function usesInCode(known: ReadonlySet<string>): FactUse[] {
  return sorted('src/{guides,pages,planner,quiz,site}/**/*.{ts,tsx,astro}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"]([a-z0-9-]+)['"]/g)]
      .map(([, id]) => id ?? '')
      .filter((id) => known.has(id))
      .map((id) => ({ id, file, line: 1 })),
  );
}

/** Where links may lead besides guides. The page of facts has an anchor for each. */
function fixedPlaces(library: Library): Places {
  const facts = [...Object.values(addresses.facts)] as string[];
  const ids = printableFacts(library).map(([id]) => id);
  const paths = Object.values(addresses).flatMap((perLocale) => Object.values<string>(perLocale));
  return new Map(paths.map((path) => [path, facts.includes(path) ? ids : undefined]));
}

/** A picture lies in `public/` or beside the guide. */
const hasImage = (url: string, { file }: Manuscript): boolean =>
  existsSync(url.startsWith('/') ? join('public', url) : join(dirname(file), url));

/** Ids of the glossary. */
const glossaryTerms = (): string[] =>
  sorted('content/glossary/*.yaml').map((file) => file.replace(/^.*\/|\.yaml$/g, ''));

/** Everything wrong with the content, with what it says of facts, and with its words. */
export function contentFindings(content = readContent()): Finding[] {
  const { factFiles, sourcesFile, otherFiles, guides, pages, library, map, unreadable, rejected } = content;
  const uses = [...otherFiles, ...guides, ...pages, { uses: usesInCode(new Set(library.facts.keys())) }].flatMap(
    (file) => file.uses,
  );
  return [
    ...unreadable,
    ...rejected,
    ...inUnknownLanguage(),
    ...checkSources(factFiles, sourcesFile),
    ...checkUses(uses, factFiles, library),
    // A file that could not be read hides what it uses.
    ...(unreadable.length === 0 ? checkUnused(uses, factFiles, sourcesFile, library) : []),
    ...checkGuides(guides, {
      library,
      map,
      places: fixedPlaces(library),
      pathOf: ({ slug, lang }) => pathToGuide(slug, lang),
      terms: new Set(glossaryTerms()),
      hasImage,
    }),
    ...wordFindings(guides, otherFiles),
    ...languageFindings([...factFiles, ...otherFiles], [...guides, ...pages]).failures,
  ];
}

/** Why the operator's settings keep a guide from being published; undefined where they do not. */
const whyLeftOut = (file: string, leftOut: readonly string[]): Finding | undefined => {
  const id = basename(file, '.mdx');
  if (!leftOut.includes(id)) return undefined;
  const suggestion = 'content/site.yaml leaves it out; guidesLeftOut says so.';
  return { file, line: undefined, rule: 'not published', found: id, suggestion };
};

/** The guides that are not published, for what they lack or by the operator's choice: each with its address, if it has one, and why. */
export function unpublishedGuides(
  { guides, library } = readContent(),
  leftOut: readonly string[] = [],
): { file: string; path: string; why: Finding }[] {
  const read = new Map(readGuides(guides).guides.map(({ manuscript, guide }) => [manuscript, guide]));
  return guides.flatMap((manuscript) => {
    const why = whyLeftOut(manuscript.file, leftOut) ?? whyUnpublished(manuscript, library);
    const guide = read.get(manuscript);
    return why ? [{ file: manuscript.file, path: guide ? pathToGuide(guide.slug, guide.lang) : '', why }] : [];
  });
}

/** What someone has to see to, and what stops no build: unpublished and missing guides, open questions, overdue reviews, old translations. */
export function contentNotes(today: string, content = readContent()): Finding[] {
  const unpublished = unpublishedGuides(content);
  const leftOut = new Set(unpublished.map(({ file }) => file));
  const published = readGuides(content.guides).guides.filter(({ manuscript }) => !leftOut.has(manuscript.file));
  return [
    ...unpublished.map(({ why }) => why),
    ...missingGuides(published, content.map),
    ...unclaimedQuestions(published, content.map),
    ...staleTranslations(published),
    ...overdueReviews(published, today),
  ];
}

import { nearest } from '#i18n/nearest.ts';
import { type ContentFile, readBy } from './content-file.ts';
import { didYouMean, type Finding } from './finding.ts';
import { type Library, obstacleTo } from './library.ts';
import { type Fact, factSchema, type Source, sourceSchema } from './schema.ts';

/** A place where content names a fact. */
export interface FactUse {
  id: string;
  file: string;
  line: number;
}

/** The id of a fact is the name of its file. */
const idOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '');

/** The facts and sources that their schemas accept, and findings for the rest. */
export function readLibrary(
  factFiles: readonly ContentFile[],
  sourcesFile: ContentFile,
): { library: Library; findings: Finding[] } {
  const findings: Finding[] = [];
  const facts = new Map<string, Fact>();
  const sources = new Map<string, Source>();
  for (const content of factFiles) {
    if (content.data === undefined) continue;
    const read = readBy(factSchema, content);
    findings.push(...read.findings);
    if (read.value) facts.set(idOf(content.file), read.value);
  }
  for (const [id, data] of Object.entries((sourcesFile.data ?? {}) as Record<string, unknown>)) {
    const lineOf = (field: readonly PropertyKey[]) => sourcesFile.lineOf([id, ...field]);
    const read = readBy(sourceSchema, { file: sourcesFile.file, data, lineOf });
    findings.push(...read.findings.map((finding) => ({ ...finding, field: `${id}.${finding.field}` })));
    if (read.value) sources.set(id, read.value);
  }
  return { library: { facts, sources }, findings };
}

/** The source ids that a fact names, whether or not the rest of it is right. */
function sourceIdsOf({ data }: ContentFile): string[] {
  const { sources }: { sources?: unknown } = data ?? {};
  return Array.isArray(sources) ? sources.map(String) : [];
}

/** Sources that facts name and nobody has described. */
export function checkSources(factFiles: readonly ContentFile[], sourcesFile: ContentFile): Finding[] {
  const described = Object.keys((sourcesFile.data ?? {}) as object);
  return factFiles.flatMap((content) =>
    sourceIdsOf(content).flatMap((id, place): Finding[] => {
      if (described.includes(id)) return [];
      const suggestion = didYouMean(nearest(id, described), `Describe it in ${sourcesFile.file}.`);
      const at = { file: content.file, line: content.lineOf(['sources', place]), field: `sources.${place}` };
      return [{ ...at, rule: 'unknown source', found: id, suggestion }];
    }),
  );
}

const mend = {
  'never-checked': 'Nobody has compared it with its sources: "checked" is null.',
  'no-strong-source': 'It has no source of tier A or B.',
};

const filesById = (factFiles: readonly ContentFile[]) => new Map(factFiles.map(({ file }) => [idOf(file), file]));

/** Uses of facts that do not exist or may not be printed. `factFiles` says which exist, even if their schema rejects them. */
export function checkUses(
  uses: readonly FactUse[],
  factFiles: readonly ContentFile[],
  { facts, sources }: Library,
): Finding[] {
  const files = filesById(factFiles);
  return uses.flatMap(({ id, file, line }): Finding[] => {
    if (!files.has(id)) {
      const suggestion = didYouMean(nearest(id, files.keys()), `Describe it in content/facts/${id}.yaml.`);
      return [{ file, line, rule: 'unknown fact', found: id, suggestion }];
    }
    const fact = facts.get(id);
    // A source that could not be read is a finding already; what depends on it would only repeat it.
    if (!fact?.sources.every((source) => sources.has(source))) return [];
    const obstacle = obstacleTo(fact, sources);
    return obstacle ? [{ file, line, rule: 'unprintable fact', found: id, suggestion: mend[obstacle] }] : [];
  });
}

/** Facts that could be printed and nowhere are, and sources that no fact names. Makes sense only once every file can be read. */
export function checkUnused(
  uses: readonly FactUse[],
  factFiles: readonly ContentFile[],
  sourcesFile: ContentFile,
  { facts, sources }: Library,
): Finding[] {
  const files = filesById(factFiles);
  const used = new Set(uses.map(({ id }) => id));
  const unusedFacts = [...facts].flatMap(([id, fact]): Finding[] => {
    if (used.has(id) || obstacleTo(fact, sources)) return [];
    const suggestion = 'No guide, quiz text or page names it. Use it, or take it out.';
    return [{ file: files.get(id) ?? id, line: undefined, rule: 'unused fact', found: id, suggestion }];
  });
  const named = new Set(factFiles.flatMap(sourceIdsOf));
  const unusedSources = [...sources.keys()].flatMap((id): Finding[] => {
    if (named.has(id)) return [];
    const suggestion = 'No fact names it. Name it in a fact, or take it out.';
    return [{ file: sourcesFile.file, line: sourcesFile.lineOf([id]), rule: 'unused source', found: id, suggestion }];
  });
  return [...unusedFacts, ...unusedSources];
}

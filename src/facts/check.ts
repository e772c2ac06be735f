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

/** Facts that name a source nobody has described, and sources that no fact names. */
export function checkSources(
  factFiles: readonly ContentFile[],
  sourcesFile: ContentFile,
  { facts, sources }: Library,
): Finding[] {
  const described = Object.keys((sourcesFile.data ?? {}) as object);
  const unknown = factFiles.flatMap((content) =>
    (facts.get(idOf(content.file))?.sources ?? []).flatMap((id, place) =>
      described.includes(id)
        ? []
        : {
            file: content.file,
            line: content.lineOf(['sources', place]),
            field: `sources.${place}`,
            rule: 'unknown source',
            found: id,
            suggestion: didYouMean(nearest(id, described), `Describe it in ${sourcesFile.file}.`),
          },
    ),
  );
  const named = new Set([...facts.values()].flatMap((fact) => fact.sources));
  const unused = [...sources.keys()].flatMap((id) =>
    named.has(id)
      ? []
      : {
          file: sourcesFile.file,
          line: sourcesFile.lineOf([id]),
          rule: 'unused source',
          found: id,
          suggestion: 'No fact names it. Name it in a fact, or take it out.',
        },
  );
  return [...unknown, ...unused];
}

const mend = {
  'never-checked': 'Nobody has compared it with its sources: "checked" is null.',
  'no-strong-source': 'It has no source of tier A or B.',
};

/** Uses of facts that do not exist or may not be printed, and printable facts that nothing uses. `factFiles` says where facts stand. */
export function checkUses(
  uses: readonly FactUse[],
  factFiles: readonly ContentFile[],
  { facts, sources }: Library,
): Finding[] {
  const files = new Map(factFiles.map(({ file }) => [idOf(file), file]));
  const misused = uses.flatMap(({ id, file, line }): Finding[] => {
    if (!files.has(id)) {
      const suggestion = didYouMean(nearest(id, files.keys()), `Describe it in content/facts/${id}.yaml.`);
      return [{ file, line, rule: 'unknown fact', found: id, suggestion }];
    }
    const fact = facts.get(id);
    const obstacle = fact && obstacleTo(fact, sources);
    return obstacle ? [{ file, line, rule: 'unprintable fact', found: id, suggestion: mend[obstacle] }] : [];
  });
  const used = new Set(uses.map(({ id }) => id));
  const unused = [...facts].flatMap(([id, fact]): Finding[] => {
    if (used.has(id) || obstacleTo(fact, sources)) return [];
    const suggestion = 'No guide, quiz text or page names it. Use it, or take it out.';
    return [{ file: files.get(id) ?? id, line: undefined, rule: 'unused fact', found: id, suggestion }];
  });
  return [...misused, ...unused];
}

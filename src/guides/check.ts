import { readBy } from '#facts/content-file.ts';
import { didYouMean, type Finding } from '#facts/finding.ts';
import type { Library } from '#facts/library.ts';
import { withFigures } from '#facts/placeholder.ts';
import { nearest } from '#i18n/nearest.ts';
import { figuresTypedInto } from './figures.ts';
import type { Manuscript } from './manuscript.ts';
import { type Guide, guideSchema } from './schema.ts';

/** A manuscript whose front matter its schema accepts. */
interface ReadGuide {
  manuscript: Manuscript;
  guide: Guide;
}

/** What the checks of guides compare them with. */
export interface Surroundings {
  library: Library;
  /** Every fixed page's path. */
  addresses: readonly string[];
  /** The path of a guide. */
  pathOf: (guide: Guide) => string;
  /** Ids of the glossary, undefined while there is none. */
  terms?: readonly string[] | undefined;
}

function figures({ file, prose }: Manuscript): Finding[] {
  return prose.flatMap(({ words, line, field }) =>
    figuresTypedInto(words).map(({ figure, linesDown }) => ({
      file,
      line: line + linesDown,
      ...(field && { field }),
      rule: 'figure typed into prose',
      found: figure,
      suggestion: field
        ? 'Make it a fact and write {fact:its-id}.'
        : 'Make it a fact and write <Fact id="its-id" />, or say it without a figure.',
    })),
  );
}

function shape({ file, headingsWithFact, bareTables, alignedTables }: Manuscript): Finding[] {
  const at = (line: number, rule: string, found: string, suggestion: string) => ({
    file,
    line,
    rule,
    found,
    suggestion,
  });
  return [
    ...headingsWithFact.map((line) => at(line, 'figure in a heading', '<Fact>', 'Say it in the first sentence below.')),
    ...bareTables.map((line) => at(line, 'table without a caption', 'table', 'Put it into <Table caption="…">.')),
    ...alignedTables.map((line) =>
      at(line, 'aligned table', ':--', 'Write plain --- : our security policy blocks the style it needs.'),
    ),
  ];
}

/** Search results show 70 to 155 characters, measured with the figures in place. */
function descriptionLength({ manuscript: { file, lineOf }, guide }: ReadGuide, { library }: Surroundings): Finding[] {
  const { length } = withFigures(guide.description, library.facts, guide.lang);
  if (length >= 70 && length <= 155) return [];
  return [
    {
      file,
      line: lineOf(['description']),
      field: 'description',
      rule: 'wrong length',
      found: `${length} characters`,
      suggestion: 'Search results show 70 to 155 characters.',
    },
  ];
}

function links({ manuscript: { file, links } }: ReadGuide, known: readonly string[]): Finding[] {
  return links.flatMap(({ url, line }) => {
    const path = url.replace(/[?#].*$/, '');
    if (known.includes(path)) return [];
    const suggestion = didYouMean(nearest(path, known), 'No page has this address.');
    return [{ file, line, rule: 'broken link', found: url, suggestion }];
  });
}

function references(
  { manuscript: { file, lineOf }, guide }: ReadGuide,
  field: 'related' | 'glossary',
  known: readonly string[],
  rule: string,
): Finding[] {
  return guide[field].flatMap((id, place) =>
    known.includes(id)
      ? []
      : {
          file,
          line: lineOf([field, place]),
          field: `${field}.${place}`,
          rule,
          found: id,
          suggestion: didYouMean(nearest(id, known), 'Take it out until it exists.'),
        },
  );
}

/** A file stands in its language's folder under its English slug, and no two share an address. */
function naming({ manuscript: { file, lineOf }, guide }: ReadGuide, all: readonly ReadGuide[]): Finding[] {
  const wrong = (field: 'lang' | 'slug' | 'translationKey', suggestion: string): Finding => ({
    file,
    line: lineOf([field]),
    field,
    rule: 'does not pair',
    found: guide[field],
    suggestion,
  });
  const [, folder, name] = /([^/]+)\/([^/]+)\.mdx$/.exec(file) ?? [];
  const twin = all.find(
    (other) => other.guide !== guide && other.guide.lang === guide.lang && other.guide.slug === guide.slug,
  );
  return [
    ...(folder === guide.lang ? [] : [wrong('lang', `The file lies in the folder "${folder}".`)]),
    ...(name === guide.translationKey ? [] : [wrong('translationKey', `The file is called "${name}".`)]),
    ...(guide.lang !== 'en' || guide.slug === guide.translationKey
      ? []
      : [wrong('slug', `In English it is the translationKey, "${guide.translationKey}".`)]),
    ...(twin ? [wrong('slug', `${twin.manuscript.file} has the same address.`)] : []),
  ];
}

/** All that is wrong with the guides themselves. Facts they name are the facts room's to check. */
export function checkGuides(manuscripts: readonly Manuscript[], surroundings: Surroundings): Finding[] {
  const guides: ReadGuide[] = [];
  const findings: Finding[] = [];
  for (const manuscript of manuscripts) {
    findings.push(...figures(manuscript), ...shape(manuscript));
    if (manuscript.data === undefined) continue;
    const read = readBy(guideSchema, manuscript);
    findings.push(...read.findings);
    if (read.value) guides.push({ manuscript, guide: read.value });
  }
  const paths = [...surroundings.addresses, ...guides.map(({ guide }) => surroundings.pathOf(guide))];
  const keys = guides.map(({ guide }) => guide.translationKey);
  for (const guide of guides) {
    findings.push(
      ...naming(guide, guides),
      ...descriptionLength(guide, surroundings),
      ...links(guide, paths),
      ...references(guide, 'related', keys, 'unknown guide'),
      ...(surroundings.terms ? references(guide, 'glossary', surroundings.terms, 'unknown term') : []),
    );
  }
  return findings;
}

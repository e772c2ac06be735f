import { readBy } from '#facts/content-file.ts';
import { didYouMean, type Finding } from '#facts/finding.ts';
import type { Library } from '#facts/library.ts';
import { withFigures } from '#facts/placeholder.ts';
import { nearest } from '#i18n/nearest.ts';
import { anchorsOf, checkLinks, type Places } from './check-links.ts';
import { checkQuestions } from './check-questions.ts';
import { checkCircles } from './check-related.ts';
import { checkFigures, checkShape } from './check-shape.ts';
import type { ContentMap } from './content-map.ts';
import type { Manuscript } from './manuscript.ts';
import type { ReadGuide } from './read-guide.ts';
import { type Guide, guideSchema } from './schema.ts';

/** What the checks of guides compare them with. */
export interface Surroundings {
  library: Library;
  /** Every fixed page's path, with its anchors where they are known. */
  places: Places;
  /** The path of a guide. */
  pathOf: (guide: Guide) => string;
  map: ContentMap;
  /** Ids of the words of the glossary. */
  terms: ReadonlySet<string>;
  /** Whether the file of a picture exists. */
  hasImage: (url: string, manuscript: Manuscript) => boolean;
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

/** Guides to read next and words of the glossary that do not exist. */
function references(
  { manuscript: { file, lineOf }, guide }: ReadGuide,
  field: 'related' | 'glossary',
  known: ReadonlySet<string>,
  rule: string,
): Finding[] {
  return guide[field].flatMap((id, place) =>
    known.has(id)
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

/** What pairs guides: the file that holds each address, and the keys that exist in English. */
interface Pairs {
  atAddress: ReadonlyMap<string, readonly string[]>;
  sources: ReadonlySet<string>;
}

const addressOf = ({ lang, slug }: Guide): string => `${lang}/${slug}`;

function pairsOf(guides: readonly ReadGuide[]): Pairs {
  const files = Map.groupBy(guides, ({ guide }) => addressOf(guide));
  return {
    atAddress: new Map([...files].map(([address, all]) => [address, all.map(({ manuscript }) => manuscript.file)])),
    sources: new Set(guides.filter(({ guide }) => guide.lang === 'en').map(({ guide }) => guide.translationKey)),
  };
}

/** A file stands in its language's folder under its English slug, no two share an address, and Spanish has an English source. */
function naming({ manuscript: { file, lineOf }, guide }: ReadGuide, { atAddress, sources }: Pairs): Finding[] {
  const wrong = (field: 'lang' | 'slug' | 'translationKey', suggestion: string): Finding => ({
    file,
    line: lineOf([field]),
    field,
    rule: 'does not pair',
    found: guide[field],
    suggestion,
  });
  const [, folder, name] = /([^/]+)\/([^/]+)\.mdx$/.exec(file) ?? [];
  const twin = atAddress.get(addressOf(guide))?.find((other) => other !== file);
  return [
    ...(folder === guide.lang ? [] : [wrong('lang', `The file lies in the folder "${folder}".`)]),
    ...(name === guide.translationKey ? [] : [wrong('translationKey', `The file is called "${name}".`)]),
    ...(guide.lang !== 'en' || guide.slug === guide.translationKey
      ? []
      : [wrong('slug', `In English it is the translationKey, "${guide.translationKey}".`)]),
    ...(twin ? [wrong('slug', `${twin} has the same address.`)] : []),
    ...(sources.has(guide.translationKey)
      ? []
      : [wrong('translationKey', `Its English source content/guides/en/${name}.mdx does not exist.`)]),
  ];
}

/** The guides whose front matter their schema accepts, and findings for the rest. */
export function readGuides(manuscripts: readonly Manuscript[]): { guides: ReadGuide[]; findings: Finding[] } {
  const guides: ReadGuide[] = [];
  const findings: Finding[] = [];
  for (const manuscript of manuscripts) {
    if (manuscript.data === undefined) continue;
    const read = readBy(guideSchema, manuscript);
    findings.push(...read.findings);
    if (read.value) guides.push({ manuscript, guide: read.value });
  }
  return { guides, findings };
}

/** All that is wrong with the guides themselves. Facts they name are the facts room's to check. */
export function checkGuides(manuscripts: readonly Manuscript[], surroundings: Surroundings): Finding[] {
  const { guides, findings } = readGuides(manuscripts);
  const { pathOf, map, terms, hasImage } = surroundings;
  const places: Places = new Map([
    ...surroundings.places,
    ...guides.map(({ guide, manuscript }) => [pathOf(guide), anchorsOf(manuscript)] as const),
  ]);
  const pairs = pairsOf(guides);
  const keys = new Set(guides.map(({ guide }) => guide.translationKey));
  return [
    ...manuscripts.flatMap((manuscript) => [...checkFigures(manuscript), ...checkShape(manuscript, hasImage)]),
    ...findings,
    ...guides.flatMap((read) => [
      ...naming(read, pairs),
      ...descriptionLength(read, surroundings),
      ...checkLinks(read.manuscript, places, anchorsOf(read.manuscript)),
      ...references(read, 'related', keys, 'unknown guide'),
      ...references(read, 'glossary', terms, 'unknown term'),
      ...checkQuestions(read, map),
    ]),
    ...checkCircles(guides, Object.keys(map.guides)),
  ];
}

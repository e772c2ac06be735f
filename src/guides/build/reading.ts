import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { parseYaml } from '#facts/build/read.ts';
import { readLibrary } from '#facts/check.ts';
import type { Library } from '#facts/library.ts';
import type { Locale, PerLocale } from '#i18n/locale.ts';
import { measure, type Reading } from '../readability.ts';
import { type Limits, limitsOfGuide, limitsOfInterface } from '../reading-gates.ts';
import type { Guide } from '../schema.ts';
import { sectionsOf } from '../sections.ts';
import { textsOfYaml } from '../texts-of.ts';
import { blocksOfPage } from './article.ts';
import { blocksOfManuscript } from './manuscript-blocks.ts';

/** A text that was measured, under the name it was asked for. */
export interface Measured {
  name: string;
  reading: Reading;
  /** Where a text of its kind fails. */
  limits: Limits;
}

const readIn = (root: string) => (file: string) => readFileSync(join(root, file), 'utf8');

const namesFile = 'content/readability-names.json';

/**
 * Proper names and titles of laws, which no writer can make easier (WCAG 3.1.5 lets them be left out). A tree without a list of its
 * own is read with ours.
 */
export const namesIn = (root: string): PerLocale<string[]> =>
  JSON.parse(readIn(existsSync(join(root, namesFile)) ? root : '.')(namesFile));

function factsIn(root: string): Library['facts'] {
  const read = readIn(root);
  const files = globSync('content/facts/*.yaml', { cwd: root }).map((path) => parseYaml(path, read(path)));
  return readLibrary(files, parseYaml('content/sources.yaml', read('content/sources.yaml'))).library.facts;
}

/** Why a guide may be harder than others, from its front matter. */
function reasonIn(source: string): Guide['readingReason'] {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  return (parse(frontMatter) as Pick<Guide, 'readingReason'> | null)?.readingReason;
}

/** Measures a guide's MDX file with the facts of its own tree. */
export function readingOfManuscript(root: string, file: string): Measured {
  const locale: Locale = file.includes('/es/') ? 'es' : 'en';
  const source = readIn(root)(file);
  const blocks = blocksOfManuscript(source, locale, factsIn(root));
  const limits = limitsOfGuide(reasonIn(source));
  return { name: file, reading: measure(blocks, locale, namesIn(root)[locale]), limits };
}

/** Measures the article of a built guide. */
export function readingOfGuide(file: string, locale: Locale): Measured {
  const reading = measure(blocksOfPage(readFileSync(file, 'utf8')), locale, namesIn('.')[locale]);
  // Only English pages may be harder for a reason, and there the manuscript is called like the address.
  const manuscript = `content/guides/en/${basename(dirname(file))}.mdx`;
  const reason = existsSync(manuscript) ? reasonIn(readFileSync(manuscript, 'utf8')) : undefined;
  return { name: file, reading, limits: limitsOfGuide(reason) };
}

/** Measures the main part of any other built page. */
export function readingOfPage(file: string, locale: Locale): Measured {
  const blocks = blocksOfPage(readFileSync(file, 'utf8'), 'main');
  return { name: file, reading: measure(blocks, locale, namesIn('.')[locale]), limits: limitsOfInterface };
}

/** Measures a YAML file of interface words, section by section. */
export function readingsOfInterface(root: string, file: string): Measured[] {
  const facts = factsIn(root);
  const names = namesIn(root);
  return textsOfYaml(parseYaml(file, readIn(root)(file))).flatMap(({ locale = 'en', words }) =>
    sectionsOf(words, locale, facts).map(({ name, blocks }) => ({
      name: `${file} ${name}`,
      reading: measure(blocks, locale, names[locale]),
      limits: limitsOfInterface,
    })),
  );
}

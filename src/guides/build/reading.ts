import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseYaml } from '#facts/build/read.ts';
import { readLibrary } from '#facts/check.ts';
import type { Locale, PerLocale } from '#i18n/locale.ts';
import { measure, type Reading } from '../readability.ts';
import type { Guide } from '../schema.ts';
import { blocksOfPage } from './article.ts';
import { blocksOfManuscript } from './manuscript-blocks.ts';

/** A text that was measured, under the name it was asked for. */
export interface Measured {
  name: string;
  reading: Reading;
  /** Why it may be harder, from its front matter. Built pages do not carry it. */
  reason: Guide['readingReason'];
}

const readIn = (root: string) => (file: string) => readFileSync(join(root, file), 'utf8');

const namesFile = 'content/readability-names.json';

/**
 * Proper names and titles of laws, which no writer can make easier (WCAG 3.1.5 lets them be left out). A tree without a list of its
 * own is read with ours.
 */
export const namesIn = (root: string): PerLocale<string[]> =>
  JSON.parse(readIn(existsSync(join(root, namesFile)) ? root : '.')(namesFile));

/** Measures a guide's MDX file with the facts of its own tree. */
export function readingOfManuscript(root: string, file: string): Measured {
  const read = readIn(root);
  const files = globSync('content/facts/*.yaml', { cwd: root }).map((path) => parseYaml(path, read(path)));
  const { library } = readLibrary(files, parseYaml('content/sources.yaml', read('content/sources.yaml')));
  const locale: Locale = file.includes('/es/') ? 'es' : 'en';
  const source = read(file);
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const { readingReason }: { readingReason?: string } = parse(frontMatter) ?? {};
  const blocks = blocksOfManuscript(source, locale, library.facts);
  return { name: file, reading: measure(blocks, locale, namesIn(root)[locale]), reason: readingReason };
}

/** Measures the article of a built page. */
export function readingOfPage(file: string, locale: Locale): Measured {
  const blocks = blocksOfPage(readFileSync(file, 'utf8'));
  return { name: file, reading: measure(blocks, locale, namesIn('.')[locale]), reason: undefined };
}

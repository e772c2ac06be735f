import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { type Locale, locales } from '#i18n/locale.ts';
import { addresses } from '#i18n/paths.ts';
import { fullTextFolder } from '../search-index.ts';
import { filesIn } from './files-in.ts';

/** What Pagefind writes beside what its search needs: interfaces of its own, and a program for languages that we do not have. */
const unused = /^pagefind-.*ui\.(js|css)$|^pagefind-highlight\.js$|^wasm\.unknown\.pagefind$/;

/** What would read badly in the middle of an excerpt: numbers of notes, words in drawings. */
const excludeSelectors = ['sup', 'svg'];

async function indexFullText(root: string, locale: Locale): Promise<void> {
  const { index, errors } = await createIndex({ excludeSelectors });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  const folder = join(root, fullTextFolder(locale));
  const read = await index.addDirectory({ path: root, glob: `${addresses.guides[locale].slice(1)}*/index.html` });
  const written = await index.writeFiles({ outputPath: folder });
  const faults = [...read.errors, ...written.errors];
  if (faults.length > 0) throw new Error(`Pagefind, guides in "${locale}": ${faults.join(', ')}`);
  for (const name of filesIn(folder).filter((file) => unused.test(file))) rmSync(join(folder, name));
}

/**
 * Indexes the full text of the built guides, one index for each language: a page that speaks both can then search in both. Only what is
 * marked `data-pagefind-body` counts.
 */
export async function indexFullTexts(root: string): Promise<void> {
  for (const locale of locales) await indexFullText(root, locale);
  await close();
}

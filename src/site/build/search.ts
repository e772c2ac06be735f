import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Locale, localeOf, locales } from '#i18n/locale.ts';
import { pageAt } from '#i18n/paths.ts';
import type { Deployment } from '../deployment.ts';
import { isLinked } from '../nav.ts';
import { faultsOf, indexPath, type PageWords, searchIndex } from '../search-index.ts';
import { type SearchWords, searchWords } from '../search-words.ts';
import type { BuiltPage } from './built-page.ts';
import { indexFullTexts } from './full-text.ts';

/** Reads and checks `content/search/<locale>.yaml` outside Astro. Throws an error that names each wrong field. */
export function readSearchWords(locale: Locale): SearchWords {
  const path = `content/search/${locale}.yaml`;
  const parsed = searchWords.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Keys of the guides that are written in a language, published or not: a file is called by its translationKey. */
const writtenGuides = (locale: Locale): string[] =>
  globSync(`content/guides/${locale}/*.mdx`).map((file) => basename(file, '.mdx'));

/**
 * Writes for each language the small index and Pagefind's. `pages` are the built pages by path. Must stand behind the step that reads
 * those pages.
 */
export function buildSearch(pages: ReadonlyMap<string, BuiltPage>, here: Deployment): AstroIntegration {
  const isOffered = (path: string): boolean => {
    const fixed = pageAt(path)?.page;
    return Boolean(pages.get(path)?.isIndexed) && (!fixed || isLinked(fixed, here));
  };
  const wordsOf = ([path, { alternates, words }]: [string, BuiltPage]): PageWords => {
    const english = alternates['en'];
    return { path, englishPath: english ? new URL(english).pathname : path, ...words };
  };
  return {
    name: 'site:search',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const all = [...pages].filter(([path]) => path.endsWith('/')).map(wordsOf);
        for (const locale of locales) {
          const words = readSearchWords(locale);
          const ofLocale = all.filter(({ path }) => localeOf(path) === locale);
          const faults = faultsOf(words, writtenGuides(locale));
          if (faults.length > 0) throw new Error(`content/search/${locale}.yaml:\n${faults.join('\n')}`);
          const file = join(root, indexPath(locale));
          mkdirSync(dirname(file), { recursive: true });
          const index = searchIndex(
            ofLocale.filter(({ path }) => isOffered(path)),
            words,
          );
          writeFileSync(file, JSON.stringify(index));
        }
        await indexFullTexts(root);
      },
    },
  };
}

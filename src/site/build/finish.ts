import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerRules, hostHeaders } from '../headers.ts';
import { type BuiltPage, readBuiltPage } from './built-page.ts';
import { stampOfCopies } from './compress.ts';
import { filesIn } from './files-in.ts';

/** What is not uploaded to Cloudflare, which compresses by itself. */
const leftAtHome = `*.br\n*.gz\n${stampOfCopies}\nbuild-id.txt\n`;

const distinct = (lists: string[][]) => [...new Set(lists.flat())].sort();
const hashesOf = (pages: BuiltPage[]) => ({
  scripts: distinct(pages.map((page) => page.scripts)),
  styles: distinct(pages.map((page) => page.styles)),
});

/** Reads all built pages once; other build steps (the sitemap) ask it about a page by its path. */
export function builtPages(guidePrefixes: readonly string[], origin: string, wayOut: string) {
  const pages = new Map<string, BuiltPage>();

  const read: AstroIntegration = {
    name: 'site:read-built-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of filesIn(root).filter((name) => name.endsWith('.html'))) {
          const html = readFileSync(join(root, file), 'utf8');
          pages.set(`/${file.replace(/^\/|index\.html$/g, '')}`, readBuiltPage(html, wayOut));
        }
        const faults = [...pages].flatMap(([path, page]) => page.faults.map((fault) => `${path}: ${fault}`));
        if (faults.length > 0) throw new Error(`The built pages break the site's promises:\n${faults.join('\n')}`);
      },
    },
  };

  const finish: AstroIntegration = {
    name: 'site:headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const isGuide = (path: string) => guidePrefixes.some((prefix) => path.startsWith(prefix));
        const group = (wanted: boolean) =>
          hashesOf([...pages].filter(([path]) => isGuide(path) === wanted).map(([, page]) => page));
        const rules = headerRules(guidePrefixes, group(true), group(false), origin);
        writeFileSync(join(root, 'headers.json'), JSON.stringify(rules, null, 1));
        writeFileSync(join(root, '_headers'), hostHeaders(rules));
        writeFileSync(join(root, '.assetsignore'), leftAtHome);
      },
    },
  };

  return { pages: pages as ReadonlyMap<string, BuiltPage>, read, finish };
}

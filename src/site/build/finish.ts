import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerRules, hostHeaders } from '../headers.ts';
import { type BuiltPage, readBuiltPage } from './built-page.ts';
import { stampOfCopies } from './compress.ts';
import { filesIn } from './files-in.ts';
import type { Revision } from './revision.ts';

/** What is not uploaded to Cloudflare, which compresses by itself. */
const leftAtHome = `*.br\n*.gz\n${stampOfCopies}\nbuild-id.txt\n`;

const distinct = (lists: string[][]) => [...new Set(lists.flat())].sort();
const hashesOf = (pages: BuiltPage[]) => ({
  scripts: distinct(pages.map((page) => page.scripts)),
  styles: distinct(pages.map((page) => page.styles)),
});

/** The file of each page by its path. */
const pageFiles = (root: string): [path: string, file: string][] =>
  filesIn(root)
    .filter((name) => name.endsWith('.html'))
    .map((name) => [`/${name.replace(/^\/|index\.html$/g, '')}`, join(root, name)]);

/**
 * Revises all built pages, one revision after the other, and reads what they then say, both in one go; other build steps (the sitemap)
 * ask it about a page by its path.
 */
export function builtPages(
  guidePrefixes: readonly string[],
  origin: string,
  wayOut: string,
  revisions: readonly Revision[],
) {
  const pages = new Map<string, BuiltPage>();

  const read: AstroIntegration = {
    name: 'site:read-built-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const files = pageFiles(fileURLToPath(dir));
        for (const [path, file] of files) {
          const html = readFileSync(file, 'utf8');
          for (const revision of revisions) revision.look?.(path, html);
        }
        for (const [path, file] of files) {
          const html = readFileSync(file, 'utf8');
          const revised = revisions.reduce((text, revision) => revision.apply(path, text), html);
          if (revised !== html) writeFileSync(file, revised);
          pages.set(path, readBuiltPage(revised, wayOut));
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

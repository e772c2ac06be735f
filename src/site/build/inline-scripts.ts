import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Rolldown } from 'vite';

const entry = /<script type="module" src="\/([^"]+)"><\/script>/g;

/** The script files that a page names. */
export const entriesOf = (html: string): string[] => [...html.matchAll(entry)].map(([, file = '']) => file);

/** The page with the code of its script files in their places, as scripts of the old kind: they run where they stand. */
export const withScriptsInside = (html: string, codes: ReadonlyMap<string, string>): string =>
  html.replace(entry, (written, file: string) => {
    const code = codes.get(file);
    return code === undefined ? written : `<script>${code.trim().replaceAll('</script', '<\\/script')}</script>`;
  });

/** A script file and all that it imports in one piece, closed in itself. */
async function inOnePiece(input: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input, output: { format: 'iife', codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}

/**
 * Puts scripts into those of the pages at these addresses that are built. There a reader presses a button first of all: a script
 * inside the page spares a journey over the line and is there before anything is laid out. Must stand before whatever looks at
 * scripts.
 */
export const inlineScripts = (addresses: readonly string[]): AstroIntegration => ({
  name: 'site:inline-scripts',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const codes = new Map<string, string>();
      const pages = addresses.map((address) => join(root, address, 'index.html'));
      for (const page of pages.filter(existsSync)) {
        const html = readFileSync(page, 'utf8');
        for (const file of entriesOf(html)) {
          if (!codes.has(file)) codes.set(file, await inOnePiece(join(root, file)));
        }
        writeFileSync(page, withScriptsInside(html, codes));
      }
      for (const file of codes.keys()) rmSync(join(root, file));
    },
  },
});

import type { AstroIntegration } from 'astro';
import type { Revision } from './revision.ts';

/** Script file → the files it imports before it can run, both as paths from the root of the site, without the first slash. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** A script and all that must be there before it runs, each once. */
function neededBy(file: string, imports: Imports, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of imports.get(file) ?? []) neededBy(next, imports, found);
  return found;
}

/**
 * Names the script files of a page at its top. Without it a browser meets the script at the end of the page and what that imports only
 * after reading it: one more journey over a slow line each. And a script runs as soon as it has come: what it needs stands before it.
 */
export function withPreloads(html: string, imports: Imports): string {
  const entries = [...html.matchAll(/<script type="module" src="\/([^"]+)"/g)].map(([, file = '']) => file);
  const files = new Set(entries.flatMap((file) => [...neededBy(file, imports)]));
  const links = [...files].map((file) => `<link rel="modulepreload" href="/${file}">`);
  return html
    .replace('</title>', () => `</title>${links.join('')}`)
    .replaceAll('<script type="module" src=', '<script type="module" async src=');
}

/** Adds the links to every page. Its integration notes what the scripts import while they are bundled. */
export function preloadScripts(): Revision & { noteImports: AstroIntegration } {
  const imports = new Map<string, readonly string[]>();
  const noteImports: AstroIntegration = {
    name: 'site:preload-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'site:imports-of-scripts',
                generateBundle(_options, bundle) {
                  for (const file of Object.values(bundle)) {
                    if (file.type === 'chunk') imports.set(file.fileName, file.imports);
                  }
                },
              },
            ],
          },
        });
      },
    },
  };
  return { noteImports, apply: (_path, html) => withPreloads(html, imports) };
}

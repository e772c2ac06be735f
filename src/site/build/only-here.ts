import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** An address with its host, as it can stand in a script or a style sheet: whole, or without its scheme behind a quote or a bracket. */
const address = /\b(?:https?|wss?|ftp):\\?\/\\?\/[^\s"'`()<>]+|(?<=["'`(]\s*)\/\/\w[^\s"'`()<>]*/gi;

/** Names that look like addresses and are never fetched: those of XML's languages, and what Pagefind reads a path against. */
const namesOnly = /^http:\/\/www\.w3\.org\/|^https:[\\/]+example\\?\.com\b/;

/**
 * Every place outside that a script or a style sheet names. Ours name none but the one that leaving goes to (`wayOut`), so that none has
 * to be told from one that is fetched. It finds what tools and people write; what is put together at run time is for the browser tests to see.
 */
export const placesOutside = (code: string, wayOut?: string): string[] =>
  (code.match(address) ?? []).filter((place) => place !== wayOut && !namesOnly.test(place));

/** The faults of the scripts, style sheets and drawings of a build, each as a sentence. */
export const faultsIn = (root: string, wayOut?: string): string[] =>
  globSync('**/*.{js,mjs,css,svg}', { cwd: root }).flatMap((file) =>
    placesOutside(readFileSync(join(root, file), 'utf8'), wayOut).map(
      (place) => `${file} names another place: ${place}`,
    ),
  );

/** Stops a build with a script, style sheet or drawing that names another place. Must stand behind whatever writes one; pages are read elsewhere. */
export const onlyHere = (wayOut: string): AstroIntegration => ({
  name: 'site:only-here',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const faults = faultsIn(fileURLToPath(dir), wayOut);
      if (faults.length > 0) throw new Error(`The built files break the site's promises:\n${faults.join('\n')}`);
    },
  },
});

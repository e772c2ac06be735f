import { readFileSync } from 'node:fs';

/** Every address of the built sitemap, as a path. */
export const pathsOfSitemap = (): string[] =>
  [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  );

import { globSync, readFileSync } from 'node:fs';

/** The files of all built guides. A page that only leads on to a guide's new address is none. */
export const guideFiles = (): string[] =>
  globSync('dist/{guides,es/guias}/*/index.html')
    .filter((file) => readFileSync(file, 'utf8').includes('data-article-body'))
    .sort();

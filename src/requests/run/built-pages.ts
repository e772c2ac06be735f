import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '#i18n/locale.ts';
import { fillPage } from '../fill-page.ts';
import type { Manifest } from '../manifest.ts';
import { type Pages, templates } from '../ports.ts';
import { problemCodes } from '../problem.ts';

/** The built pages as templates, all read at the start: a missing one stops the start and not a reader. */
export function pagesFrom(dist: string, manifest: Manifest): Pages {
  const read = (path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');
  const pages = new Map(
    templates.flatMap((template) => {
      const paths = manifest.pages[template];
      return paths ? locales.map((locale) => [`${template} ${locale}`, read(paths[locale])] as const) : [];
    }),
  );
  const problems = new Map(problemCodes.map((code) => [code, fillPage(read(`/problems/${code}/`), { shows: [] })]));
  return {
    fill: (template, locale, parts) => fillPage(pages.get(`${template} ${locale}`) ?? '', parts),
    problem: (code) => problems.get(code) ?? '',
  };
}

import { locales } from '#i18n/locale.ts';
import { fillPage } from '../fill-page.ts';
import type { Manifest } from '../manifest.ts';
import { type Pages, templates } from '../ports.ts';
import { problemCodes } from '../problem.ts';

const problemPath = (code: string): string => `/problems/${code}/`;

/** The paths of all built pages that answers are made from. */
export const pathsOfPages = ({ pages }: Manifest): string[] => [
  ...Object.values(pages).flatMap((paths) => (paths ? Object.values(paths) : [])),
  ...problemCodes.map(problemPath),
];

/** The built pages as templates, all read at the start: a missing one stops the start and not a reader. */
export function pagesFrom(manifest: Manifest, read: (path: string) => string): Pages {
  const pages = new Map(
    templates.flatMap((template) => {
      const paths = manifest.pages[template];
      return paths ? locales.map((locale) => [`${template} ${locale}`, read(paths[locale])] as const) : [];
    }),
  );
  const problems = new Map(problemCodes.map((code) => [code, fillPage(read(problemPath(code)), { shows: [] })]));
  return {
    fill: (template, locale, parts) => fillPage(pages.get(`${template} ${locale}`) ?? '', parts),
    problem: (code) => problems.get(code) ?? '',
  };
}

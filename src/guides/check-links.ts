import { didYouMean, type Finding } from '#facts/finding.ts';
import { nearest } from '#i18n/nearest.ts';
import { anchorsOfEveryGuide } from './components.ts';
import type { Manuscript } from './manuscript.ts';

/** Where links may lead: every path, with its anchors where they are known from here. Other anchors are tested on the built pages. */
export type Places = ReadonlyMap<string, readonly string[] | undefined>;

/** The anchors of a guide's page. */
export const anchorsOf = ({ headings }: Manuscript): string[] => [
  ...headings.map(({ anchor }) => anchor),
  ...anchorsOfEveryGuide,
];

/** Links of a text that lead nowhere: to no page, or to no such place on it. `own`: its own anchors. */
export function checkLinks({ file, links }: Manuscript, places: Places, own: readonly string[]): Finding[] {
  return links.flatMap(({ url, line }): Finding[] => {
    const [, path = '', fragment] = /^([^?#]*)[^#]*(?:#(.*))?$/.exec(url) ?? [];
    if (path && !places.has(path)) {
      const suggestion = didYouMean(nearest(path, places.keys()), 'No page has this address.');
      return [{ file, line, rule: 'broken link', found: url, suggestion }];
    }
    const anchors = path ? places.get(path) : own;
    if (fragment === undefined || !anchors || anchors.includes(decodeURIComponent(fragment))) return [];
    const near = nearest(decodeURIComponent(fragment), anchors);
    const suggestion = didYouMean(near && `#${near}`, 'No heading on that page has this name.');
    return [{ file, line, rule: 'broken anchor', found: url, suggestion }];
  });
}

/** A built site: the HTML of each page by its path. */
export type Pages = ReadonlyMap<string, string>;

const decoded = (text: string) => text.replaceAll('&amp;', '&');

/** Where the links of a page lead, as paths of the site with their fragment; links to other sites left out. */
const linksOn = (path: string, html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
    .map(([, href = '']) => decoded(href))
    .filter((href) => /^[/#]/.test(href))
    .map((href) => (href.startsWith('#') ? path + href : href));

/** Links of the pages that lead to no page or file, or to a place that a page does not have. */
export function brokenLinks(pages: Pages, files: ReadonlySet<string>): string[] {
  const ids = new Map([...pages].map(([path, html]) => [path, new Set(html.match(/(?<=\sid=")[^"]+/g) ?? [])]));
  return [...pages].flatMap(([path, html]) =>
    linksOn(path, html).flatMap((link) => {
      const [to = '', fragment] = link.split('#');
      const target = to.replace(/\?.*$/, '');
      if (!pages.has(target)) return files.has(target) ? [] : [`${path} → ${link}`];
      return !fragment || ids.get(target)?.has(decodeURIComponent(fragment)) ? [] : [`${path} → ${link}`];
    }),
  );
}

/** Those of `wanted` that nobody reaches who starts on one of the pages and follows links. */
export function orphans(pages: Pages, from: readonly string[], wanted: readonly string[]): string[] {
  const reached = new Set(from);
  // A set that grows is walked to its new end.
  for (const path of reached) {
    for (const link of linksOn(path, pages.get(path) ?? '')) {
      const target = link.replace(/[?#].*$/, '');
      if (pages.has(target)) reached.add(target);
    }
  }
  return wanted.filter((path) => !reached.has(path));
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from './files-in.ts';
import { mark, marksIn, shortNames, styleElement, withoutIdleMarks } from './marks.ts';

/** The selectors of a list. A comma within brackets belongs to one of them. */
function selectorsIn(list: string): string[] {
  const found: string[] = [];
  let selector = '';
  let depth = 0;
  for (const character of `${list},`) {
    if ('(['.includes(character)) depth += 1;
    if (')]'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) {
      found.push(selector);
      selector = '';
    } else selector += character;
  }
  return found;
}

/** Styles without the rules of components that are not on the page. */
export function stylesFor(css: string, isUsed: (mark: string) => boolean): string {
  const applies = (selector: string) => (selector.match(mark) ?? []).every(isUsed);
  let kept = css.replace(/([^{};]+)\{([^{}]*)\}/g, (_rule, selectors: string, declarations: string) => {
    const left = selectorsIn(selectors).filter(applies);
    return left.length > 0 ? `${left.join(',')}{${declarations}}` : '';
  });
  const emptied = /@[^{};]+\{\s*\}/g;
  while (kept.search(emptied) >= 0) kept = kept.replace(emptied, '');
  return kept;
}

/** The style sheets in the head of a page, in their order. Each opens with the layer that it belongs to. */
const sheetsIn = (html: string): string[] =>
  [...headOf(html).matchAll(styleElement)].flatMap(([, css = '']) => css.trim().split(/\n(?=@layer)/));

const headOf = (html: string): string => html.slice(0, html.indexOf('</head>'));

/** The page with one style element, and so with one hash in its policy, in place of all in its head. It stands where the last one stood. */
export function withOneStyle(html: string, css: string): string {
  const head = headOf(html);
  const last = head.lastIndexOf('<style>');
  return (
    head.replace(styleElement, (_element, _css, at: number) => (at === last ? `<style>${css}</style>` : '')) +
    html.slice(head.length)
  );
}

/** Without sheets that a later one opens with: what both scripts and pages use comes once by itself and once with the rest of a page. */
const withoutRepeats = (sheets: readonly string[]): readonly string[] =>
  sheets.filter((sheet, at) => !sheets.slice(at + 1).some((later) => later.startsWith(sheet.replace(/\}$/, ''))));

/**
 * One style sheet for pages under one policy: what any of them needs, and no more. Returns how each gets it. The pages are read one by
 * one, so that memory does not grow with their number.
 */
export function sharedStyle(pages: Iterable<string>): (html: string) => string {
  const marks = new Set<string>();
  const sheets = new Set<string>();
  for (const html of pages) {
    for (const name of marksIn(html)) marks.add(name);
    for (const sheet of sheetsIn(html)) sheets.add(sheet);
  }
  const css = stylesFor(withoutRepeats([...sheets]).join(''), (name) => marks.has(name));
  const withoutIdle = withoutIdleMarks(css);
  return (html) => withOneStyle(withoutIdle(html), css);
}

/**
 * Makes the styles inside the pages as light as they can be: only rules for components that are there, in one element, under short
 * marks. Guides share one sheet, because their policy allows one. Must stand before whatever reads the pages.
 */
export const lightStyles = (guidePrefixes: readonly string[]): AstroIntegration => ({
  name: 'site:light-styles',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const root = fileURLToPath(dir);
      const read = (path: string) => readFileSync(join(root, path), 'utf8');
      function* oneByOne(group: readonly string[]) {
        for (const path of group) yield read(path);
      }
      const paths = filesIn(root).filter((path) => path.endsWith('.html'));
      const marks = new Set<string>();
      for (const path of paths) for (const name of marksIn(read(path))) marks.add(name);
      const names = shortNames([...marks]);
      const isGuide = (path: string) => guidePrefixes.some((prefix) => `/${path}`.startsWith(prefix));
      const groups = [paths.filter(isGuide), ...paths.filter((path) => !isGuide(path)).map((path) => [path])];
      for (const group of groups) {
        const light = sharedStyle(oneByOne(group));
        for (const path of group) writeFileSync(join(root, path), names(light(read(path))));
      }
    },
  },
});

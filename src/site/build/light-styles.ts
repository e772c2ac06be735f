import { mark, marksIn, shortNames, styleElement, withoutIdleMarks } from './marks.ts';
import type { Revision } from './revision.ts';

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
 * One style sheet for pages under one policy: what any of them needs, and no more. Shown all of them first, one by one, so that memory
 * does not grow with their number; then it puts its sheet into each.
 */
export function sharedStyle() {
  const marks = new Set<string>();
  const sheets = new Set<string>();
  let ready: { css: string; withoutIdle: (html: string) => string } | undefined;
  const prepare = () => {
    const css = stylesFor(withoutRepeats([...sheets]).join(''), (name) => marks.has(name));
    return { css, withoutIdle: withoutIdleMarks(css) };
  };
  return {
    marks: marks as ReadonlySet<string>,
    look(html: string): void {
      for (const name of marksIn(html)) marks.add(name);
      for (const sheet of sheetsIn(html)) sheets.add(sheet);
    },
    /** The page with that sheet, its marks renamed by `short`. The long sheet is out of the way while the elements are gone through. */
    lighten(html: string, short: (text: string) => string = String): string {
      ready ??= prepare();
      return withOneStyle(short(ready.withoutIdle(withOneStyle(html, ''))), short(ready.css));
    },
  };
}

/**
 * Makes the styles inside the pages as light as they can be: only rules for components that are there, in one element, under short
 * marks. Guides share one sheet, because their policy allows one.
 */
export function lightStyles(guidePrefixes: readonly string[]): Revision {
  const groups = new Map<string, ReturnType<typeof sharedStyle>>();
  const groupOf = (path: string) => (guidePrefixes.some((prefix) => path.startsWith(prefix)) ? 'guides' : path);
  let short: ((text: string) => string) | undefined;
  return {
    look(path, html) {
      const group = groups.get(groupOf(path)) ?? sharedStyle();
      groups.set(groupOf(path), group);
      group.look(html);
    },
    apply(path, html) {
      short ??= shortNames([...groups.values()].flatMap(({ marks }) => [...marks]));
      return groups.get(groupOf(path))?.lighten(html, short) ?? html;
    },
  };
}

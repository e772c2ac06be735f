/** The mark that Astro puts on every element of a component with styles, and into each of its selectors. */
export const mark = /data-astro-cid-\w+/g;
export const styleElement = /<style>([\s\S]*?)<\/style>/g;

/** The marks on the elements of a page. */
export const marksIn = (html: string): string[] => html.replace(styleElement, '').match(mark) ?? [];

/**
 * Takes marks from elements that no selector of the sheet can mean. Only plain tags and classes are looked at: before any other selector
 * every element of its component keeps its mark. The sheet is read once for all pages.
 */
export function withoutIdleMarks(css: string): (html: string) => string {
  const meant = new Map<string, Set<string>>();
  for (const [, selector = '', name = ''] of css.matchAll(/([^\s{},>+~]*)\[(data-astro-cid-\w+)\]/g)) {
    meant.set(name, (meant.get(name) ?? new Set()).add(/^\.?[\w-]+$/.test(selector) ? selector : '*'));
  }
  const lightTag = (tag: string, name: string, attributes: string): string => {
    if (!attributes.includes(' data-astro-cid-')) return tag;
    const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
    const own = ['*', name, ...classes.map((one) => `.${one}`)];
    // A mark that a component hands on to its inner element comes out with a value.
    return tag.replace(/ (data-astro-cid-\w+)(?:="true")?/g, (written, of: string) =>
      own.some((selector) => meant.get(of)?.has(selector)) ? written : '',
    );
  };
  return (html) => html.replace(/<([a-z]\w*)(\s[^<>]*)>/g, lightTag);
}

/** Renames the marks to `data-0`, `data-1`, … the same way on every page, and takes the values that some of them have. */
export function shortNames(marks: readonly string[]): (html: string) => string {
  const names = new Map([...new Set(marks)].sort().map((name, place) => [name, `data-${place}`]));
  return (html) =>
    html.replace(/(data-astro-cid-\w+)(?:="true")?/g, (written, name: string) => names.get(name) ?? written);
}

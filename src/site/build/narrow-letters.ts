import type { Revision } from './revision.ts';

const wide = /[^\0-\u00ff]/gu;
const hex = (letter: string) => (letter.codePointAt(0) ?? 0).toString(16);
const inHtml = (letter: string) => `&#x${hex(letter)};`;
const inStyle = (letter: string) => `\\${hex(letter)} `;
/** One escape for each half of a letter that has two. */
const inScript = (letter: string) =>
  letter.replace(/[\s\S]/g, (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * The page with every letter beyond Latin as an escape. One such letter makes a browser keep the whole page at two bytes a letter and read
 * it on a slower way; there are few. Scripts must not use them in names or raw templates.
 */
export const withNarrowLetters = (html: string): string =>
  html
    .split(/(<script\b[^>]*>[\s\S]*?<\/script>|<style\b[^>]*>[\s\S]*?<\/style>)/)
    .map((part) =>
      part.replace(wide, part.startsWith('<script') ? inScript : part.startsWith('<style') ? inStyle : inHtml),
    )
    .join('');

/** Does so for the pages at these addresses: long ones, where it is felt. Must come last, behind whatever writes letters. */
export const narrowLetters = (addresses: readonly string[]): Revision => ({
  apply: (path, html) => (addresses.includes(path) ? withNarrowLetters(html) : html),
});

import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { withNarrowLetters } from '#site/build/narrow-letters.ts';

test('letters beyond Latin become escapes that read the same', () => {
  const html = '<p title="“a”">“Sí” 🙂</p><noscript><b>…</b></noscript>';
  const narrow = withNarrowLetters(html);
  expect(narrow).toContain('í');
  expect(narrow).not.toMatch(/[^\0-ÿ]/);
  expect(JSON.stringify(texts(narrow))).toBe(JSON.stringify(texts(html)));
});

test('in a script the escape is one of scripts, also for a letter of two halves', () => {
  const narrow = withNarrowLetters('<script type="application/json">{"say":"“🙂”"}</script>');
  expect(narrow).toBe('<script type="application/json">{"say":"\\u201c\\ud83d\\ude42\\u201d"}</script>');
  expect(JSON.parse(narrow.replace(/<[^>]+>/g, ''))).toEqual({ say: '“🙂”' });
});

test('in a style sheet it is one of style sheets, which a space ends', () => {
  expect(withNarrowLetters('<style>a:before{content:"‹a"}</style>')).toBe(
    '<style>a:before{content:"\\2039 a"}</style>',
  );
});

/** Texts and attributes as a reader of the page gets them. */
function texts(html: string): unknown {
  const seen: unknown[] = [];
  const visit = (node: object) => {
    if ('data' in node) seen.push(node.data);
    if ('attribs' in node) seen.push(node.attribs);
    if ('children' in node) for (const child of node.children as object[]) visit(child);
  };
  visit(parseDocument(html));
  return seen;
}

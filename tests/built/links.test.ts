import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const pages = globSync('dist/**/*.html').sort();
const html = new Map(pages.map((file) => [file, readFileSync(file, 'utf8')]));
const values = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, value]) => value ?? '');
const ids = new Map([...html].map(([file, text]) => [file, new Set(values(text, /\sid="([^"]+)"/g))]));
const decoded = (text: string) => decodeURIComponent(text.replaceAll('&amp;', '&'));

/** The file of `dist/` that an address of the site means, seen from one of its pages. */
function fileOf(path: string, from: string): string {
  if (path === '') return from;
  return `dist${path}${path.endsWith('/') ? 'index.html' : ''}`;
}

/** Links of a page that lead to no file, or to no such place in it. */
function broken(file: string, text: string): string[] {
  const own = values(text, /<a\s[^>]*?href="([/#][^"]*)"/g).map(decoded);
  return own.filter((href) => {
    const [, path = '', anchor] = /^([^?#]*)[^#]*(?:#(.+))?$/.exec(href) ?? [];
    // The endpoint's own addresses are no files.
    if (path.startsWith('/api/')) return false;
    const target = fileOf(path, file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && ids.get(target)?.has(anchor) !== true;
  });
}

test('a link to no page and a link to no place are found', () => {
  const [file = ''] = pages;
  const planted =
    '<a href="/no/such/page/">a</a><a class="x" href="#no-such-place">b</a><a href="/facts/#no-such-fact">c</a>';
  expect(broken(file, planted)).toEqual(['/no/such/page/', '#no-such-place', '/facts/#no-such-fact']);
});

test.each(pages)('every link of %s leads to a page of the site, and to a place on it', (file) => {
  expect(broken(file, html.get(file) ?? '')).toEqual([]);
});

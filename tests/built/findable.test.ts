import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const origin = (JSON.parse(read('endpoint.json')) as { origin: string }).origin;
const paths = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) =>
  (url ?? '').slice(origin.length),
);
const page = (path: string) => read(`${path.slice(1)}index.html`);
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => value ?? '');
const alternatesOf = (path: string): Record<string, string | undefined> =>
  Object.fromEntries(
    [...page(path).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [
      lang,
      href,
    ]),
  );

test('robots.txt allows everything and names the sitemap', () => {
  expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap-index.xml\n`);
});

test('every page of the sitemap names itself as canonical, and no two share a title or a description', () => {
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) expect(all(page(path), /<link rel="canonical" href="([^"]+)"/g)).toEqual([origin + path]);
  for (const pattern of [/<title>([^<]+)<\/title>/g, /<meta name="description" content="([^"]+)"/g]) {
    const texts = paths.flatMap((path) => all(page(path), pattern));
    expect(texts).toHaveLength(paths.length);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  }
});

test('titles fit a search result, descriptions are neither too short nor too long', () => {
  for (const path of paths) {
    const [title = ''] = all(page(path), /<title>([^<]+)<\/title>/g);
    const [description = ''] = all(page(path), /<meta name="description" content="([^"]+)"/g);
    expect(title.length, `${path}: ${title}`).toBeLessThanOrEqual(60);
    expect(description.length, `${path}: ${description}`).toBeGreaterThanOrEqual(70);
    expect(description.length, `${path}: ${description}`).toBeLessThanOrEqual(155);
  }
});

test('language versions name each other and themselves', () => {
  const pairs = paths.filter((path) => Object.keys(alternatesOf(path)).length > 0);
  expect(pairs.length).toBeGreaterThan(10);
  for (const path of pairs) {
    const alternates = alternatesOf(path);
    expect(Object.values(alternates), path).toContain(origin + path);
    expect(alternates['x-default'], path).toBe(alternates['en']);
    for (const address of Object.values(alternates)) {
      expect(alternatesOf((address ?? '').slice(origin.length)), `${address} beside ${path}`).toEqual(alternates);
    }
  }
});

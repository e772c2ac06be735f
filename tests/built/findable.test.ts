import { existsSync, globSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Locale, localeOf, locales, regionalTag } from '#i18n/locale.ts';
import { addresses } from '#i18n/paths.ts';
import { feeds } from '#site/feeds.ts';
import { brokenLinks, orphans, type Pages } from './links.ts';

const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const origin = (JSON.parse(read('endpoint.json')) as { origin: string }).origin;
const files = globSync('dist/**/*', { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/^dist/, ''));
const pages: Pages = new Map(
  files.filter((file) => file.endsWith('.html')).map((file) => [file.replace(/index\.html$/, ''), read(file.slice(1))]),
);
const urls = read('sitemap-0.xml').match(/<url>.*?<\/url>/gs) ?? [];
const paths = urls.map((url) => (/<loc>([^<]+)/.exec(url)?.[1] ?? '').slice(origin.length));
const page = (path: string) => pages.get(path) ?? '';
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => value ?? '');
const property = (html: string, name: string) =>
  all(html, new RegExp(`<meta property="${name}" content="([^"]+)"`, 'g'));
const alternatesOf = (path: string): Record<string, string | undefined> =>
  Object.fromEntries(
    [...page(path).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [
      lang,
      href,
    ]),
  );
const guides = paths.filter((path) => /^\/(guides|es\/guias)\/./.test(path));
const siteFile: { name: Record<Locale, string> } = parse(readFileSync('content/site.yaml', 'utf8'));

test('robots.txt allows everything and names the sitemap', () => {
  expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap-index.xml\n`);
  expect(read('sitemap-index.xml')).toContain(`<loc>${origin}/sitemap-0.xml</loc>`);
});

test('every address of the sitemap is a page, and every page that may be found is in it', () => {
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !pages.has(path))).toEqual([]);
  const open = [...pages].filter(([, html]) => !html.includes('<meta name="robots" content="noindex">'));
  expect([...paths].sort()).toEqual(open.map(([path]) => path).sort());
});

test('a guide in the sitemap says when its words last changed', () => {
  expect(guides.length).toBeGreaterThan(2);
  for (const path of guides) {
    const [modified] = all(page(path), /"dateModified":"([^"]+)"/g);
    const url = urls[paths.indexOf(path)] ?? '';
    expect(all(url, /<lastmod>([^<]+)<\/lastmod>/g), path).toEqual([`${modified}T00:00:00.000Z`]);
  }
});

test('every page of the sitemap names itself as canonical, and no two share a title or a description', () => {
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

test('language versions name each other and themselves, on the page and in the sitemap', () => {
  const pairs = paths.filter((path) => Object.keys(alternatesOf(path)).length > 0);
  expect(pairs.length).toBeGreaterThan(10);
  for (const path of pairs) {
    const alternates = alternatesOf(path);
    expect(Object.values(alternates), path).toContain(origin + path);
    expect(alternates['x-default'], path).toBe(alternates['en']);
    for (const address of Object.values(alternates)) {
      expect(alternatesOf((address ?? '').slice(origin.length)), `${address} beside ${path}`).toEqual(alternates);
    }
    const url = urls[paths.indexOf(path)] ?? '';
    const listed = [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [lang, href]);
    expect(Object.fromEntries(listed), path).toEqual(alternates);
  }
});

test('what answers no search stays out of it', () => {
  const hidden = ['/404.html', '/contact/cancel/', '/es/contacto/cancelar/', ...Object.values(addresses.search)];
  for (const path of hidden.filter((path) => pages.has(path))) {
    expect(page(path), path).toContain('<meta name="robots" content="noindex">');
    expect(page(path), path).not.toContain('rel="canonical"');
  }
});

test('a page on which somebody answers or writes has a title that gives nobody away', () => {
  const personal = [...pages].filter(([, html]) => html.includes('id="leave-bar"'));
  expect(personal.length).toBeGreaterThan(4);
  for (const [path, html] of personal) {
    const [title = ''] = all(html, /<title>([^<]+)<\/title>/g);
    expect(title, path).not.toMatch(
      /treat|trata|drug|droga|alcohol|addict|adicci|rehab|detox|desintox|recover|recuper|IOP/i,
    );
  }
});

test('a link to any page is shown with the name of the site and one picture, and never with what the page is about', () => {
  for (const [path, html] of pages) {
    if (html.includes('http-equiv="refresh"')) continue;
    const locale = localeOf(path);
    expect(property(html, 'og:title'), path).toEqual([siteFile.name[locale]]);
    expect(property(html, 'og:description'), path).toEqual([]);
    expect(property(html, 'og:image'), path).toEqual([`${origin}/share.png`]);
    expect(property(html, 'og:locale'), path).toEqual([regionalTag[locale].replace('-', '_')]);
    const others = locales.filter((other) => other !== locale && alternatesOf(path)[other]);
    expect(property(html, 'og:locale:alternate'), path).toEqual(
      others.map((other) => regionalTag[other].replace('-', '_')),
    );
    expect(property(html, 'og:url'), path).toEqual(all(html, /<link rel="canonical" href="([^"]+)"/g));
  }
});

test('the picture beside links is 1200 by 630, small, and without words', async () => {
  const { width, height, format } = await sharp('dist/share.png').metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  expect(readFileSync('dist/share.png').length).toBeLessThanOrEqual(20_000);
  expect(readFileSync('src/site/share-image.svg', 'utf8')).not.toMatch(/<(text|image|foreignObject)\b/);
});

test.each(locales)('the feed in %s lists the guides of its language, each at its page, the newest first', (locale) => {
  const feed = read(feeds[locale].slice(1));
  const items = feed.match(/<item>.*?<\/item>/gs) ?? [];
  const own = guides.filter((path) => localeOf(path) === locale).map((path) => origin + path);
  expect(items.flatMap((item) => all(item, /<link>([^<]+)<\/link>/g)).sort()).toEqual(own.sort().slice(0, 50));
  const days = items.flatMap((item) => all(item, /<pubDate>([^<]+)</g)).map((day) => Date.parse(day));
  expect(days).toHaveLength(items.length);
  expect(days).toEqual([...days].sort((a, b) => b - a));
  expect(feed).toContain(`<language>${regionalTag[locale].toLowerCase()}</language>`);
  expect(feed).toContain(`<atom:link href="${origin}${feeds[locale]}" rel="self" type="application/rss+xml"/>`);
  expect(feed).not.toContain('{fact:');
});

test('every page names the feed of its language', () => {
  for (const path of paths) {
    const [feed = ''] = all(page(path), /<link rel="alternate" type="application\/rss\+xml"[^>]* href="([^"]+)"/g);
    expect(feed, path).toBe(feeds[localeOf(path)]);
    expect(existsSync(`dist${feed}`)).toBe(true);
  }
});

test('every link within the site leads to a page and to a place that it has', () => {
  expect(brokenLinks(pages, new Set(files))).toEqual([]);
});

test('a reader who follows links from a home page finds every page of its language', () => {
  for (const locale of locales) {
    const wanted = paths.filter((path) => localeOf(path) === locale);
    expect(orphans(pages, [addresses.home[locale]], wanted)).toEqual([]);
  }
});

test('every old address leads on at hosts that know the rules, and at those that do not', () => {
  const rules = read('_redirects').split('\n').filter(Boolean);
  const old = new Map(rules.map((rule) => rule.split(' ').slice(0, 2) as [string, string]));
  const leading = [...pages].filter(([, html]) => html.includes('http-equiv="refresh"'));
  expect([...old.keys()].filter((path) => path.endsWith('/')).sort()).toEqual(leading.map(([path]) => path).sort());
  for (const [path, html] of leading) {
    expect(all(html, /<link rel="canonical" href="([^"]+)"/g)).toEqual([`${origin}${old.get(path)}`]);
  }
  expect(rules.filter((rule) => !/^\/\S+ \/\S* 301$/.test(rule))).toEqual([]);
});

const planted: Pages = new Map([
  ['/', '<a href="/a/#x">a</a> <a class="b" href="/file.txt">f</a> <a href="https://other.example/">o</a>'],
  ['/a/', '<p id="x">x</p><a href="#x">x</a>'],
  ['/b/', '<a href="/">home</a>'],
]);

test.each([
  ['/a/#y', '/b/ → /a/#y'],
  ['/nowhere/', '/b/ → /nowhere/'],
  ['#here', '/b/ → /b/#here'],
])('a link to %s, where nothing is, is found', (href, fault) => {
  expect(brokenLinks(planted, new Set(['/file.txt']))).toEqual([]);
  const broken = new Map([...planted, ['/b/', `<a href="${href}">x</a>`]]);
  expect(brokenLinks(broken, new Set(['/file.txt']))).toEqual([fault]);
});

test('a page that no link leads to is found', () => {
  expect(orphans(planted, ['/'], ['/', '/a/', '/b/'])).toEqual(['/b/']);
});

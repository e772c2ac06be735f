import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { localeOf } from '#i18n/locale.ts';
import { longDay } from '#i18n/long-day.ts';
import { readSiteFile } from '#site/build/site-file.ts';
import { corrections } from '#site/corrections.ts';
import { mailto, shareLink, shortAddress } from '#site/share.ts';
import { whoPays, whoRuns } from '#site/who-pays.ts';
import { guideFiles } from './guide-files.ts';

/** A guide has to fit into TCP's first flight: ten segments of 1,460 bytes (RFC 6928). */
const firstFlight = 14_600;
/** Status line, Date, ETag, Content-Length, Content-Encoding and Vary, which the server adds to the headers of the file. */
const serverHeaders = 250;

const rules: { prefix: string; headers: Record<string, string> }[] = JSON.parse(
  readFileSync('dist/headers.json', 'utf8'),
);
const pages = guideFiles();

/** Bytes of a response: its headers as text, and the body in brotli as the build made it to be sent. */
function bytesOf(file: string): number {
  const path = file.replace(/^dist/, '').replace(/index\.html$/, '');
  const rule = rules.find(({ prefix }) => path.startsWith(prefix));
  const headers = Object.entries(rule?.headers ?? {}).reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    0,
  );
  return serverHeaders + headers + statSync(`${file}.br`).size;
}

interface Element {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Element[];
}

const attribute = (element: Element, name: string) =>
  element.attrs?.find((candidate) => candidate.name === name)?.value;

/** All elements of a page. */
function elementsOf(file: string): Element[] {
  const all = (node: Element): Element[] => [node, ...(node.childNodes ?? []).flatMap(all)];
  return all(parse(readFileSync(file, 'utf8')) as Element);
}

test('there are guides in both languages', () => {
  expect(pages.some((file) => file.includes('/es/'))).toBe(true);
  expect(pages.length).toBeGreaterThan(2);
});

test.each(pages)('%s fits into one first flight with its headers', (file) => {
  expect(bytesOf(file)).toBeLessThanOrEqual(firstFlight);
});

test('every other guide is at most 12 kB, which fits into the first flight of QUIC', () => {
  const sizes = pages.map(bytesOf).sort((a, b) => a - b);
  expect(sizes[Math.floor((sizes.length - 1) / 2)]).toBeLessThanOrEqual(12_000);
});

test.each(pages)('%s carries no script but the one that leaves the site, of at most 0.7 kB', (file) => {
  // Data for programs is never run.
  const page = readFileSync(file, 'utf8').replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/, '');
  const scripts = page.match(/(?<=<script[^>]*>)[\s\S]*?(?=<\/script>)/g) ?? [];
  expect(scripts).toEqual([expect.stringContaining('data-leave')]);
  expect(scripts.join().length).toBeLessThanOrEqual(700);
});

test('every page of the site leaves by the same script, so that one hash in each policy covers it', () => {
  const leaving = globSync('dist/**/*.html')
    .map((file) => readFileSync(file, 'utf8'))
    // Nobody stays on a page that only leads on to a new address.
    .filter((html) => !html.includes('http-equiv="refresh"'))
    .map((html) => html.match(/<script>(\(function wayOut[\s\S]*?)<\/script>/)?.[1]);
  expect(new Set(leaving).size).toBe(1);
  expect(leaving[0]).toBeDefined();
});

test.each(pages)('%s is one response: no stylesheet, script, image or font of its own', (file) => {
  const fetched = elementsOf(file).filter(
    (element) =>
      attribute(element, 'src') !== undefined ||
      (element.tagName === 'link' &&
        /stylesheet|preload|preconnect|dns-prefetch/.test(attribute(element, 'rel') ?? '')),
  );
  expect(fetched.map(({ tagName }) => tagName)).toEqual([]);
});

test('all guides carry the same styles, so that one policy covers them', () => {
  const styles = pages.map((file) =>
    (readFileSync(file, 'utf8').match(/<style>[\s\S]*?<\/style>/g) ?? []).sort().join(''),
  );
  expect(new Set(styles).size).toBe(1);
});

test.each(pages)('%s has ids that stand once, and notes that lead to a source', (file) => {
  const elements = elementsOf(file);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  const fragments = elements.flatMap((element) => attribute(element, 'href')?.match(/^#(.+)/)?.[1] ?? []);
  expect(fragments.filter((fragment) => !ids.includes(decodeURIComponent(fragment)))).toEqual([]);
  expect(fragments.filter((fragment) => fragment.startsWith('source-')).length).toBeGreaterThan(2);
});

test.each(pages)('%s links only to pages that exist', (file) => {
  const text = elementsOf(file).flatMap((element) => attribute(element, 'href') ?? []);
  const paths = text.filter((href) => href.startsWith('/')).map((href) => href.replace(/[?#].*$/, ''));
  expect(paths.filter((path) => !existsSync(`dist${path}${path.endsWith('/') ? 'index.html' : ''}`))).toEqual([]);
});

test.each([
  ['dist/facts/index.html', 'en'],
  ['dist/es/datos/index.html', 'es'],
])('%s has an anchor for every fact that another page links to', (file, locale) => {
  const ids = new Set(elementsOf(file).flatMap((element) => attribute(element, 'id') ?? []));
  const path = locale === 'en' ? '/facts/' : '/es/datos/';
  const linked = globSync('dist/**/*.html').flatMap((page) =>
    elementsOf(page).flatMap((element) => attribute(element, 'href')?.match(new RegExp(`^${path}#(.+)`))?.[1] ?? []),
  );
  expect(linked.filter((id) => !ids.has(id))).toEqual([]);
});

const { operator, share } = readSiteFile();
const { mode } = JSON.parse(readFileSync('dist/endpoint.json', 'utf8'));

const wordsOf = (file: string) => {
  const locale = localeOf(file.replace(/^dist/, ''));
  return { locale, ...parseYaml(readFileSync(`content/ui/${locale}.yaml`, 'utf8')) };
};

test.each(pages)('%s carries its parts in the order in which a reader needs them', (file) => {
  const html = readFileSync(file, 'utf8');
  const { guides } = wordsOf(file);
  const where = (mark: string) => (html.includes(mark) ? [mark] : []);
  const marks = [
    `aria-label="${guides.breadcrumb.label}"`,
    '<h1',
    ...where('class="danger-card"'),
    'id="in-short"',
    'class="meta"',
    ...where(`aria-label="${guides.onThisPage}"`),
    'data-article-body',
    'id="next-step"',
    'id="sources"',
    'id="about-this-page"',
    'href="mailto:?subject',
    ...where(`aria-label="${guides.pager.label}"`),
    '</main>',
  ];
  const body = html.slice(html.indexOf('<main'));
  const places = marks.map((mark) => body.indexOf(mark));
  expect(places.filter((place) => place < 0)).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each(pages)('%s names its author, its sources, its dates and who has money in it', (file) => {
  const { locale, guides, site } = wordsOf(file);
  const html = readFileSync(file, 'utf8');
  const about = html.slice(html.indexOf('id="about-this-page"'), html.indexOf('href="mailto:?'));
  const [published = '', modified = ''] = ['datePublished', 'dateModified'].map(
    (name) => new RegExp(`"${name}":"([^"]+)"`).exec(html)?.[1] ?? '',
  );
  expect(about).toContain(guides.about.written);
  expect(html.match(/<li id="source-\d+"/g)?.length).toBeGreaterThan(2);
  for (const day of [published, modified]) expect(about).toContain(longDay(day, locale));
  expect(about).toContain(whoPays(whoRuns(operator, mode), site.whoPays));
});

test.each(pages)(
  '%s can be passed on, and a mistake reported, without script and without naming its subject',
  (file) => {
    const html = readFileSync(file, 'utf8');
    const { site } = wordsOf(file);
    const [url = ''] = /(?<=<link rel="canonical" href=")[^"]+/.exec(html) ?? [];
    const after = html.slice(html.indexOf('id="about-this-page"'), html.indexOf('</article>'));
    const [report = '', ...passOn] = after.match(/<p class="no-print"[\s\S]*?<\/p>/g) ?? [];
    expect(
      passOn
        .join('')
        .match(/(?<=href=")[^"]*/g)
        ?.map((href) => href.replaceAll('&amp;', '&')),
    ).toEqual([
      mailto({ subject: site.share.subject, body: url }),
      ...share.map((target) => shareLink(target, url).href),
    ]);
    expect(passOn[0]).toMatch(new RegExp(`<b[^>]*>${shortAddress(url)}</b>`));
    const to = corrections(operator, { subject: site.corrections.subject, body: shortAddress(url) });
    expect(report).toContain(to ? site.corrections.tell : site.corrections.nobody);
    expect(report).toContain(to?.contact ?? '');
    expect(report.includes('<a ')).toBe(to?.href !== undefined);
  },
);

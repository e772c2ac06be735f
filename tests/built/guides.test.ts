import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { parse } from 'parse5';
import { expect, test } from 'vitest';

/** A guide has to fit into TCP's first flight: ten segments of 1,460 bytes (RFC 6928). */
const firstFlight = 14_600;
/** Status line, Date, ETag, Content-Length, Content-Encoding and Vary, which the server adds to the headers of the file. */
const serverHeaders = 250;

const rules: { prefix: string; headers: Record<string, string> }[] = JSON.parse(
  readFileSync('dist/headers.json', 'utf8'),
);
const pages = globSync('dist/{guides,es/guias}/*/index.html').sort();

/** Bytes of a response: its headers as text, and the body as the build has compressed it for the server to send. */
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
  const scripts = readFileSync(file, 'utf8').match(/(?<=<script[^>]*>)[\s\S]*?(?=<\/script>)/g) ?? [];
  expect(scripts).toEqual([expect.stringContaining('data-leave')]);
  expect(scripts.join().length).toBeLessThanOrEqual(700);
});

test('every page of the site leaves by the same script, so that one hash in each policy covers it', () => {
  const leaving = globSync('dist/**/*.html').map(
    (file) => readFileSync(file, 'utf8').match(/<script>(\(function wayOut[\s\S]*?)<\/script>/)?.[1],
  );
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

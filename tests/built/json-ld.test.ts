import { globSync, readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, test } from 'vitest';
import { type Locale, localeOf } from '#i18n/locale.ts';
import { longDay } from '#i18n/long-day.ts';
import { addresses } from '#i18n/paths.ts';
import { type Block, faultsOf, type Node } from './data-block.ts';
import { guideFiles } from './guide-files.ts';

type Parsed = DefaultTreeAdapterMap['node'];

const origin: string = JSON.parse(readFileSync('dist/endpoint.json', 'utf8')).origin;
const pathOf = (file: string) => file.replace(/^dist|index\.html$/g, '');

/** Every text of a page that people meet: its words, its title and its description. */
function textOf(node: Parsed): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && ['script', 'style'].includes(node.tagName)) return '';
  const description =
    'attrs' in node && node.attrs.some(({ value }) => value === 'description')
      ? (node.attrs.find(({ name }) => name === 'content')?.value ?? '')
      : '';
  return description + ('childNodes' in node ? node.childNodes.map(textOf).join('') : '');
}

function read(file: string) {
  const html = readFileSync(file, 'utf8');
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, text = '']): Block => JSON.parse(text),
  );
  return { html, blocks, text: textOf(parse(html)).replace(/\s+/g, ' ') };
}

const pages = globSync('dist/**/*.html').sort();
const guides = guideFiles();
const homes = Object.values(addresses.home).map((path) => `dist${path}index.html`);
const [guide = ''] = guides;

test('guides and home pages have one data block, no page has more', () => {
  for (const file of pages) expect(read(file).blocks.length, file).toBeLessThanOrEqual(1);
  expect(guides.length).toBeGreaterThan(2);
  for (const file of [...guides, ...homes]) expect(read(file).blocks, file).toHaveLength(1);
});

test('every data block is right by the vocabulary and by what its page shows', async () => {
  for (const file of pages) {
    const { blocks, text } = read(file);
    for (const block of blocks) expect(await faultsOf(block, text), file).toEqual([]);
  }
});

test.each(guides)('%s says of itself what it shows', (file) => {
  const { html, blocks, text } = read(file);
  const locale: Locale = localeOf(pathOf(file));
  const [page] = blocks[0]?.['@graph'] ?? [];
  const article = page?.['mainEntity'] as Node;
  const trail = page?.['breadcrumb'] as Node;
  expect(page).toMatchObject({
    '@type': 'MedicalWebPage',
    '@id': origin + pathOf(file),
    inLanguage: locale,
    medicalAudience: { '@type': 'Patient' },
  });
  const heading = /<h1[^>]*>([^<]+)<\/h1>/.exec(html)?.[1];
  expect(article['headline']).toBe(heading);
  for (const day of [article['datePublished'], article['dateModified'], page?.['lastReviewed'] ?? []].flat()) {
    expect(text).toContain(longDay(day as string, locale));
  }
  const cited = (article['citation'] as Node[]).map((source) => source['@id']);
  const listed = [...html.matchAll(/<li id="source-\d+"[^>]*><a href="([^"]+)"/g)].map(([, url]) =>
    url?.replaceAll('&amp;', '&'),
  );
  expect(cited.length).toBeGreaterThan(2);
  expect(cited).toEqual(listed);
  const steps = trail['itemListElement'] as Node[];
  const trailShown = /<ol class="plain-list"[^>]*>([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? '';
  expect(steps.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(steps.slice(0, 2).map(({ name, item }) => [name, item])).toEqual(
    [...trailShown.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)</g)].map(([, path, name]) => [name, origin + path]),
  );
  expect(steps[2]).toMatchObject({ name: heading, item: origin + pathOf(file) });
});

test.each(guides)('%s names a reviewer to programs only where it names one to readers', (file) => {
  const { html, blocks } = read(file);
  const [page] = blocks[0]?.['@graph'] ?? [];
  const notReviewed = /Not yet reviewed by a clinician|Ningún profesional clínico lo ha revisado/.test(html);
  expect('reviewedBy' in (page ?? {})).toBe(!notReviewed);
});

/** A guide's block with one thing changed. */
const planted = (change: (page: Node, article: Node, trail: Node) => void): Block => {
  const block = structuredClone(read(guide).blocks[0] as Block);
  const page = block['@graph'][0] as Node;
  change(page, page['mainEntity'] as Node, page['breadcrumb'] as Node);
  return block;
};

test.each<[string, string, (page: Node, article: Node, trail: Node) => void]>([
  ['a type that does not exist', 'Type "GuidePage" is not a valid', (_, article) => (article['@type'] = 'GuidePage')],
  ['a property of another type', '"cookTime" for type "Article" is not', (_, a) => (a['cookTime'] = 'PT1H')],
  ['a misspelt property', '"dateModifed" for type', (_, article) => (article['dateModifed'] = '2026-11-23')],
  [
    'a trail of one step',
    'At least two ListItems',
    (_, __, trail) => ((trail['itemListElement'] as Node[]).length = 1),
  ],
  ['an author without a name', 'Required attribute "name" is missing', (_, a) => (a['author'] = { '@type': 'Person' })],
  ['a day as people write it', 'is no ISO day', (_, article) => (article['dateModified'] = 'November 23, 2026')],
  ['a day that does not exist', 'is no ISO day', (page) => (page['lastReviewed'] = '2026-02-30')],
  ['a relative address', 'is no whole address', (page) => (page['@id'] = '/guides/what-is-iop/')],
  ['a citation without an address', 'leads nowhere', (_, article) => (article['citation'] = [{ '@id': 'source-1' }])],
  ['a headline nobody sees', 'does not stand on the page', (_, article) => (article['headline'] = 'The best clinic')],
  ['a value of the wrong kind', 'Article is no', (page) => (page['medicalAudience'] = { '@type': 'Article' })],
  ['questions and answers', 'FAQPage may not', (page) => (page['mainEntity'] = { '@type': 'FAQPage' })],
  ['a quiz', 'Quiz may not', (page) => (page['mainEntity'] = { '@type': 'Quiz' })],
  ['a rating', 'AggregateRating may not', (_, a) => (a['aggregateRating'] = { '@type': 'AggregateRating' })],
  ['an aspect', 'aspect may not', (page) => (page['aspect'] = 'treatment')],
])('%s in a data block is found', async (_fault, message, change) => {
  expect((await faultsOf(planted(change), read(guide).text)).join('\n')).toContain(message);
});

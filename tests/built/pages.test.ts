import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { localeOf, locales } from '#i18n/locale.ts';
import { pathTo } from '#i18n/paths.ts';
import { footerPages } from '#site/nav.ts';
import { attribute, elementsOf, linksIn, textOf, within } from './elements.ts';

const fileAt = (path: string) => `dist${path}index.html`;
const pathOf = (file: string) => file.replace(/^dist/, '').replace(/index\.html$/, '');
const pages = globSync('dist/**/index.html').sort();
const guides = globSync('dist/{guides,es/guias}/*/index.html').sort();
const byTag = (file: string, tag: string) => elementsOf(file).filter(({ tagName }) => tagName === tag);

test.each(locales)('every page in "%s" has the same links at its top and at its foot, in the same order', (locale) => {
  const own = pages.filter((file) => localeOf(pathOf(file)) === locale);
  expect(own.length).toBeGreaterThan(15);
  const orders = own.map((file) => {
    const [top] = byTag(file, 'header');
    const [foot] = byTag(file, 'footer').slice(-1);
    // The link to the other language differs from page to page, as it has to.
    const pairs = top && within(top).filter((element) => attribute(element, 'hreflang') === undefined);
    const inTop = pairs?.flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? []) : []));
    return JSON.stringify([inTop, linksIn(foot)]);
  });
  expect([...new Set(orders)]).toHaveLength(1);
});

test.each(footerPages)('the page "%s" exists in both languages and is named at the foot of every page', (page) => {
  for (const locale of locales) {
    const path = pathTo(page, locale);
    expect(existsSync(fileAt(path)), path).toBe(true);
    const [foot] = byTag(fileAt(pathTo('helpNow', locale)), 'footer').slice(-1);
    expect(linksIn(foot)).toContain(path);
  }
});

test.each(guides)('%s explains each marked word once, and opens each explanation', (file) => {
  const elements = elementsOf(file);
  const popovers = elements.flatMap((element) =>
    attribute(element, 'popover') === undefined ? [] : attribute(element, 'id'),
  );
  const opened = elements.flatMap((element) =>
    attribute(element, 'popovertargetaction') === undefined ? (attribute(element, 'popovertarget') ?? []) : [],
  );
  expect(opened.toSorted()).toEqual(popovers.toSorted());
});

test('some guide in each language explains words, before its sources', () => {
  for (const locale of locales) {
    const explaining = guides.filter(
      (file) => localeOf(pathOf(file)) === locale && readFileSync(file, 'utf8').includes(' popover '),
    );
    expect(explaining.length).toBeGreaterThan(0);
    for (const file of explaining) {
      const html = readFileSync(file, 'utf8');
      expect(html.lastIndexOf(' popover '), file).toBeLessThan(html.indexOf('id="sources"'));
    }
  }
});

test.each(locales)('the glossary in "%s" has an anchor for every word, and links back to the facts', (locale) => {
  const elements = elementsOf(fileAt(pathTo('glossary', locale)));
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  const words = globSync('content/glossary/*.yaml').map((file) => file.replace(/^.*\/|\.yaml$/g, ''));
  expect(words.length).toBeGreaterThan(40);
  expect(words.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

test.each(locales)('the list of guides in "%s" names every guide by subject and by reader', (locale) => {
  const [list] = byTag(fileAt(pathTo('guides', locale)), 'main');
  const links = linksIn(list);
  for (const file of guides.filter((candidate) => localeOf(pathOf(candidate)) === locale)) {
    const { audience }: { audience: string[] } = parse(
      globSync(`content/guides/${locale}/*.mdx`)
        .map((source) => /^---\n([\s\S]*?)\n---/.exec(readFileSync(source, 'utf8'))?.[1] ?? '')
        .find((matter) => matter.includes(`slug: ${pathOf(file).split('/').at(-2)}\n`)) ?? '',
    );
    expect(
      links.filter((link) => link === pathOf(file)),
      file,
    ).toHaveLength(1 + audience.length);
  }
});

test.each(locales)('every way on from the home page in "%s" leads somewhere', (locale) => {
  const elements = elementsOf(fileAt(pathTo('home', locale)));
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  const links = linksIn(elements.find(({ tagName }) => tagName === 'main')).map((link) =>
    link.replace(/(?<=.)#.*$/, ''),
  );
  expect(links.slice(0, 1)).toEqual([pathTo('check', locale)]);
  expect(links).toContain(pathTo('helpNow', locale));
  expect(
    links.filter((link) => (link.startsWith('#') ? !ids.includes(link.slice(1)) : !existsSync(fileAt(link)))),
  ).toEqual([]);
});

test.each(locales)('the table of levels in "%s" says of each cell which row and column it belongs to', (locale) => {
  const [table] = byTag(fileAt(pathTo('home', locale)), 'table');
  const cells = table ? within(table) : [];
  const heads = cells.filter((cell) => attribute(cell, 'scope') === 'col').map(textOf);
  expect(cells.some(({ tagName }) => tagName === 'caption')).toBe(true);
  expect(heads).toHaveLength(6);
  expect(cells.filter((cell) => attribute(cell, 'scope') === 'row')).toHaveLength(5);
  const labels = cells.filter(({ tagName }) => tagName === 'td').map((cell) => attribute(cell, 'data-head'));
  expect(labels).toEqual(Array.from({ length: 5 }, () => heads.slice(1)).flat());
});

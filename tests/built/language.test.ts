import { globSync, readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { printed } from '#facts/finding.ts';
import { checkLanguage } from '#guides/language.ts';
import { localeOf } from '#i18n/locale.ts';

type Node = DefaultTreeAdapterMap['node'];

const sources: { title: string; publisher: string }[] = Object.values(
  parseYaml(readFileSync('content/sources.yaml', 'utf8')),
);
/** Titles and publishers of sources are their own words. */
const theirNames = sources.flatMap(({ title, publisher }) => [title, publisher]).sort((a, b) => b.length - a.length);
const withoutTheirNames = (words: string) => theirNames.reduce((left, name) => left.replaceAll(name, ' '), words);

/** Code is no text; a `cite` names a source. */
const isLeftOut = (node: Node): boolean => 'tagName' in node && /^(script|style|cite)$/.test(node.tagName);

/** All words of a page, title and description included. */
function wordsOf(node: Node): string {
  if (isLeftOut(node)) return ' ';
  if ('value' in node) return node.value;
  const content = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'content')?.value ?? '') : '';
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  return `${content} ${children.map(wordsOf).join('')}`;
}

const found = (file: string, html: string) =>
  checkLanguage([
    {
      file,
      locale: localeOf(file.replace(/^dist/, '')),
      isPage: false,
      words: [{ words: withoutTheirNames(wordsOf(parse(html))), line: 1 }],
    },
  ]).failures.map(printed);

test('a promise that nothing proves is found on a built page', () => {
  expect(found('dist/x.html', '<p>Your call is <b>completely</b> confidential.</p>')).toHaveLength(1);
  expect(found('dist/es/x.html', '<meta name="description" content="Un cuestionario anónimo.">')).toHaveLength(1);
  expect(found('dist/x.html', `<p>${sources.map(({ title }) => title).join('. ')}</p>`)).toEqual([]);
});

test.each(globSync('dist/**/*.html').sort())('%s says nothing that our writing rules avoid', (file) => {
  expect(found(file, readFileSync(file, 'utf8'))).toEqual([]);
});

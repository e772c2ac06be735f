import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Measured, readingOfGuide, readingOfManuscript, readingOfPage } from '#guides/build/reading.ts';
import { median, targets, tooHard } from '#guides/reading-gates.ts';
import type { Locale } from '#i18n/locale.ts';

const measured = (pattern: string, locale: Locale): Measured[] =>
  globSync(pattern)
    .sort()
    .map((file) => readingOfGuide(file, locale));
const english = measured('dist/guides/*/index.html', 'en');
const spanish = measured('dist/es/guias/*/index.html', 'es');
const guides = [...english, ...spanish];
const scores = (all: readonly Measured[]) => all.map(({ reading }) => reading.score);

test('there is running text in every guide', () => {
  expect(guides.length).toBeGreaterThan(2);
  for (const { name, reading } of guides) expect(reading.words, name).toBeGreaterThan(200);
});

test.each(guides)('$name is easy enough to read', ({ reading, limits }) =>
  expect(tooHard(reading, limits)).toEqual([]),
);

test('half of the guides reach what writers aim at', () => {
  expect(median(scores(english))).toBeLessThanOrEqual(targets.en);
  expect(median(scores(spanish))).toBeGreaterThanOrEqual(targets.es);
});

test.each<[file: string, locale: Locale]>([
  ['dist/get-help-now/index.html', 'en'],
  ['dist/es/ayuda-ahora/index.html', 'es'],
  ['dist/contact/call-back/index.html', 'en'],
  ['dist/es/contacto/llamada/index.html', 'es'],
  ['dist/contact/text/index.html', 'en'],
  ['dist/es/contacto/mensaje/index.html', 'es'],
  ['dist/contact/meeting/index.html', 'en'],
  ['dist/es/contacto/reunion/index.html', 'es'],
  ['dist/contact/short-call/index.html', 'en'],
  ['dist/es/contacto/llamada-corta/index.html', 'es'],
])('%s is easy to read as a whole page', (file, locale) => {
  const { reading, limits } = readingOfPage(file, locale);
  expect(reading.words).toBeGreaterThan(100);
  expect(tooHard(reading, limits)).toEqual([]);
});

test.each(globSync('content/guides/*/*.mdx'))('%s measures the same before and after the build', (file) => {
  const [, locale = ''] = /guides\/(\w+)\//.exec(file) ?? [];
  const { slug } = parse(readFileSync(file, 'utf8').split('\n---\n')[0] ?? '') as { slug: string };
  const before = readingOfManuscript('.', file);
  const built = guides.find(({ name, reading }) => name.includes(`/${slug}/`) && reading.locale === locale);
  expect(built?.reading, basename(file)).toEqual(before.reading);
});

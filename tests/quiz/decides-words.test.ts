import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import type { DecidesTexts } from '#quiz/decides-texts.ts';
import { decidesWordsOf } from './decides-words.ts';

/** `claims.may.0` → its text. */
function flatten(node: unknown, path = ''): [string, string][] {
  if (typeof node !== 'object' || node === null) return [[path, String(node)]];
  return Object.entries(node).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}
const words = { en: flatten(decidesWordsOf('en')), es: flatten(decidesWordsOf('es')) };
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages of the page have the same entries and placeholders', () => {
  const shape = (of: typeof words.en) => of.map(([name, text]) => [name, placeholders(text)]);
  expect(shape(words.es)).toEqual(shape(words.en));
});

test.each(locales)('clauses go into lists: no comma or full stop stands in one (%s)', (locale) => {
  const { clauses }: DecidesTexts = decidesWordsOf(locale);
  for (const [name, text] of flatten(clauses)) expect(text, name).not.toMatch(/[,.;]/);
});

test.each(locales)('the description of the page is as long as a search result shows (%s)', (locale) => {
  const { description } = decidesWordsOf(locale);
  expect(description.length).toBeGreaterThanOrEqual(70);
  expect(description.length).toBeLessThanOrEqual(155);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fill, placeholdersOf } from '#i18n/fill.ts';
import { nearest } from '#i18n/nearest.ts';

type Words = { [key: string]: Words | string };
const read = (locale: string) => parse(readFileSync(`content/ui/${locale}.yaml`, 'utf8')) as Words;

/** `site.links.home` → its text, lists by index. */
const flatten = (words: Words, path = ''): Map<string, string> =>
  new Map(
    Object.entries(words).flatMap(([key, value]) => {
      const name = path ? `${path}.${key}` : key;
      return typeof value === 'object' ? [...flatten(value, name)] : [[name, String(value)] as const];
    }),
  );

test('both languages have the same words with the same placeholders', () => {
  const [en, es] = [flatten(read('en')), flatten(read('es'))];
  expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
  for (const [name, text] of en)
    expect(placeholdersOf(es.get(name) ?? '').sort(), name).toEqual(placeholdersOf(text).sort());
});

test('values go into their places, and a missing one stays visible', () => {
  expect(fill('Question {number} of {total}', { number: 3 })).toBe('Question 3 of {total}');
});

test('the nearest name is offered, and nothing where nothing is near', () => {
  expect(nearest('iop-hours', ['iop-hours-adult', 'craft-3x', 'php-hours'])).toBe('php-hours');
  expect(nearest('completely different', ['a', 'b'])).toBeUndefined();
});

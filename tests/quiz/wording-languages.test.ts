import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Locale, locales } from '#i18n/locale.ts';
import { say } from '#quiz/say.ts';
import { wordingSchema } from '#quiz/wording.ts';

const read = (locale: Locale) => parse(readFileSync(`content/quiz/${locale}.yaml`, 'utf8'));

/** `questions.home.ask.loved` → its text, lists by place. An empty list is an entry of its own. */
function flatten(node: unknown, path = ''): Map<string, string> {
  const inner = Object.entries(Object(node));
  if (typeof node !== 'object' || inner.length === 0) return new Map([[path, String(node)]]);
  return new Map(inner.flatMap(([key, value]) => [...flatten(value, path ? `${path}.${key}` : key)]));
}

const english = flatten(read('en'));
const spanish = flatten(read('es'));
const isFacts = (name: string) => /(^|\.)facts(\.\d+)?$/.test(name);
const spanishTexts = [...spanish].filter(([name]) => !isFacts(name));

test('both languages have the same entries, options and voices in the same order', () => {
  expect([...spanish.keys()]).toEqual([...english.keys()]);
});

test('both languages have the same placeholders and figures in the same texts', () => {
  const placeholders = (text = '') => (text.match(/\{[^{}]*\}/g) ?? []).sort();
  for (const [name, text] of english) expect(placeholders(spanish.get(name)), name).toEqual(placeholders(text));
});

test('both languages rest on the same facts', () => {
  const factsOf = (words: Map<string, string>) => [...words].filter(([name]) => isFacts(name));
  expect(factsOf(english).length).toBeGreaterThan(100);
  expect(factsOf(spanish)).toEqual(factsOf(english));
});

test.each(locales)('no two options of a question read the same (%s)', (locale) => {
  for (const [id, { options }] of Object.entries(wordingSchema.parse(read(locale)).questions)) {
    const labels = Object.values(options).map((label) => say(label, 'self'));
    expect(new Set(labels).size, id).toBe(labels.length);
  }
});

test('an option draws its line at the same numbers in both languages', () => {
  const numbers = (text = '') => text.match(/\d+/g) ?? [];
  for (const [name, text] of english)
    if (/^questions\.\w+\.(options|said)\.|\.points\.\d+$/.test(name))
      expect(numbers(spanish.get(name)), name).toEqual(numbers(text));
});

test('in Spanish every mention of texting 988 says how to get Spanish', () => {
  const mentions = spanishTexts.filter(([name, text]) => /mensaje al 988/.test(text) && !name.endsWith('.heading'));
  expect(mentions.length).toBeGreaterThan(3);
  for (const [name, text] of mentions) expect(text, name).toContain('En español, oprima 2');
});

test('in Spanish no figure is typed but those of answers, numbers to call and 24-hour care', () => {
  const allowed = /\{[^}]*\}|\b(911|988)\b|oprima 2\b|\b24 horas\b|\bmenores de 18\b/g;
  const typed = spanishTexts.filter(
    ([name, text]) => !/^questions\.|\.points\.\d+$|\.first$/.test(name) && /\d/.test(text.replace(allowed, '')),
  );
  expect(typed).toEqual([]);
});

test('in Spanish nobody is named by an illness, blamed or spoken to as "tú"', () => {
  const unwanted =
    /\badict[oa]|alcohólic|drogadic|\babus|\blimpi[oa]|internad|\bsufr|desintoxicación(?! supervisada)|\b(tú|tus?|te|ti|tienes|puedes|eres)\b/i;
  for (const [name, text] of spanishTexts) expect(text, name).not.toMatch(unwanted);
});

import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import { voices } from '#quiz/questions.ts';
import { say } from '#quiz/say.ts';
import { wordingSchema } from '#quiz/wording.ts';
import { flatten, isFacts, wordsFile } from './words.ts';

const spanish = flatten(wordsFile('es'));
const spanishTexts = [...spanish].filter(([place]) => !isFacts(place));
const both = voices.map((voice) => ({
  voice,
  english: flatten(wordsFile('en'), voice),
  spanish: flatten(wordsFile('es'), voice),
}));

test.each(both)('in the voice "$voice" both languages have the same entries and options in the same order', (words) => {
  expect([...words.spanish.keys()]).toEqual([...words.english.keys()]);
});

test.each(both)('in the voice "$voice" both languages have the same placeholders and figures', (words) => {
  const placeholders = (text = '') => (text.match(/\{[^{}]*\}/g) ?? []).sort();
  for (const [place, text] of words.english)
    expect(placeholders(words.spanish.get(place)), place).toEqual(placeholders(text));
});

test.each(both)('in the voice "$voice" an option draws its line at the same numbers in both languages', (words) => {
  const numbers = (text = '') => text.match(/\d+/g) ?? [];
  for (const [place, text] of words.english)
    if (/^questions\.\w+\.(options|said)\.|\.points\.\d+$/.test(place))
      expect(numbers(words.spanish.get(place)), place).toEqual(numbers(text));
});

test('both languages rest on the same facts', () => {
  const factsOf = (words: Map<string, string>) => [...words].filter(([place]) => isFacts(place));
  const english = factsOf(flatten(wordsFile('en')));
  expect(english.length).toBeGreaterThan(100);
  expect(factsOf(spanish)).toEqual(english);
});

test.each(locales)('no two options of a question read the same in any voice (%s)', (locale) => {
  for (const [id, { options }] of Object.entries(wordingSchema.parse(wordsFile(locale)).questions))
    for (const voice of voices) {
      const labels = Object.values(options).map((label) => say(label, voice));
      expect(new Set(labels).size, `${id} ${voice}`).toBe(labels.length);
    }
});

test('in Spanish every mention of texting 988 says what to press and what to text for Spanish', () => {
  const mentions = spanishTexts.filter(([place, text]) => /mensaje al 988/.test(text) && !place.endsWith('.heading'));
  expect(mentions.length).toBeGreaterThan(3);
  for (const [place, text] of mentions) expect(text, place).toContain('En español, oprima 2 o envíe la palabra AYUDA.');
});

test('in Spanish no figure is typed but those of answers, numbers to call and 24-hour care', () => {
  const allowed = /\{[^}]*\}|\b(911|988)\b|oprima 2\b|\b24 horas\b|\bmenores de 18\b/g;
  const typed = spanishTexts.filter(
    ([place, text]) => !/^questions\.|\.points\.\d+$|\.first$/.test(place) && /\d/.test(text.replace(allowed, '')),
  );
  expect(typed).toEqual([]);
});

test('in Spanish nobody is named by an illness, blamed or spoken to as "tú"', () => {
  const unwanted =
    /\badict[oa]|alcohólic|drogadic|\babus|\blimpi[oa]|internad|\bsufr|desintoxicación(?! supervisada)|\b(tú|tus?|te|ti|tienes|puedes|eres)\b/i;
  for (const [place, text] of spanishTexts) expect(text, place).not.toMatch(unwanted);
});

import { expect, test } from 'vitest';
import { blocksOfPage } from '#guides/build/article.ts';
import { blocksOfManuscript } from '#guides/build/manuscript-blocks.ts';
import { type Block, measure } from '#guides/readability.ts';
import { limitsOfGuide, median, tooHard } from '#guides/reading-gates.ts';
import { sectionsOf } from '#guides/sections.ts';
import { sentencesOf } from '#guides/sentences.ts';
import { spanishSyllables } from '#guides/spanish-syllables.ts';
import type { Locale } from '#i18n/locale.ts';
import { library } from '../facts/library.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const read = (text: string, locale: Locale = 'en', names: string[] = []) => measure([paragraph(text)], locale, names);

test.each([
  ['sol', 1],
  ['casa', 2],
  ['día', 2],
  ['tío', 2],
  ['ciudad', 2],
  ['huevo', 2],
  ['leer', 2],
  ['caos', 2],
  ['país', 2],
  ['baúl', 2],
  ['cuidado', 3],
  ['viuda', 2],
  ['queso', 2],
  ['guitarra', 3],
  ['pingüino', 3],
  ['agua', 2],
  ['guardia', 2],
  ['buey', 1],
  ['muy', 1],
  ['hoy', 1],
  ['y', 1],
  ['yo', 1],
  ['ayuda', 3],
  ['prohibir', 2],
  ['ahora', 3],
  ['búho', 2],
  ['tratamiento', 4],
  ['desintoxicación', 6],
  ['hospitalización', 6],
  ['recuperación', 5],
  ['abstinencia', 4],
  ['aéreo', 4],
  ['9', 1],
])('"%s" has %i syllables', (word, syllables) => expect(spanishSyllables(word)).toBe(syllables));

test('the English grade is Flesch-Kincaid', () => {
  // 6 words, 6 syllables, 1 sentence: 0.39 * 6 + 11.8 - 15.59
  expect(read('The cat sat on the mat.').score).toBeCloseTo(-1.45);
  // 8 words, 11 syllables, 2 sentences
  expect(read('You sleep at home. Ask about evening hours.').score).toBeCloseTo(0.39 * 4 + (11.8 * 11) / 8 - 15.59);
});

test('the Spanish score is that of Szigriszt-Pazos', () => {
  // 4 words, 6 syllables, 1 sentence
  expect(read('El perro come pan.', 'es').score).toBeCloseTo(206.835 - (62.3 * 6) / 4 - 4);
});

test('the end of a list item ends a sentence, full stop or not', () => {
  const items: Block[] = [
    { kind: 'item', text: 'Days and hours' },
    { kind: 'item', text: 'What it costs. Who pays' },
  ];
  expect(measure(items, 'en', [])).toMatchObject({ sentences: 3, words: 8 });
});

test('an abbreviation ends no sentence', () => {
  const text = 'The U.S. Department of Labor helps. Ask Dr. Rivera at 9 a.m. on Monday.';
  expect(sentencesOf(text, 'en', [])).toHaveLength(2);
  expect(sentencesOf('Pregunte en EE. UU. y luego espere. Bien.', 'es', [])).toHaveLength(2);
});

test('typographic quotes measure like the plain ones that writers type', () => {
  const typed = 'You can say: "I need a day. Can I go?" Then wait for HR\'s answer. "Yes" is fine...';
  const printed = 'You can say: “I need a day. Can I go?” Then wait for HR’s answer. “Yes” is fine…';
  expect(sentencesOf(printed, 'en', [])).toEqual(sentencesOf(typed, 'en', []));
});

test('names, addresses of the web and the digits of a phone line are not held against a writer', () => {
  const names = ['Substance Abuse and Mental Health Services Administration', 'Mental Health'];
  const text =
    'Call the Substance Abuse and Mental Health Services Administration at 1-800-662-4357 or see findtreatment.gov.';
  expect(read(text, 'en', names)).toMatchObject({ words: 6 });
  expect(read('Medicaid.', 'en', ['Medicaid'])).toMatchObject({ words: 0, sentences: 0, score: 0 });
});

test('the report names the longest sentences and the hardest words, ten at most', () => {
  const report = read(`${'Go on. '.repeat(12)}Benzodiazepines are medicines, and opioids are medicines as well.`);
  expect(report.longestSentences).toHaveLength(10);
  expect(report.longestSentences[0]).toMatchObject({ words: 9 });
  expect(report.hardestWords[0]).toEqual({ word: 'benzodiazepines', syllables: 6, times: 1 });
  expect(report.hardestWords.find(({ word }) => word === 'medicines')).toMatchObject({ times: 2 });
});

const limits = limitsOfGuide(undefined);
const faults = (text: string, locale?: Locale) => tooHard(read(text, locale), limits);

test('a text that is too hard says where', () => {
  expect(faults('You sleep at home.')).toEqual([]);
  expect(faults('Institutional accreditation organizations evaluate facilities.')[0]).toMatch(
    /^Grade \d\d\.\d, the limit is 8\.$/,
  );
  expect(faults('Organizaciones internacionales de acreditación institucional.', 'es')[0]).toMatch(
    /^INFLESZ .*, the limit is 55\.$/,
  );
  expect(faults(`${'so it is with us '.repeat(4)}.`)).toEqual(['Sentences of 20.0 words on average, the limit is 18.']);
  expect(faults(`${'Go on. '.repeat(4)}${'We go on '.repeat(10)}now.`)).toEqual([
    expect.stringMatching(/^A sentence of 31 words, the limit is 30: We go on/),
  ]);
  expect(faults('Go on. '.repeat(6))).toEqual([
    expect.stringMatching(/^A paragraph of 6 sentences, the limit is 5: Go on\./),
  ]);
});

test('a written reason lets an English page be half a grade harder, and no more', () => {
  const at = (score: number) => ({ ...read('You sleep at home.'), score });
  const reason = 'The names of the law are long.';
  expect(tooHard(at(8.4), limitsOfGuide(reason))).toEqual([]);
  expect(tooHard(at(8.4), limits)).toEqual(['Grade 8.4, the limit is 8.']);
  expect(tooHard(at(8.6), limitsOfGuide(reason))).toEqual(['Grade 8.6, the limit is 8.5.']);
});

test('the middle of several scores', () => {
  expect(median([7, 1, 5])).toBe(5);
  expect(median([7, 1, 5, 4])).toBe(4.5);
});

test('words of the interface are measured by section, where a section holds enough of them', () => {
  const word = (field: string, words: string) => ({ field, words, line: 1 });
  const words = [word('a.b.c', 'Ask {name} about {fact:hours}. '.repeat(6)), word('a.d', 'Go'), word('e.f', 'Go')];
  const sections = sectionsOf(words, 'en', library.facts);
  expect(sections.map(({ name }) => name)).toEqual(['a', 'a.b']);
  expect(sections[1]?.blocks[0]?.text).toContain('Ask 0 about at least 9 hours a week.');
});

test('tables, drawings, notes, headings and code of a built page are no sentences; nested items are', () => {
  const html = `<main><p>Frame.</p><div data-article-body><h2>Heading</h2><p>It takes <a href="/x/">9 hours</a><sup><a>1</a></sup>.</p>
    <table><tr><td>Cell</td></tr></table><figure><p>Drawn</p></figure><nav><p>Way</p></nav><p><a class="button" href="/">Go</a></p>
    <ul><li>One<ul><li><p>Two</p></li></ul></li></ul><pre>code</pre></div></main>`;
  expect(blocksOfPage(html).filter(({ text }) => text.trim())).toEqual([
    { kind: 'paragraph', text: 'It takes 9 hours.' },
    { kind: 'item', text: 'One' },
    { kind: 'item', text: 'Two' },
  ]);
});

test('a manuscript is measured with its figures in place', () => {
  const mdx = `---
title: X
---

## Heading

It takes <Fact id="hours" />.

<Fact id="hours" whole />

<AskProgram>

- **When?** One \`code\`
  - Two

</AskProgram>

<Table caption="A table">

| a |
| --- |
| b |

</Table>
`;
  expect(blocksOfManuscript(mdx, 'en', library.facts)).toEqual([
    { kind: 'paragraph', text: 'It takes at least 9 hours a week.' },
    { kind: 'paragraph', text: 'It takes at least 9 hours a week.' },
    { kind: 'item', text: 'When? One ' },
    { kind: 'item', text: 'Two' },
  ]);
});

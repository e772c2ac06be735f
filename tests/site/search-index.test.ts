import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultsOf, keyOf, type PageWords, searchIndex } from '#site/search-index.ts';
import { searchWords } from '#site/search-words.ts';

const page = (path: string, englishPath: string, headings: string[] = []): PageWords => ({
  path,
  englishPath,
  title: path,
  description: path,
  headings,
});
const pages = [
  page('/es/guias/que-es/', '/guides/what-is-iop/', ['¿Qué es?', 'Preguntas']),
  page('/es/ayuda-ahora/', '/get-help-now/', ['Preguntas']),
  page('/es/', '/', ['Preguntas']),
];
const words = searchWords.parse({
  topPages: ['what-is-iop', 'helpNow', 'home'],
  passedOver: ['de'],
  synonyms: [
    { words: ['rehab'], leadsTo: ['helpNow', 'what-is-iop'] },
    { words: ['glosario'], leadsTo: ['glossary'] },
  ],
});

test('a guide has one key in all languages, a fixed page its name', () => {
  expect(pages.map(keyOf)).toEqual(['what-is-iop', 'helpNow', 'home']);
});

test('synonyms lead to places in the list of pages; those of a page that is not built lead nowhere', () => {
  expect(searchIndex(pages, words).synonyms).toEqual([{ words: ['rehab'], leadsTo: [1, 0] }]);
});

test('a heading that many pages share is left out, as are those of a page that is one long list', () => {
  expect(searchIndex(pages, words).pages.map(({ headings }) => headings)).toEqual([['¿Qué es?'], [], []]);
  const claims = Array.from({ length: 21 }, (_, number) => `Claim ${number}`);
  expect(searchIndex([page('/facts/', '/facts/', claims)], words).pages[0]?.headings).toEqual([]);
});

test('the index tells nothing of a page that a search does not need', () => {
  expect(Object.keys(searchIndex(pages, words).pages[0] ?? {})).toEqual(['path', 'title', 'description', 'headings']);
});

test('a word that leads to no guide and no page is a fault, with the nearest that is right', () => {
  const wrong = { ...words, topPages: ['levels'], synonyms: [{ words: ['php'], leadsTo: ['what-is-ipo'] }] };
  expect(faultsOf(words, ['what-is-iop'])).toEqual([]);
  expect(faultsOf(wrong, ['what-is-iop'])).toEqual([
    'topPages leads to "levels", which is no page and no guide of this language. Write the translationKey of a guide or the name of a page.',
    '"php" leads to "what-is-ipo", which is no page and no guide of this language. Did you mean "what-is-iop"?',
  ]);
});

test.each([
  ['a field that nobody reads', { ...words, synonym: [] }, 'synonym'],
  ['a word without a letter', { ...words, synonyms: [{ words: ['?!'], leadsTo: ['home'] }] }, 'as readers type them'],
  ['an entry that leads nowhere', { ...words, synonyms: [{ words: ['rehab'], leadsTo: [] }] }, 'leadsTo'],
  [
    'the same word in two entries',
    {
      ...words,
      synonyms: [
        { words: ['Rehab'], leadsTo: ['home'] },
        { words: ['rehab'], leadsTo: ['helpNow'] },
      ],
    },
    '"rehab" stands twice',
  ],
])('%s is refused', (_what, planted, said) => {
  const { error } = searchWords.safeParse(planted);
  expect(error && z.prettifyError(error)).toContain(said);
});

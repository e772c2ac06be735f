import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CallSheet, callSheetSchema } from '#guides/call-sheet.ts';
import { locales } from '#i18n/locale.ts';
import { addresses } from '#i18n/paths.ts';

const sheets = locales.map((locale) =>
  callSheetSchema.parse(parse(readFileSync(`content/call-sheet/${locale}.yaml`, 'utf8'))),
);
const shape = ({ groups, flags, basis, next }: CallSheet) => [
  groups.map(({ id, questions }) => [id, questions.length]),
  [flags, basis, next].map(({ items }) => items.length),
];

test('the call sheet asks the same in both languages', () => {
  const [english, spanish] = sheets.map(shape);
  expect(spanish).toEqual(english);
});

test.each([
  ['people', /licens|licencia/i],
  ['care', /hours|horas/],
  ['medicine', /medicine|medicinas/],
  ['mind', /depression|depresión/],
  ['money', /pay|pagar/],
  ['privacy', /find out|enterarse/],
  ['family', /family|familia/],
  ['return', /drink or use|bebo o consumo/],
  ['work', /employer|empleador/],
  ['complaints', /complaint|queja/],
])('the call sheet asks about %s', (id, words) => {
  for (const { groups } of sheets) {
    const questions = groups.find((group) => group.id === id)?.questions ?? [];
    expect(questions.map(({ ask }) => ask).join(' ')).toMatch(words);
  }
});

test('a plain page exists in both languages, at an address that exists', () => {
  const pagesIn = (locale: string) =>
    globSync(`content/pages/${locale}/*.mdx`)
      .map(
        (file) => (parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(file, 'utf8'))?.[1] ?? '') as { page: string }).page,
      )
      .sort();
  const [english, spanish] = locales.map(pagesIn);
  expect(spanish).toEqual(english);
  expect(english?.filter((page) => !(page in addresses))).toEqual([]);
});

test.each([
  [
    'en/privacy',
    /Your name, number, address and choices are locked/,
    /without the key.*kind of request.*language.*time zone.*when to call/,
  ],
  [
    'es/privacidad',
    /Su nombre, su número, su correo y lo que eligió quedan/,
    /sin la llave.*tipo de.*idioma.*zona horaria.*llamarle/,
  ],
])('%s says what is locked, and what the list keeps in the clear', (page, locked, clear) => {
  const text = readFileSync(`content/pages/${page}.mdx`, 'utf8');
  expect(text).toMatch(locked);
  expect(text).toMatch(clear);
});

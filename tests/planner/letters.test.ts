import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { figuresTypedInto } from '#guides/figures.ts';
import { type Locale, locales } from '#i18n/locale.ts';
import { fieldNames, fieldsIn, type LetterId, letterIds, lettersSchema, piecesOf } from '#planner/letters.ts';

const read = (locale: Locale) => parse(readFileSync(`content/letters/${locale}.yaml`, 'utf8'));
const words = { en: lettersSchema.parse(read('en')), es: lettersSchema.parse(read('es')) };
const letter = (locale: Locale, id: LetterId) => words[locale].letters[id];

const factsIn = (locale: Locale, id: LetterId): string[] =>
  letter(locale, id).law.flatMap((line) =>
    typeof line === 'string' ? piecesOf(line).flatMap((piece) => ('fact' in piece ? piece.fact : [])) : line.fact,
  );

/** What a schema says of the English letters with one of them changed. */
function complaint(change: object): string {
  const file = read('en');
  const manager = { ...file.letters.manager, ...change };
  const { error } = lettersSchema.safeParse({ ...file, letters: { ...file.letters, manager } });
  return error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`).join('\n') ?? 'accepted';
}

test('a line is cut into words, blanks and facts', () => {
  expect(piecesOf('From {from}, {fact:iop-hours-adult}.')).toEqual([
    { words: 'From ' },
    { field: 'from' },
    { words: ', ' },
    { fact: 'iop-hours-adult' },
    { words: '.' },
  ]);
});

test.each(letterIds)('in both languages "%s" asks for the same blanks and rests on the same facts', (id) => {
  expect(fieldsIn(letter('es', id))).toEqual(fieldsIn(letter('en', id)));
  expect(factsIn('es', id)).toEqual(factsIn('en', id));
  expect(letter('es', id).kind).toBe(letter('en', id).kind);
});

test('every blank is used by a letter, and none asks who the reader is', () => {
  expect(new Set(letterIds.flatMap((id) => fieldsIn(letter('en', id))))).toEqual(new Set(fieldNames));
  for (const { label } of Object.values(words.en.fields)) expect(label).not.toMatch(/your (full )?name|phone|email/i);
});

/** What nobody at work has to read. An EAP and a program are asked about a program, so they may. */
const revealing =
  /alcohol|drug|substance|addict|rehab|recovery|outpatient|\bIOP\b|buprenorphine|droga|sustancia|adicci|recuperaci|ambulatorio/i;

test.each(locales)('no text for work names a substance, an illness or a program (%s)', (locale) => {
  for (const id of letterIds.filter((one) => one !== 'eap' && one !== 'timetable')) {
    expect(letter(locale, id).text.flat().join('\n'), id).not.toMatch(revealing);
  }
  expect(letter(locale, 'timetable').text.flat().join('\n')).toMatch(revealing);
});

test.each(locales)('a figure in the letters is a fact, never typed (%s)', (locale) => {
  expect(figuresTypedInto(JSON.stringify(words[locale]))).toEqual([]);
  expect(figuresTypedInto(`${JSON.stringify(words[locale])} for 12 weeks`)).not.toEqual([]);
});

test.each(locales)('the note under every law box dates it, calls it federal, and no legal advice (%s)', (locale) => {
  expect(words[locale].lawNote).toContain('{date}');
  expect(words[locale].lawNote).toMatch(/federal.*(Your state may give you more|Su estado puede darle más)/);
  expect(words[locale].lawNote).toMatch(/not legal advice|no consejo legal/);
});

test('a blank that nobody can fill stops the build', () => {
  expect(complaint({ text: ['Dear {boss},'] })).toMatchInlineSnapshot(
    `"letters.manager.text.0: A letter may hold these blanks and no facts: {hr}, {provider}, {program}, {sessions}, {from}, {until}, {hours}, {reply}."`,
  );
});

test('a letter states no law, and the law names its facts', () => {
  expect(complaint({ text: ['I have a right to {fact:fmla-12-weeks}.'] })).toContain('no facts');
  expect(complaint({ law: ['It may ask for a note.'] })).toMatchInlineSnapshot(
    `"letters.manager.law.0: A line on the law names at least one fact as {fact:its-id}, and no blanks."`,
  );
  expect(complaint({ law: ['From {from}: {fact:fmla-cert}.'] })).toContain('no blanks');
  expect(complaint({ law: [{ fact: 'fmla-cert' }] })).toBe('accepted');
});

import { expect, test } from 'vitest';
import { parseYaml } from '#facts/build/read.ts';
import { printed } from '#facts/finding.ts';
import { readGlossary } from '#guides/check-glossary.ts';
import { formsOf, inAlphabet, initialOf, nameOf, type Term } from '#guides/glossary.ts';

const iop: Term = {
  term: { en: 'intensive outpatient program', es: 'programa ambulatorio intensivo' },
  abbreviation: { en: 'IOP' },
  also: { en: ['IOPs', 'intensive outpatient'], es: [] },
  definition: { en: 'Treatment on several days a week.', es: 'Tratamiento varios días a la semana.' },
};
const yaml = `term: { en: taper, es: reducción gradual }
definition:
  en: Lowering a dose in small steps.
  es: Bajar una dosis en pasos pequeños.
guide: withdrawal-and-detox-safety
`;

/** What is found in a word's file with one fault planted. */
function findings(right: string, wrong: string): string {
  expect(yaml).toContain(right);
  const file = parseYaml('content/glossary/taper.yaml', yaml.replace(right, wrong));
  return readGlossary([file]).findings.map(printed).join('\n');
}

test('a word stands in lists with its abbreviation, in the languages that use one', () => {
  expect(nameOf(iop, 'en')).toBe('intensive outpatient program (IOP)');
  expect(nameOf(iop, 'es')).toBe('programa ambulatorio intensivo');
});

test('a text is searched for the longest form of a word first', () => {
  expect(formsOf(iop, 'en')).toEqual(['intensive outpatient program', 'intensive outpatient', 'IOPs', 'IOP']);
});

test('words stand in the order in which a reader looks them up, accents and case aside', () => {
  const named = (en: string, es: string): Term => ({ term: { en, es }, definition: iop.definition });
  const glossary = new Map([
    ['b', named('b', 'última')],
    ['a', named('A', 'unidad')],
  ]);
  expect(inAlphabet(glossary, 'en').map(([id]) => id)).toEqual(['a', 'b']);
  expect(inAlphabet(glossary, 'es').map(([id]) => id)).toEqual(['b', 'a']);
  expect(['última', 'IOP', '42 CFR'].map(initialOf)).toEqual(['U', 'I', '4']);
});

test('a right word has no findings', () => expect(findings('taper', 'taper')).toBe(''));

test('a figure in a definition is found: it would have neither source nor day', () => {
  expect(findings('small steps', '5 small steps')).toMatchInlineSnapshot(
    `"content/glossary/taper.yaml:3 definition.en figure in a definition "5". Say it without, and name the fact under facts."`,
  );
});

test('a guide that nobody plans is named with the nearest', () => {
  expect(findings('withdrawal-and-detox-safety', 'withdrawal-and-detox')).toMatchInlineSnapshot(
    `"content/glossary/taper.yaml:5 guide unknown guide "withdrawal-and-detox". Did you mean "withdrawal-and-detox-safety"?"`,
  );
});

test('a word without Spanish, or with a field we do not know, is found', () => {
  expect(findings('  es: Bajar una dosis en pasos pequeños.\n', '')).toMatchInlineSnapshot(
    `"content/glossary/taper.yaml:2 definition.es missing field "es". Add it."`,
  );
  expect(findings('guide:', 'gide:')).toMatchInlineSnapshot(
    `"content/glossary/taper.yaml:5 gide unknown field "gide". Did you mean "guide"?"`,
  );
});

import { expect, test } from 'vitest';
import { printed } from '#facts/finding.ts';
import type { Glossary, Term } from '#guides/glossary.ts';
import { markTerms } from '#guides/mark-terms.ts';
import { checkMarks, termsIn } from '#guides/terms.ts';

const word = (en: string, also: string[] = [], short?: string): Term => ({
  term: { en, es: en },
  also: { en: also, es: [] },
  ...(short && { abbreviation: { en: short } }),
  definition: { en: 'What it means.', es: 'Lo que significa.' },
});
const glossary: Glossary = new Map([
  ['iop', word('intensive outpatient program', ['IOPs'], 'IOP')],
  ['withdrawal', word('withdrawal')],
  ['withdrawal-care', word('withdrawal care (detox)', ['withdrawal care'])],
]);
const mark = (text: string, ...ids: string[]) => markTerms(text, ids, glossary, 'en');

const body =
  'An <Term id="iop">IOP</Term> helps.\n\n{/* <Term id="draft">x</Term> */}\n\nCall it <Term id="taper">taper</Term>.';
const findings = (text: string, list: string[]) =>
  checkMarks({ file: 'a.mdx', source: text, glossary: list, lineOf: () => 1 })
    .map(printed)
    .join('\n');

test('marks are read in order with their lines, comments left out', () => {
  expect(termsIn(body)).toEqual([
    { id: 'iop', line: 1 },
    { id: 'taper', line: 5 },
  ]);
});

test('a guide whose list and marks agree has no findings', () => expect(findings(body, ['taper', 'iop'])).toBe(''));

test('a listed word that nothing marks is found: nobody could open it', () => {
  expect(findings(body, ['iop', 'taper', 'copay'])).toMatchInlineSnapshot(
    `"a.mdx:1 glossary.2 term not marked "copay". Put <Term id="copay"> around its first use."`,
  );
});

test('a marked word that is not listed is found: the mark would open nothing', () => {
  expect(findings(body, ['iop', 'tapers'])).toMatchInlineSnapshot(`
    "a.mdx:1 glossary.1 term not marked "tapers". Put <Term id="tapers"> around its first use.
    a.mdx:5 term not listed "taper". Did you mean "tapers"?"
  `);
});

test('a word marked again is found', () => {
  expect(findings(`${body}\n\nMore <Term id="iop">IOPs</Term>.`, ['iop', 'taper'])).toMatchInlineSnapshot(
    `"a.mdx:7 term marked twice "iop". Mark its first use only."`,
  );
});

test('the first use in running text is marked, with its abbreviation, and no other', () => {
  expect(mark('An intensive outpatient program (IOP) helps. IOPs differ.', 'iop')).toBe(
    'An <Term id="iop">intensive outpatient program (IOP)</Term> helps. IOPs differ.',
  );
  expect(mark('Withdrawal passes. Then an IOP helps.', 'iop', 'withdrawal')).toBe(
    '<Term id="withdrawal">Withdrawal</Term> passes. Then an <Term id="iop">IOP</Term> helps.',
  );
});

test('a word inside a longer one is not its use', () => {
  expect(mark('Get withdrawal care first. Withdrawal passes.', 'withdrawal')).toBe(
    'Get withdrawal care first. <Term id="withdrawal">Withdrawal</Term> passes.',
  );
});

test.each([
  ['a heading', '## What is an IOP?'],
  ['the front matter', '---\ntitle: An IOP\n---\n'],
  ['a link', 'See [the IOP guide](/guides/what-is-iop/).'],
  ['bold words', '- **Is the IOP open?** Ask.'],
  ['a speech', 'You can say: "I look for an IOP."'],
  ['the list of questions', '<AskProgram>\n\nAsk for an IOP.\n\n</AskProgram>'],
  ['a table', '| IOP | 9 |'],
  ['another word', 'The IOPX is new.'],
  ['small letters of an abbreviation', 'An iop is none.'],
])('%s is never marked', (_where, text) => expect(mark(text, 'iop')).toBe(text));

test('a word that is marked already stays as it is', () => {
  const text = 'An IOP helps. An <Term id="iop">IOP</Term> helps.';
  expect(mark(text, 'iop')).toBe(text);
});

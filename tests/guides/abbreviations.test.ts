import { expect, test } from 'vitest';
import { printed } from '#facts/finding.ts';
import { blocksOf, checkAbbreviations } from '#guides/abbreviations.ts';
import type { Glossary } from '#guides/glossary.ts';

const glossary: Glossary = new Map([
  [
    'fmla',
    {
      term: { en: 'Family and Medical Leave Act', es: 'Ley de Licencia Familiar y Médica' },
      abbreviation: { en: 'FMLA', es: 'FMLA' },
      also: { en: ['family and medical leave'], es: [] },
      definition: { en: 'A federal law.', es: 'Una ley federal.' },
    },
  ],
]);

const findings = (body: string, ...above: string[]) =>
  checkAbbreviations({ file: 'a.mdx', source: `---\ntitle: x\n---\n\n${body}\n`, locale: 'en', above }, glossary)
    .map(printed)
    .join('\n');

test('letters that nobody spells out are found where the text first uses them', () => {
  expect(findings('## Leave\n\nYour job may be safe.\n\nFMLA leave is unpaid.')).toMatchInlineSnapshot(
    `"a.mdx:9 abbreviation not spelled out "FMLA". Write "Family and Medical Leave Act (FMLA)" here, or mark it with <Term id="fmla">."`,
  );
});

test('letters of a name that the glossary does not have are found, too', () => {
  expect(findings('The ABCD decides.')).toMatchInlineSnapshot(
    `"a.mdx:5 abbreviation not spelled out "ABCD". Write the words first and the letters in brackets."`,
  );
});

test.each([
  'Family and medical leave (FMLA) is unpaid. FMLA is a law.',
  'A federal law (FMLA) protects your job.',
  'FMLA (a federal law) protects your job.',
  '<Term id="fmla">FMLA</Term> leave is unpaid.',
  'Read about [FMLA leave](/guides/fmla-for-treatment/).',
  'You can say: "I ask for FMLA leave."',
  '## What is FMLA?\n\nA law.',
  '{/* FMLA */}\n\nA law.',
  'The U.S. law names GHB.',
  'Call HR. An AA group is free.',
])('this is spelled out, or needs no spelling out: %s', (body) => expect(findings(body)).toBe(''));

test('what the title or the sentences in short spell out is spelled out', () => {
  expect(findings('FMLA leave is unpaid.', 'Family and Medical Leave Act (FMLA)')).toBe('');
  expect(findings('FMLA leave is unpaid.', 'FMLA leave')).not.toBe('');
});

test('a later paragraph is too late', () => {
  expect(findings('FMLA leave is unpaid.\n\nFamily and medical leave (FMLA) is a law.')).not.toBe('');
});

test('an item of a list and a row of a table stand for themselves', () => {
  expect(blocksOf('---\na: 1\n---\nOne\nline.\n\n- a\n- b\n\n| c |').map(({ text, line }) => [line, text])).toEqual([
    [4, 'One\nline.'],
    [7, '- a'],
    [8, '- b'],
    [10, '| c |'],
  ]);
});

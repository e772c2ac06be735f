import { expect, test } from 'vitest';
import { csv, csvCell } from '../../src/ops/csv.ts';

test.each([
  ['Ana', '"Ana"'],
  ['Ana "Ani" P', '"Ana ""Ani"" P"'],
  ['Peña, José', '"Peña, José"'],
  [`=HYPERLINK("https://a.example","b")`, `"'=HYPERLINK(""https://a.example"",""b"")"`],
  ['+1 217', `"'+1 217"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['  =1', `"'=1"`],
  ['\t=1', `"'=1"`],
  ['\r\n=1', `"'=1"`],
  ['\u0000=1', `"'=1"`],
  ['\u00a0=1', `"'=1"`],
  ['＝1', `"'＝1"`],
  ['a\n=1', '"a =1"'],
  ['a\t=1', '"a =1"'],
  ['a;=1', '"a,=1"'],
  ['a";=1', '"a"",=1"'],
  ['(217) 555-0142', '"(217) 555-0142"'],
  [undefined, '""'],
  [false, '"false"'],
] as const)('%j is a cell of text and nothing else', (value, expected) => {
  expect(csvCell(value)).toBe(expected);
});

test('rows are read as UTF-8, end as the standard says, and keep their columns where a value is missing', () => {
  expect(csv(['name', 'topic'], [{ topic: 'cost', other: 'dropped' }])).toBe('\uFEFF"name","topic"\r\n"","cost"');
});

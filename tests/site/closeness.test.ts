import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeness, isAbout, isOneSlip, meant, spelledRight } from '#site/closeness.ts';

test.each([
  ['a letter left out', 'withdrawl', 'withdrawal'],
  ['a letter added', 'dettox', 'detox'],
  ['a wrong letter', 'suboxine', 'suboxone'],
  ['two letters swapped', 'treatmnet', 'treatment'],
  ['nothing wrong', 'rehab', 'rehab'],
])('one slip is forgiven: %s', (_what, typed, written) => {
  expect(isOneSlip(typed, written)).toBe(true);
});

test.each([
  ['two wrong letters', 'saboxine', 'suboxone'],
  ['letters swapped that are no neighbours', 'xetod', 'detox'],
  ['two letters left out', 'wthdrawl', 'withdrawal'],
  ['another word', 'work', 'cost'],
  ['a wrong letter in a short word', 'size', 'site'],
])('two slips are not: %s', (_what, typed, written) => {
  expect(isOneSlip(typed, written)).toBe(false);
});

test('a slip is one whichever word is called the right one, and leaving out any letter is one', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 8 });
  fc.assert(fc.property(word, word, (one, other) => isOneSlip(one, other) === isOneSlip(other, one)));
  fc.assert(fc.property(word, fc.nat(7), (one, at) => isOneSlip(one.slice(0, at) + one.slice(at + 1), one)));
});

test('the same word fits best, then its beginning, then another form of it', () => {
  const same = closeness('cost', 'cost');
  const beginning = closeness('cost', 'costs');
  const form = closeness('costs', 'cost');
  expect(same).toBe(1);
  expect(beginning).toBeLessThan(same);
  expect(form).toBeLessThan(beginning);
  expect(closeness('trabajos', 'trabajar')).toBe(form);
  expect(closeness('core', 'cost')).toBe(0);
});

test('two letters are no beginning yet', () => {
  expect(closeness('re', 'rehab')).toBe(0);
});

test('slips are looked for only where nothing fits as it stands', () => {
  expect([...meant('metal', ['metal', 'meta', 'petal']).keys()]).toEqual(['metal', 'meta']);
  expect([...meant('detxo', ['detox', 'work']).keys()]).toEqual(['detox']);
  expect(meant('wok', ['work']).size).toBe(0);
});

test('a word with a slip goes on as it is spelled', () => {
  const words = ['methadone', 'work'];
  expect(spelledRight('metadone', meant('metadone', words))).toBe('methadone');
  expect(spelledRight('meth', meant('meth', words))).toBe('meth');
  expect(spelledRight('zzzz', meant('zzzz', words))).toBe('zzzz');
});

test('a text is about a word if it has its beginning, not if it has only two letters in common', () => {
  expect(isAbout(['insured'], ['insurers'])).toBe(true);
  expect(isAbout(['detox'], ['de'])).toBe(false);
  expect(isAbout(['iop'], ['iop'])).toBe(true);
});

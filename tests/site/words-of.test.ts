import { expect, test } from 'vitest';
import { wordsOf } from '#site/words-of.ts';

test.each([
  ['Can I keep my job?', ['can', 'i', 'keep', 'my', 'job']],
  ['¿Cuánto cuesta la DESINTOXICACIÓN?', ['cuanto', 'cuesta', 'la', 'desintoxicacion']],
  ["doctor's note, won’t wake up", ['doctors', 'note', 'wont', 'wake', 'up']],
  ['12-step / co-pay', ['12', 'step', 'co', 'pay']],
  ['niño', ['nino']],
  [' … ', []],
])('"%s" is compared as %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('accents typed as one sign or as two are the same', () => {
  expect(wordsOf('médico'.normalize('NFD'))).toEqual(wordsOf('médico'.normalize('NFC')));
});

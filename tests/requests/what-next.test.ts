import { expect, test } from 'vitest';
import { type CareRequest, forms } from '#requests/forms.ts';
import { whatNext } from '#requests/http/what-next.ts';
import { goodRequest, manifestOf } from './fixtures.ts';

/** Monday, 9 in the morning in Chicago. */
const monday = new Date('2026-11-23T15:00:00Z');
const call = (changes: object = {}): CareRequest => forms.callback.parse({ ...goodRequest, ...changes });

test.each([
  ['demo', 'en', /^This is a demonstration\. .*on this computer only, and nobody will call or write\.$/],
  ['demo', 'es', /^Esto es una demostración\. .*solo en esta computadora y nadie llamará ni escribirá\.$/],
  ['rehearsal', 'en', /^This is a rehearsal\. .*saved and passed on as a test\. No person will call or write\.$/],
  ['rehearsal', 'es', /^Esto es un ensayo\. .*se guarda y se entrega como prueba\. Ninguna persona llamará/],
] as const)('in %s the receipt says in %s that nobody calls, and where the request goes', (mode, locale, said) => {
  expect(whatNext(call({ locale }), monday, manifestOf({ mode }))).toMatch(said);
});

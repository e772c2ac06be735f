import { expect, test } from 'vitest';
import { type CareRequest, forms } from '#requests/forms.ts';
import { whatNext } from '#requests/http/what-next.ts';
import { goodRequest, goodRequests, manifestOf } from './fixtures.ts';

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

/** In the week of Thanksgiving: Thursday and, with `days`, the Friday after it. */
const thanksgiving = new Date('2026-11-25T23:30:00Z');
const withHolidays = (days: string[] = []) => {
  const { operator } = manifestOf();
  return manifestOf({ operator: { ...operator, closed: { federalHolidays: true, days } } });
};

test.each([
  { locale: 'en', days: [], day: 'The first try is on Friday, November 27.' },
  { locale: 'en', days: ['2026-11-27'], day: 'The first try is on Monday, November 30.' },
  { locale: 'es', days: ['2026-11-27'], day: 'El primer intento será el lunes, 30 de noviembre.' },
])(
  'a call asked for on the eve of a holiday is not promised for it: $locale, closed too on $days',
  ({ locale, days, day }) => {
    const said = whatNext(call({ locale }), thanksgiving, withHolidays(days));
    expect(said).toContain(day);
    expect(whatNext(call({ locale }), thanksgiving, manifestOf())).toMatch(/November 26\.|26 de noviembre\./);
  },
);

test('who never has an open day in sight is told the hours and no day', () => {
  const { operator } = manifestOf();
  const days = Array.from({ length: 30 }, (_, number) => new Date(monday.getTime() + number * 86_400_000));
  const closed = { federalHolidays: false, days: days.map((day) => day.toISOString().slice(0, 10)) };
  expect(whatNext(call(), monday, manifestOf({ operator: { ...operator, closed } }))).toMatch(/over 3 days\.$/);
});

const texts = (changes: object = {}): CareRequest =>
  forms['text-info'].parse({ ...goodRequests['text-info'], textConsent: true, ...changes });

test.each([
  {
    locale: 'en',
    maybe: / If this number has told us STOP before, .* none may come\. Then you can call 1-800-662-4357\.$/,
  },
  { locale: 'es', maybe: / Si antes se respondió STOP desde este número, .* llame al 1-800-662-4357\.$/ },
])('a text is promised to nobody without saying why none may come: $locale', ({ locale, maybe }) => {
  const night = new Date('2026-11-24T06:00:00Z');
  for (const at of [monday, night]) expect(whatNext(texts({ locale }), at, manifestOf())).toMatch(maybe);
  const beside = forms['short-call'].parse({ ...goodRequests['short-call'], locale, textConsent: true });
  const slot = { start: '2026-11-24T15:00:00Z', end: '2026-11-24T15:15:00Z' };
  expect(whatNext(beside, monday, manifestOf(), slot)).toMatch(maybe);
});

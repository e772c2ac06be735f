import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '#i18n/locale.ts';
import { whenClosed, whoAnswers } from '#site/say-operator.ts';
import { siteTexts } from '#site/texts.ts';
import { hasOwnLine } from '#site/who-pays.ts';

const own = (locale: Locale) => siteTexts.parse(parse(readFileSync(`content/ui/${locale}.yaml`, 'utf8')).site).own;

test('the languages of the people who answer are told in the language of the reader', () => {
  expect(whoAnswers({ languages: ['es'] }, own('en'))).toBe('People there speak Spanish.');
  expect(whoAnswers({ languages: ['en', 'es'] }, own('es'))).toBe('Allí se habla inglés y español.');
});

test('closed days are told, and nothing where there are none', () => {
  const closed = { federalHolidays: true, days: ['2026-12-24', '2026-12-31'] };
  expect(whenClosed({ closed }, own('en'), 'en')).toBe(
    'Nobody is there on federal holidays. Nobody is there on these days: December 24, 2026 and December 31, 2026.',
  );
  expect(whenClosed({ closed: { ...closed, federalHolidays: false } }, own('es'), 'es')).toBe(
    'No hay nadie estos días: 24 de diciembre de 2026 y 31 de diciembre de 2026.',
  );
  expect(whenClosed({ closed: { federalHolidays: false, days: [] } }, own('en'), 'en')).toBe('');
});

test('nobody is sent to a number that nobody answers', () => {
  expect(hasOwnLine({ isSample: false, phone: '1-800-662-4357' })).toBe(true);
  expect(hasOwnLine({ isSample: false, phone: '217-555-0142' })).toBe(false);
  expect(hasOwnLine({ isSample: true, phone: '1-800-662-4357' })).toBe(false);
});

import { expect, test } from 'vitest';
import { offerAt } from '#requests/http/offer.ts';
import { readPhone } from '#requests/phone.ts';
import { readRequest } from '#requests/request.ts';
import { goodRequest, manifestOf, recipient } from './fixtures.ts';

const now = new Date('2026-11-23T15:00:00Z');
const hours = { ...recipient.hours, saturday: null };
const offer = offerAt(now, manifestOf({ operator: { ...manifestOf().operator, hours } }));
const read = (changes: Record<string, unknown>) => readRequest({ ...goodRequest, ...changes }, offer);
const codesOf = (changes: Record<string, unknown>) => {
  const reading = read(changes);
  return reading.ok ? [] : reading.problems.map(({ code }) => code);
};

test.each([
  ['217 555 0142', '+12175550142'],
  ['(217) 555-0142', '+12175550142'],
  ['+1 217.555.0142', '+12175550142'],
  ['1-787-555-0142', '+17875550142'],
  ['671 555 0100', '+16715550100'],
  ['٢١٧٥٥٥٠١٤٢', '+12175550142'],
])('%s is the number %s', (written, phone) => {
  expect(readPhone(written)).toEqual({ ok: true, phone });
});

test.each([
  ['911', 'not-callable'],
  ['9-8-8', 'not-callable'],
  ['411', 'not-callable'],
  ['1 900 555 1234', 'not-callable'],
  ['976 555 1234', 'not-callable'],
  ['217 976 1234', 'not-callable'],
  ['217 911 1234', 'not-callable'],
  ['416 555 0142', 'not-us'],
  ['+52 55 1234 5678', 'not-us'],
  ['88788', 'unknown'],
  ['555 0142', 'unknown'],
  ['217 555 0142 ext 5', 'unknown'],
  ['call me', 'unknown'],
])('%s cannot be called: %s', (written, problem) => {
  expect(readPhone(written)).toEqual({ ok: false, problem });
});

test('fields that are not ours are dropped unread and only counted', () => {
  const reading = read({ fbclid: 'x', ssn: '123-45-6789', constructor: 'y' });
  expect(reading).toMatchObject({ ok: true, dropped: 3 });
  expect(JSON.stringify(reading)).not.toMatch(/123-45|fbclid/);
});

test('an optional field left empty counts as absent', () => {
  const reading = read({ name: '  ', topic: '', forWhom: '' });
  expect(reading.ok && Object.keys(reading.request).sort()).toEqual(Object.keys(goodRequest).sort());
});

test.each([
  [{ phone: '' }, ['phone.missing']],
  [{ phone: 2175550142 }, ['phone.unknown']],
  [{ phone: '2'.repeat(5000) }, ['phone.unknown']],
  [{ phone: null }, ['phone.unknown']],
  [{ name: 'x'.repeat(101) }, ['name.too-long']],
  [{ name: 'Ana\nBcc: x' }, ['name.characters']],
  [{ name: 'Ana\u202e' }, ['name.characters']],
  [{ name: '\ud800' }, ['name.characters']],
  [{ name: ['Ana'] }, ['name.characters']],
  [{ timeZone: '+05:00' }, ['timeZone.unknown']],
  [{ contactWindow: 'midnight' }, ['contactWindow.unknown']],
  [{ contactWindow: 'saturday' }, ['contactWindow.not-offered']],
  [{ disclosureVersion: '1999-01-01' }, ['disclosureVersion.unknown']],
  [{ requestId: 'abc' }, ['requestId.unknown']],
  [{ kind: 'letter', phone: '' }, ['kind.unknown']],
  [{ kind: ['callback'] }, ['kind.unknown']],
  [{ locale: 'fr' }, ['locale.unknown']],
  [{ textConsent: true, slot: 'x' }, ['field.not-here', 'field.not-here']],
  [{ voicemail: '', phone: 'x', name: 7 }, ['name.characters', 'phone.unknown', 'voicemail.missing']],
])('%j is refused with %j', (changes, codes) => {
  expect(codesOf(changes)).toEqual(codes);
});

const shared = { shareQuizSummary: true, quizSummary: 'One.\r\nTwo.', disclosureVersion: '2026-11-23' };

test('the summary of the quiz goes along with its tick, however a browser writes it', () => {
  for (const tick of [true, 'true']) {
    const reading = read({ ...shared, shareQuizSummary: tick });
    expect(reading).toMatchObject({ ok: true, request: { shareQuizSummary: true, quizSummary: 'One.\nTwo.' } });
  }
});

test.each([
  [{ shareQuizSummary: '' }, ['quizSummary.not-shared']],
  [{ shareQuizSummary: false }, ['shareQuizSummary.unknown']],
  [{ shareQuizSummary: 'yes' }, ['shareQuizSummary.unknown']],
  [{ quizSummary: '' }, ['quizSummary.missing']],
  [{ quizSummary: 'x'.repeat(4001) }, ['quizSummary.too-long']],
  [{ quizSummary: 'a\u0000b' }, ['quizSummary.characters']],
  [{ quizSummary: ['One.'] }, ['quizSummary.characters']],
  [{ disclosureVersion: '2026-11-22' }, ['shareQuizSummary.unknown']],
])('a summary with %j is refused with %j', (changes, codes) => {
  expect(codesOf({ ...shared, ...changes })).toEqual(codes);
});

test('names of any script pass', () => {
  for (const name of ['Ana María', '李小龍', 'Zoë O’Neill-Søren', 'محمد']) expect(codesOf({ name })).toEqual([]);
});

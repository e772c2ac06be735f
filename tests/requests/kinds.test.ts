import { expect, test } from 'vitest';
import { agreedBy, contactOf } from '#requests/agreed.ts';
import { offerAt } from '#requests/http/offer.ts';
import { readRequest } from '#requests/request.ts';
import { goodRequests, manifestOf } from './fixtures.ts';

const byDay = new Date('2026-11-23T15:00:00Z');
const atNight = new Date('2026-11-24T04:00:00Z');
const offer = offerAt(byDay, manifestOf());
type Kind = keyof typeof goodRequests;

const read = (kind: Kind, changes: Record<string, unknown> = {}, own = offer) =>
  readRequest({ ...goodRequests[kind], ...changes }, own);
const codesOf = (kind: Kind, changes: Record<string, unknown> = {}, own = offer) => {
  const reading = read(kind, changes, own);
  return reading.ok ? [] : reading.problems.map(({ code }) => code);
};

test.each(Object.keys(goodRequests) as Kind[])('a good request of kind %s is read', (kind) => {
  expect(read(kind)).toMatchObject({ ok: true, request: { kind } });
});

test('a kind without a page in this build is not taken', () => {
  const { callback, cancel } = manifestOf().pages;
  const small = offerAt(byDay, manifestOf({ pages: { ...(callback && { callback }), ...(cancel && { cancel }) } }));
  expect(codesOf('callback', {}, small)).toEqual([]);
  expect(codesOf('meeting', {}, small)).toEqual(['kind.unknown']);
});

test.each<[Kind, Record<string, unknown>, string[]]>([
  ['text-info', { textConsent: '' }, ['textConsent.missing']],
  ['text-info', { textConsent: false }, ['textConsent.unknown']],
  ['text-info', { textConsent: 'on' }, ['textConsent.unknown']],
  ['text-info', { topic: '' }, ['topic.missing']],
  ['text-info', { phone: '' }, ['phone.missing']],
  ['text-info', { textTiming: 'soon' }, ['textTiming.unknown']],
  ['text-info', { name: 'Ana', email: 'a@example.org' }, ['field.not-here', 'field.not-here']],
  ['text-info', { contactWindow: 'any', voicemail: 'none' }, ['field.not-here', 'field.not-here']],
  ['text-info', { shareQuizSummary: true, quizSummary: 'x' }, ['field.not-here', 'field.not-here']],
  ['meeting', { name: '' }, ['name.missing']],
  ['meeting', { email: '' }, ['phone.or-email']],
  ['meeting', { email: '', textConsent: true }, ['phone.or-email', 'textConsent.needs-phone']],
  ['meeting', { textConsent: true }, ['textConsent.needs-phone']],
  ['meeting', { phone: '217 555 0142' }, ['voicemail.missing', 'someoneElseAnswers.missing']],
  ['meeting', { contactWindow: 'sunday' }, ['contactWindow.not-offered']],
  ['meeting', { slot: '20261124T1500Z' }, ['phone.missing']],
  ['meeting', { disclosureVersion: '2026-11-22' }, ['disclosureVersion.unknown']],
  ['meeting', { textTiming: 'now' }, ['field.not-here']],
  ['short-call', { name: '' }, ['name.missing']],
  ['short-call', { slot: '' }, ['slot.missing']],
  ['short-call', { slot: 'tomorrow' }, ['slot.unknown']],
  ['short-call', { slot: 20261124 }, ['slot.unknown']],
  ['short-call', { slot: '20261124T1507Z' }, ['slot.not-offered']],
  ['short-call', { slot: '20261129T1500Z' }, ['slot.not-offered']],
  ['short-call', { slot: '99999999T9999Z' }, ['slot.not-offered']],
  ['short-call', { contactWindow: 'any' }, ['field.not-here']],
  ['short-call', { voicemail: '', someoneElseAnswers: '' }, ['voicemail.missing', 'someoneElseAnswers.missing']],
  ['short-call', { textConsent: 'yes' }, ['textConsent.unknown']],
  ['short-call', { shareQuizSummary: true }, ['quizSummary.missing']],
  ['callback', { slot: '20261124T1500Z' }, ['field.not-here']],
])('a %s with %j is refused with %j', (kind, changes, codes) => {
  expect(codesOf(kind, changes)).toEqual(codes);
});

test.each([
  ['ana@example.org'],
  ['Ana.Maria+x@mail.example.org'],
  ['josé@correo.example'],
  [`${'a'.repeat(64)}@example.org`],
])('%s is a mail address', (email) => {
  expect(codesOf('meeting', { email })).toEqual([]);
});

test.each([
  ['ana', 'email.unknown'],
  ['ana@example', 'email.unknown'],
  ['ana@@example.org', 'email.unknown'],
  ['ana@example.org, leo@example.org', 'email.unknown'],
  ['Ana <ana@example.org>', 'email.unknown'],
  ['ana@example.org\r\nBcc: leo@example.org', 'email.unknown'],
  ['ana@example..org', 'email.unknown'],
  [`${'a'.repeat(65)}@example.org`, 'email.unknown'],
  [`a@${'b'.repeat(250)}.org`, 'email.too-long'],
  [7, 'email.unknown'],
])('%s is no mail address that we write to', (email, code) => {
  expect(codesOf('meeting', { email })).toEqual([code]);
});

test('a meeting without a number may come with the answers about calls that its page always sends', () => {
  const reading = read('meeting', { voicemail: 'none', someoneElseAnswers: 'hang-up' });
  expect(reading.ok && Object.keys(reading.request)).not.toContain('voicemail');
});

test('only at night must the person say when a text may come', () => {
  const night = offerAt(atNight, manifestOf());
  expect(codesOf('text-info', {}, night)).toEqual(['textTiming.missing']);
  for (const textTiming of ['now', 'next-open-hour']) expect(codesOf('text-info', { textTiming }, night)).toEqual([]);
  const inHonolulu = { timeZone: 'Pacific/Honolulu' };
  expect(codesOf('text-info', { ...inHonolulu, phone: '808 555 0142' }, night)).toEqual([]);
  // The number says Illinois, where it is night.
  expect(codesOf('text-info', inHonolulu, night)).toEqual(['textTiming.missing']);
});

test('texts beside a call are asked for only where the wording did', () => {
  const phone = { phone: '217 555 0142', voicemail: 'none', someoneElseAnswers: 'hang-up' };
  const withoutTexts = manifestOf().disclosures.filter(({ kind }) => kind !== 'texts-too');
  const older = offerAt(byDay, manifestOf({ disclosures: withoutTexts }));
  expect(codesOf('meeting', { ...phone, textConsent: true })).toEqual([]);
  expect(codesOf('meeting', { ...phone, textConsent: true }, older)).toEqual(['textConsent.unknown']);
});

test('texts beside a call are not taken from an old copy of a page where nobody sends them any more', () => {
  const { 'text-info': _, ...pages } = manifestOf().pages;
  const silent = offerAt(byDay, manifestOf({ pages }));
  expect(codesOf('short-call', { textConsent: true }, silent)).toEqual(['textConsent.unknown']);
  expect(codesOf('text-info', {}, silent)).toEqual(['kind.unknown']);
});

const agreed = (kind: Kind, changes: Record<string, unknown> = {}) => {
  const reading = read(kind, changes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return agreedBy(reading.request).map(({ purpose, agreement, channel, contact }) =>
    [purpose, agreement, channel, contact].join(' '),
  );
};
const phone = { phone: '217 555 0142', voicemail: 'none', someoneElseAnswers: 'hang-up' };

test('each way that a person opens is a consent of its own, about its own contact', () => {
  expect(agreed('callback')).toEqual(['call-back callback phone +12175550142']);
  expect(agreed('text-info')).toEqual(['text-info text-info text +12175550142']);
  expect(agreed('meeting')).toEqual(['meeting meeting email ana@example.org']);
  expect(agreed('meeting', { ...phone, textConsent: true, shareQuizSummary: true, quizSummary: 'An IOP.' })).toEqual([
    'meeting meeting phone +12175550142',
    'meeting meeting email ana@example.org',
    'texts-too texts-too text +12175550142',
    'quiz-summary quiz-summary request +12175550142',
  ]);
  expect(agreed('short-call', { email: 'a@example.org', textConsent: true })).toEqual([
    'short-call short-call phone +12175550142',
    'texts-too texts-too text +12175550142',
  ]);
});

test('a person is known by the number, or else by the address in lower case', () => {
  const contact = (changes: Record<string, unknown>) => {
    const reading = read('meeting', changes);
    return reading.ok && contactOf(reading.request);
  };
  expect(contact({})).toBe('ana@example.org');
  expect(contact(phone)).toBe('+12175550142');
});

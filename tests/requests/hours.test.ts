import { expect, test } from 'vitest';
import { isTimeZone, localTime, zoneName } from '#i18n/time-zone.ts';
import { offeredWindows, sayHours, spansIn, spansOf } from '#requests/hours.ts';
import { recipient, texts } from './fixtures.ts';

const { hours } = recipient;
const say = (window: Parameters<typeof spansOf>[0]) =>
  sayHours(spansOf(window, hours), texts.en.hours, 'en').replaceAll('\u00a0', ' ');

test('only times when somebody is there are offered', () => {
  expect(offeredWindows(hours)).toEqual(['weekday-morning', 'weekday-midday', 'weekday-evening', 'saturday', 'any']);
  const mornings = {
    ...hours,
    monday: { opens: '08:00', closes: '12:00' },
    tuesday: null,
    wednesday: null,
    thursday: null,
    friday: null,
    saturday: null,
  };
  expect(offeredWindows(mornings)).toEqual(['weekday-morning', 'any']);
});

test.each([
  ['weekday-morning', 'Monday to Friday, 9 AM to 12 PM'],
  ['weekday-evening', 'Monday to Thursday, 5 PM to 7 PM'],
  ['saturday', 'Saturday, 10 AM to 2 PM'],
  ['any', 'Monday to Thursday, 9 AM to 7 PM; Friday, 9 AM to 5 PM; and Saturday, 10 AM to 2 PM'],
] as const)('%s means %s', (window, said) => {
  expect(say(window)).toBe(said);
});

test('hours in Spanish name days and times the Spanish way', () => {
  expect(sayHours(spansOf('weekday-morning', hours), texts.es.hours, 'es')).toBe(
    'de lunes a viernes, de 9\u00a0a.m. a 12\u00a0p.m.',
  );
});

test('in another zone the same span has other clock times; across midnight it stays in the operator’s zone', () => {
  const at = new Date('2026-11-23T15:00:00Z');
  const spans = spansOf('weekday-evening', hours);
  expect(spansIn(spans, at, 'America/Chicago', 'America/New_York')).toMatchObject([
    { opens: 18 * 60, closes: 20 * 60 },
  ]);
  expect(spansIn(spans, at, 'America/Chicago', 'Pacific/Guam')).toBeUndefined();
});

test('clocks go by tzdb, not by fixed offsets', () => {
  expect(localTime(new Date('2026-07-01T12:00:00Z'), 'America/Chicago')).toBe('2026-07-01T07:00:00');
  expect(localTime(new Date('2026-12-01T12:00:00Z'), 'America/Chicago')).toBe('2026-12-01T06:00:00');
  expect(zoneName('America/Denver', new Date(0), 'en-US')).toBe('Mountain Time');
});

test.each([
  ['America/Chicago', true],
  ['UTC', true],
  ['Mars/Base', false],
  ['+05:00', false],
  ['', false],
  ['../etc', false],
])('"%s" is a time zone: %s', (id, expected) => {
  expect(isTimeZone(id)).toBe(expected);
});

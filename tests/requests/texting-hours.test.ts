import { expect, test } from 'vitest';
import { isTimeZone } from '#i18n/time-zone.ts';
import { areas } from '#requests/area-codes.ts';
import { isFederalHoliday } from '#requests/holidays.ts';
import { mayTextAt, nextTextTime, textingHours } from '#requests/texting-hours.ts';
import { whereabouts } from '#requests/where-phone-is.ts';
import { textingHoursTable as table } from './fixtures.ts';

const may = (at: string, phone: string, timeZone: string) => mayTextAt(new Date(at), { phone, timeZone }, table);
const chicago = '+13125550142';
const newYork = '+12125550142';

test.each([
  { at: '2026-11-23T15:00:00Z', where: 'nine on a Monday', may: true },
  { at: '2026-11-23T14:59:59Z', where: 'a second before nine', may: false },
  { at: '2026-11-24T01:59:00Z', where: 'a minute to eight in the evening', may: true },
  { at: '2026-11-24T02:00:00Z', where: 'eight in the evening', may: false },
  { at: '2026-11-22T17:59:00Z', where: 'Sunday before noon', may: false },
  { at: '2026-11-22T18:00:00Z', where: 'Sunday noon', may: true },
  { at: '2026-07-06T14:00:00Z', where: 'nine in summer time', may: true },
  { at: '2026-07-06T13:59:00Z', where: 'before nine in summer time', may: false },
])('a phone of Chicago may get a text at $where: $may', ({ at, may: expected }) => {
  expect(may(at, chicago, 'America/Chicago')).toBe(expected);
});

test('the hour must be decent in every place where the phone may be', () => {
  expect(may('2026-11-23T14:30:00Z', newYork, 'America/New_York')).toBe(true);
  expect(may('2026-11-23T14:30:00Z', newYork, 'America/Los_Angeles')).toBe(false);
  // Somebody who moved may live in Kentucky, where the day begins at ten.
  expect(may('2026-11-23T17:30:00Z', newYork, 'America/Los_Angeles')).toBe(false);
  expect(may('2026-11-23T18:30:00Z', newYork, 'America/Los_Angeles')).toBe(true);
  expect(may('2026-11-24T01:30:00Z', newYork, 'America/Los_Angeles')).toBe(false);
  // 850 lies on both sides of the line; 907 reaches to the Aleutians; 812 is an area whose exchanges keep two clocks.
  expect(may('2026-11-23T14:30:00Z', '+18505550142', 'America/New_York')).toBe(false);
  expect(may('2026-11-23T18:30:00Z', '+19075550142', 'America/Anchorage')).toBe(false);
});

test('a number that says nothing is taken to be anywhere between the oceans', () => {
  const free = { phone: '+18005550142', timeZone: 'America/New_York' };
  expect(whereabouts(free, new Date(0)).zones).toContain('America/Los_Angeles');
  expect(may('2026-11-23T16:30:00Z', free.phone, free.timeZone)).toBe(false);
  expect(may('2026-11-23T18:30:00Z', free.phone, free.timeZone)).toBe(true);
});

test.each([
  { what: 'Providence after six', at: '2026-11-23T23:30:00Z', phone: '+14015550142', zone: 'America/New_York' },
  { what: 'Providence on Thanksgiving', at: '2026-11-26T16:00:00Z', phone: '+14015550142', zone: 'America/New_York' },
  { what: 'Salt Lake City on a Sunday', at: '2026-11-22T20:00:00Z', phone: '+18015550142', zone: 'America/Denver' },
  { what: 'Mobile on a Sunday', at: '2026-11-22T19:00:00Z', phone: '+12515550142', zone: 'America/Chicago' },
  { what: 'Louisville before ten', at: '2026-11-23T14:30:00Z', phone: '+15025550142', zone: 'America/New_York' },
  { what: 'Philadelphia on a Sunday', at: '2026-11-22T18:00:00Z', phone: '+12155550142', zone: 'America/New_York' },
  { what: 'Philadelphia on Labor Day', at: '2026-09-07T17:00:00Z', phone: '+12155550142', zone: 'America/New_York' },
  { what: 'New Orleans on Labor Day', at: '2026-09-07T17:00:00Z', phone: '+15045550142', zone: 'America/Chicago' },
])('no text goes to $what', ({ at, phone, zone }) => {
  expect(may(at, phone, zone)).toBe(false);
  expect(may(at, newYork, 'America/New_York')).toBe(true);
});

test('who moved to another clock may live in any state', () => {
  const moved = { phone: newYork, timeZone: 'America/Chicago' };
  expect(whereabouts(moved, new Date(0)).states).toBe('unknown');
  expect(may('2026-11-22T20:00:00Z', newYork, 'America/Chicago')).toBe(false);
});

test('the same clock under another name is no move', () => {
  expect(whereabouts({ phone: newYork, timeZone: 'America/Detroit' }, new Date(0)).states).toEqual(['NY']);
});

test('the next hour is the first quarter in which all agree', () => {
  const next = (at: string, phone: string, timeZone: string) =>
    nextTextTime(new Date(at), { phone, timeZone }, table)?.toISOString();
  expect(next('2026-11-23T15:07:00Z', chicago, 'America/Chicago')).toBe('2026-11-23T15:07:00.000Z');
  expect(next('2026-11-24T03:07:00Z', chicago, 'America/Chicago')).toBe('2026-11-24T15:00:00.000Z');
  expect(next('2026-11-22T03:07:00Z', chicago, 'America/Chicago')).toBe('2026-11-22T18:00:00.000Z');
  expect(next('2026-11-22T03:07:00Z', '+18015550142', 'America/Denver')).toBe('2026-11-23T16:00:00.000Z');
  // The clocks go forward that night: nine is an hour earlier.
  expect(next('2027-03-14T04:00:00Z', chicago, 'America/Chicago')).toBe('2027-03-14T17:00:00.000Z');
  expect(next('2026-11-23T15:07:00Z', '+12135550142', 'Asia/Karachi')).toBeUndefined();
});

test('federal holidays are known, and the days that stand in for them', () => {
  const holidays = (year: number) =>
    Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)))
      .filter((date) => date.getUTCFullYear() === year && isFederalHoliday(date))
      .map((date) => date.toISOString().slice(5, 10));
  // As the Office of Personnel Management lists them for 2026, and Saturday, July 4 itself.
  expect(holidays(2026)).toEqual([
    '01-01',
    '01-19',
    '02-16',
    '05-25',
    '06-19',
    '07-03',
    '07-04',
    '09-07',
    '10-12',
    '11-11',
    '11-26',
    '12-25',
  ]);
  expect(holidays(2027)).toContain('12-24');
  expect(holidays(2027)).toContain('12-31');
});

test('the table holds only rules that were read, and it can only take away', () => {
  for (const { url, readOn } of Object.values(table.states)) expect([url, readOn].every(Boolean)).toBe(true);
  const wider = { opens: '06:00', closes: '23:00' };
  const states = { NY: { ...table.states['UT'], narrower: { monday: wider } } };
  const planted = textingHours.parse({ ...table, states });
  expect(mayTextAt(new Date('2026-11-23T12:00:00Z'), { phone: newYork, timeZone: 'America/New_York' }, planted)).toBe(
    false,
  );
  expect(textingHours.safeParse({ ...table, states: { NY: { narrower: {}, onHolidays: true } } }).success).toBe(false);
});

test('every state and territory has its area codes once, with zones that exist', () => {
  const codes = areas.flatMap((area) => area.codes.split(' '));
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(areas.map(({ state }) => state)).size).toBe(56);
  expect(areas.flatMap(({ zones }) => zones).every(isTimeZone)).toBe(true);
  expect(areas.every(({ zones }) => zones.length > 0)).toBe(true);
});

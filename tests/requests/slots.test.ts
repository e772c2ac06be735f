import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, minutesAhead } from '#i18n/time-zone.ts';
import type { OpeningHours } from '#requests/hours.ts';
import { alternativesTo, bookable, type CallHours, freeSlots, slotTimes } from '#requests/slots.ts';
import { recipient } from './fixtures.ts';

const operator: CallHours = { hours: recipient.hours, timeZone: 'America/Chicago', callSeats: 1 };
const now = new Date('2026-11-23T15:00:00Z');
const always: OpeningHours = Object.fromEntries(
  Object.keys(recipient.hours).map((day) => [day, { opens: '00:00', closes: '23:59' }]),
) as OpeningHours;
const startsOf = (at: Date, own = operator) => freeSlots(at, own, []).map(({ start }) => start);

test('a day has a slot each quarter of an hour that somebody is there, told on the operator’s clocks', () => {
  const tuesday = freeSlots(now, operator, []).filter(({ start }) => start.startsWith('2026-11-24'));
  expect(tuesday).toHaveLength(40);
  expect(tuesday[0]).toEqual({
    id: '20261124T1500Z',
    start: '2026-11-24T09:00:00-06:00',
    end: '2026-11-24T09:15:00-06:00',
  });
  expect(tuesday.at(-1)).toEqual({
    id: '20261125T0045Z',
    start: '2026-11-24T18:45:00-06:00',
    end: '2026-11-24T19:00:00-06:00',
  });
});

test('nobody is there on a Sunday, and on a Saturday only until two', () => {
  const days = startsOf(now).map((start) => start.slice(0, 10));
  expect(days).not.toContain('2026-11-29');
  expect(
    startsOf(now)
      .filter((start) => start.startsWith('2026-11-28'))
      .at(-1),
  ).toBe('2026-11-28T13:45:00-06:00');
});

test('nobody is there on a holiday or on a day that the operator has closed, and such a slot cannot be taken', () => {
  const closed = { federalHolidays: true, days: ['2026-11-27'] };
  const days = new Set(startsOf(now, { ...operator, closed }).map((start) => start.slice(0, 10)));
  const openDays = new Set(startsOf(now).map((start) => start.slice(0, 10)));
  expect([...openDays].filter((day) => !days.has(day))).toEqual(['2026-11-26', '2026-11-27']);
  expect(slotTimes('20261126T1500Z', now, operator)).toBeDefined();
  expect(slotTimes('20261126T1500Z', now, { ...operator, closed })).toBeUndefined();
});

test('the first slot is an hour away, the last within fourteen days', () => {
  const starts = startsOf(now);
  expect(starts[0]).toBe('2026-11-23T10:00:00-06:00');
  expect(startsOf(new Date('2026-11-23T15:00:01Z'))[0]).toBe('2026-11-23T10:15:00-06:00');
  expect(starts.at(-1)).toBe('2026-12-05T13:45:00-06:00');
});

test('hours that do not start on a quarter make slots from their own beginning', () => {
  const hours = { ...recipient.hours, tuesday: { opens: '09:10', closes: '09:50' } };
  const tuesday = startsOf(now, { ...operator, hours }).filter((start) => start.startsWith('2026-11-24'));
  expect(tuesday).toEqual(['2026-11-24T09:10:00-06:00', '2026-11-24T09:25:00-06:00']);
});

test('in spring the hour that the clocks leave out has no slot', () => {
  const starts = startsOf(new Date('2027-03-13T00:00:00Z'), { ...operator, hours: always });
  const night = starts.filter((start) => /^2027-03-14T0[0-3]/.test(start));
  expect(night).toEqual([
    ...['00:00', '00:15', '00:30', '00:45', '01:00', '01:15', '01:30', '01:45'].map(
      (time) => `2027-03-14T${time}:00-06:00`,
    ),
    ...['03:00', '03:15', '03:30', '03:45'].map((time) => `2027-03-14T${time}:00-05:00`),
  ]);
});

test('in fall the hour that comes twice has each slot twice, an hour apart', () => {
  const starts = startsOf(new Date('2026-10-31T00:00:00Z'), { ...operator, hours: always });
  const night = starts.filter((start) => start.startsWith('2026-11-01T01'));
  expect(night).toEqual([
    ...['01:00', '01:15', '01:30', '01:45'].map((time) => `2026-11-01T${time}:00-05:00`),
    ...['01:00', '01:15', '01:30', '01:45'].map((time) => `2026-11-01T${time}:00-06:00`),
  ]);
});

test('across a change of the clocks the operator opens at the same hour', () => {
  const starts = startsOf(new Date('2026-10-30T12:00:00Z'));
  expect(starts).toContain('2026-10-30T09:00:00-05:00');
  expect(starts).toContain('2026-11-02T09:00:00-06:00');
});

test('a slot without a free seat is not shown', () => {
  const taken = [{ start: '2026-11-24T15:00:00.000Z', seats: 1 }];
  const ids = (callSeats: number) => freeSlots(now, { ...operator, callSeats }, taken).map(({ id }) => id);
  expect(ids(1)).not.toContain('20261124T1500Z');
  expect(ids(1)).toContain('20261124T1515Z');
  expect(ids(2)).toContain('20261124T1500Z');
});

const zones = ['America/Chicago', 'America/New_York', 'America/Phoenix', 'Pacific/Honolulu', 'America/St_Johns'];
const minute = fc.integer({ min: 0, max: 23 * 60 });
const anyHours = fc.tuple(minute, fc.integer({ min: 0, max: 600 })).map(([opens, length]) => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { opens: clock(opens), closes: clock(Math.min(opens + length, 1439)) };
});

test('whatever the hours, the zone and the moment, each slot exists, lies in the hours, and is found by its id', () => {
  const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyHours, fc.constantFrom(...zones), anyMoment, (open, timeZone, at) => {
      const hours = Object.fromEntries(Object.keys(always).map((day) => [day, open])) as OpeningHours;
      const own = { hours, timeZone, callSeats: 1 };
      const { from, to } = bookable(at);
      const slots = freeSlots(at, own, []);
      expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
      for (const { id, start, end } of slots.filter((_, number) => number % 29 === 0)) {
        const moment = new Date(start);
        expect(slotTimes(id, at, own)).toEqual({ start: moment.toISOString(), end: new Date(end).toISOString() });
        expect(moment.getTime() - at.getTime()).toBeGreaterThanOrEqual(3_600_000);
        expect(moment.toISOString() >= from && moment.toISOString() < to).toBe(true);
        expect(start.slice(0, 19)).toBe(localTime(moment, timeZone));
        const wall = localTime(moment, timeZone).slice(11, 16);
        expect(wall >= open.opens && wall < open.closes).toBe(true);
        expect(Date.parse(`${start.slice(0, 19)}Z`) - moment.getTime()).toBe(
          minutesAhead(moment, 'UTC', timeZone) * 60_000,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('who has picked a time has ten minutes to send it, also when less than an hour is left by then', () => {
  const picked = (at: string) => slotTimes('20261124T1500Z', new Date(at), operator);
  expect(picked('2026-11-24T14:10:00Z')).toBeDefined();
  expect(picked('2026-11-24T14:10:01Z')).toBeUndefined();
});

test('alternatives are the six nearest free times, in order', () => {
  const free = freeSlots(now, operator, [{ start: '2026-11-24T16:00:00.000Z', seats: 1 }]);
  expect(alternativesTo('20261124T1600Z', free).map(({ id }) => id)).toEqual([
    '20261124T1515Z',
    '20261124T1530Z',
    '20261124T1545Z',
    '20261124T1615Z',
    '20261124T1630Z',
    '20261124T1645Z',
  ]);
  expect(alternativesTo('nonsense', free)).toEqual(free.slice(0, 6));
  expect(alternativesTo('20261124T1600Z', [])).toEqual([]);
});

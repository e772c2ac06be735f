import { expect, test } from 'vitest';
import type { ListedRequest } from '#requests/desk.ts';
import { promiseOf, worklist } from '#requests/worklist.ts';
import { recipient } from './fixtures.ts';

/** Monday, 9 in the morning in Chicago. */
const monday = '2026-11-23T15:00:00.000Z';
let made = 0;

function request(changes: Partial<ListedRequest> = {}): ListedRequest {
  made += 1;
  return {
    ...{ id: `id-${made}`, reference: `REF${made}`, kind: 'callback', receivedAt: monday },
    ...{ contactWindow: 'weekday-morning', isQuarantined: false, needsPerson: false, state: 'open' },
    ...changes,
  };
}

test.each([
  ['in the hours themselves', {}, '2026-11-23T18:00:00.000Z'],
  ['too late in them: the next day', { receivedAt: '2026-11-23T17:30:00.000Z' }, '2026-11-24T18:00:00.000Z'],
  ['in the evening', { contactWindow: 'weekday-evening' }, '2026-11-24T01:00:00.000Z'],
  [
    'on a Friday, when there is no evening',
    { contactWindow: 'weekday-evening', receivedAt: '2026-11-27T15:00:00.000Z' },
    '2026-12-01T01:00:00.000Z',
  ],
  ['for Saturdays', { contactWindow: 'saturday' }, '2026-11-28T20:00:00.000Z'],
  [
    'at any time, on a Saturday night',
    { contactWindow: 'any', receivedAt: '2026-11-29T03:00:00.000Z' },
    '2026-12-01T01:00:00.000Z',
  ],
  ['on Sundays, when nobody is there', { contactWindow: 'sunday' }, undefined],
  ['for a meeting without a wish', { kind: 'meeting', contactWindow: 'any' }, '2026-11-24T01:00:00.000Z'],
  [
    'on the Friday before clocks go back, for Monday',
    { receivedAt: '2026-10-30T20:00:00.000Z' },
    '2026-11-02T18:00:00.000Z',
  ],
  ['for texts, which come by themselves', { kind: 'text-info', contactWindow: 'any' }, undefined],
] as const)('a request %s is promised by the end of the first hours that fit', (_when, changes, expected) => {
  expect(promiseOf(request(changes as Partial<ListedRequest>), recipient)?.by).toBe(expected);
});

test('a picked time is its own promise, known even without the hours of the operator', () => {
  const slot = { start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T15:15:00.000Z' };
  const booked = request({ kind: 'short-call', slot });
  expect(promiseOf(booked, undefined)).toEqual({ from: slot.start, by: slot.end });
  expect(promiseOf(request(), undefined)).toBeUndefined();
});

test('the first promise comes first, then the older request; quarantined ones stand among the others', () => {
  const evening = request({ contactWindow: 'weekday-evening' });
  const texts = request({ kind: 'text-info', contactWindow: 'any' });
  const quarantined = request({ isQuarantined: true, receivedAt: '2026-11-23T14:59:00.000Z' });
  const morning = request();
  const closed = request({ state: 'done' });
  const lines = worklist([closed, evening, texts, morning, quarantined], new Date('2026-11-23T18:00:01Z'), recipient);
  expect(lines.map((line) => [line.request.reference, line.isLate])).toEqual([
    [quarantined.reference, true],
    [morning.reference, true],
    [evening.reference, false],
    [texts.reference, false],
  ]);
});

test('a request and its repeats are one line with the nearest promise, as long as one of them is open', () => {
  const first = request({ contactWindow: 'saturday' });
  const again = request({ repeatOf: first.id, receivedAt: '2026-11-23T16:00:00.000Z' });
  const now = new Date(monday);
  const [line, ...others] = worklist([again, first], now, recipient);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ request: first, open: [first, again], promise: { by: '2026-11-23T18:00:00.000Z' } });
  expect(worklist([again, { ...first, state: 'erased' }], now, recipient)).toMatchObject([
    { request: again, open: [again] },
  ]);
  expect(
    worklist(
      [
        { ...again, state: 'done' },
        { ...first, state: 'erased' },
      ],
      now,
      recipient,
    ),
  ).toEqual([]);
});

test('a holiday and a day that the operator has closed keep no promise', () => {
  const asked = request({ receivedAt: '2026-11-25T23:00:00.000Z' });
  const closed = { federalHolidays: true, days: ['2026-11-27'] };
  expect(promiseOf(asked, recipient)?.by).toBe('2026-11-26T18:00:00.000Z');
  expect(promiseOf(asked, { ...recipient, closed })?.by).toBe('2026-11-30T18:00:00.000Z');
});

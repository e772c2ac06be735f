import { expect, test } from 'vitest';
import { counted, lengthOf, meetingTimes, spanOf, timeOf } from '#planner/clock-words.ts';
import { plannerWords } from './planner-words.ts';

const [en, es] = [plannerWords.en.clock, plannerWords.es.clock];

test.each([
  [0, '0 hours'],
  [1, '1 min'],
  [60, '1 hour'],
  [61, '1 hour 1 min'],
  [630, '10 hours 30 min'],
  [2400, '40 hours'],
])('%i minutes are "%s"', (minutes, told) => {
  expect(lengthOf(minutes, en)).toBe(told);
});

test.each([
  [0, 'midnight', 'medianoche'],
  [30, '12:30 a.m.', '12:30 a. m.'],
  [6 * 60 + 5, '6:05 a.m.', '6:05 a. m.'],
  [12 * 60, 'noon', 'mediodía'],
  [12 * 60 + 1, '12:01 p.m.', '12:01 p. m.'],
  [18 * 60, '6 p.m.', '6 p. m.'],
  [24 * 60, 'midnight', 'medianoche'],
  // A session by the clock of another zone may end on the next day.
  [25 * 60, '1 a.m.', '1 a. m.'],
])('minute %i of a day is "%s", in Spanish "%s"', (minute, english, spanish) => {
  expect(timeOf(minute, en)).toBe(english);
  expect(timeOf(minute, es)).toBe(spanish);
});

test('a span goes from one time to another', () => {
  expect(spanOf({ from: 540, to: 720 }, en)).toBe('9 a.m. to noon');
  expect(spanOf({ from: 540, to: 720 }, es)).toBe('de 9 a. m. a mediodía');
});

test('days with the same times are told together', () => {
  expect(
    meetingTimes(
      [
        { day: 'friday', from: 1020, to: 1260 },
        { day: 'saturday', from: 540, to: 780 },
        { day: 'sunday', from: 540, to: 780 },
      ],
      en,
    ),
  ).toBe('Fri 5 p.m. to 9 p.m.; Sat, Sun 9 a.m. to 1 p.m.');
  expect(meetingTimes([], en)).toBe('');
});

test('one has its own text, none has that of many', () => {
  const times = { one: 'once', other: '{count} times' };
  expect([0, 1, 2].map((count) => counted(times, count))).toEqual(['0 times', 'once', '2 times']);
});

import { expect, test } from 'vitest';
import { afterStroke, longestPause, noPresses, type Stroke } from '#site/leaving.ts';

/** How many presses of Shift alone have been counted after these strokes, each with the time when it comes, in milliseconds. */
const counted = (...strokes: [stroke: Stroke, at: number][]) =>
  strokes.reduce((presses, [stroke, at]) => afterStroke(presses, stroke, at), noPresses).count;

const press = (at: number): [Stroke, number][] => [
  ['shift-down', at],
  ['shift-up', at + 80],
];

test('three presses of Shift alone are counted when the key comes up', () => {
  expect(counted(...press(0), ...press(300), ['shift-down', 600])).toBe(2);
  expect(counted(...press(0), ...press(300), ...press(600))).toBe(3);
});

test('a press counts with the one before for 5 seconds, however long the row', () => {
  expect(counted(...press(0), ...press(longestPause), ...press(2 * longestPause))).toBe(3);
  expect(counted(...press(0), ...press(longestPause + 1))).toBe(1);
});

test('typing capitals never leaves', () => {
  const capital = (at: number): [Stroke, number][] => [
    ['shift-down', at],
    ['other', at + 40],
    ['shift-up', at + 80],
  ];
  expect(counted(...capital(0), ...capital(200), ...capital(400))).toBe(0);
});

test('any other key or press of a pointer starts the row again', () => {
  expect(counted(...press(0), ...press(300), ['other', 500], ...press(600))).toBe(1);
});

test('Shift that was down before anybody listened is no press', () => {
  expect(counted(['shift-up', 0])).toBe(0);
});

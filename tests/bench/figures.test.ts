import { expect, test } from 'vitest';
import { median, percentile, verdict } from '../../bench/figures.ts';

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 20, 30])).toBe(25);
  expect(median([])).toBeNaN();
});

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.95)).toBeNaN();
});

test('a wish is granted up to and including its limit', () => {
  const wish = { what: 'ready', peer: 100, atMost: 1.2 };
  expect(verdict({ ...wish, ours: 120 })).toBe('PASS  ready: 1.20 times, wished at most 1.2');
  expect(verdict({ ...wish, ours: 130 })).toBe('over the wish  ready: 1.30 times, wished at most 1.2');
});

test('a figure that is missing grants no wish', () => {
  expect(verdict({ what: 'ready', ours: Number.NaN, peer: 100, atMost: 1.2 })).toMatch(/^over the wish/);
});

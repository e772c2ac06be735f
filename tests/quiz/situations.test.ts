import { expect, test } from 'vitest';
import { rules } from '#quiz/judge.ts';
import { levels, readings } from '#quiz/readings.ts';
import { packedSetting, packedUrgency } from '#quiz/settle.ts';
import { situations } from '#quiz/situations.ts';
import { settleAll, sizeOfSpace, stepsUp, strideOf } from '#quiz/space.ts';

test.each([
  ['setting', 1, 15],
  ['setting', 2, 38],
  ['setting', 3, 17],
  ['setting', 4, 13],
  ['urgency', 1, 12],
  ['urgency', 2, 31],
] as const)('%s %i or more is fully described by %i smallest situations', (of, height, count) => {
  expect(situations(rules, of, height)).toHaveLength(count);
});

/** The height each combination of readings reaches by lying in a situation: marked at the situation itself, then carried upward. */
function heightsBySituation(of: 'setting' | 'urgency', heights: readonly number[]): Uint8Array {
  const reached = new Uint8Array(sizeOfSpace);
  for (const height of heights) {
    for (const situation of situations(rules, of, height)) {
      const place = readings.reduce((sum, reading) => sum + (situation[reading] ?? 0) * strideOf[reading], 0);
      reached[place] = height;
    }
  }
  for (const reading of readings) {
    const stride = strideOf[reading];
    for (const [from, to] of stepsUp(reading)) {
      for (let start = 0; start < sizeOfSpace; start += stride * levels[reading].length) {
        for (let below = start + from * stride; below < start + (from + 1) * stride; below++) {
          const above = below + (to - from) * stride;
          reached[above] = Math.max(reached[above] as number, reached[below] as number);
        }
      }
    }
  }
  return reached;
}

test('the situations and the rules agree on every combination of readings', { timeout: 120_000 }, () => {
  const settled = settleAll(rules);
  const agrees = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
  expect(agrees(heightsBySituation('setting', [1, 2, 3, 4]), settled.map(packedSetting))).toBe(true);
  expect(agrees(heightsBySituation('urgency', [1, 2]), settled.map(packedUrgency))).toBe(true);
});

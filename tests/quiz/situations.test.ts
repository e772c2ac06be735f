import { expect, test } from 'vitest';
import { rules } from '#quiz/judge.ts';
import { levelOf, levels, readings } from '#quiz/readings.ts';
import { packedSetting, packedUrgency } from '#quiz/settle.ts';
import { isAtLeast, type Situation, situations } from '#quiz/situations.ts';
import { levelIn, settleAll, sizeOfSpace, stepsUp, strideOf } from '#quiz/space.ts';

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
function heightsBySituation(
  of: 'setting' | 'urgency',
  heights: readonly number[],
  adapt = (situation: Situation) => situation,
): Uint8Array {
  const reached = new Uint8Array(sizeOfSpace);
  for (const height of heights) {
    for (const situation of situations(rules, of, height).map(adapt)) {
      const place = readings.reduce((sum, reading) => sum + (situation[reading] ?? 0) * strideOf[reading], 0);
      reached[place] = Math.max(reached[place] as number, height);
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

test('with "I never go more than a day without" the situations agree too, whatever else is answered', {
  timeout: 120_000,
}, () => {
  const settled = settleAll(rules);
  const most = levelOf('pattern', 'most');
  const symptoms = levelOf('withdrawal', 'symptoms');
  // A condition on the pattern also counts as met if use on most days would meet it; such a condition asks for nothing any more.
  const withoutPattern = ({ pattern, ...others }: Situation): Situation =>
    pattern === undefined || isAtLeast('pattern', most, pattern) ? others : { ...others, pattern };
  const setting = heightsBySituation('setting', [1, 2, 3, 4], withoutPattern);
  const urgency = heightsBySituation('urgency', [1, 2], withoutPattern);
  let cases = 0;
  let differences = 0;
  for (let combination = 0; combination < sizeOfSpace; combination++) {
    if (levelIn(combination, 'withdrawal') !== symptoms) continue;
    if (levelIn(combination, 'alcohol') + levelIn(combination, 'sedatives') === 0) continue;
    const onMostDays = combination + (most - levelIn(combination, 'pattern')) * strideOf.pattern;
    const [asRead, asMost] = [settled[combination] as number, settled[onMostDays] as number];
    cases++;
    if (setting[combination] !== Math.max(packedSetting(asRead), packedSetting(asMost))) differences++;
    if (urgency[combination] !== Math.max(packedUrgency(asRead), packedUrgency(asMost))) differences++;
  }
  expect({ cases, differences }).toEqual({ cases: sizeOfSpace / 4, differences: 0 });
});

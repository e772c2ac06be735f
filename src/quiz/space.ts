import { levelOf, levels, lowest, type Measures, type Reading, readings } from './readings.ts';
import { type PreparedRules, packedScore, packedSetting, packedUrgency, settle } from './settle.ts';

/** Every combination of readings. A combination is numbered with the last reading changing fastest. */
export const sizeOfSpace = readings.reduce((size, reading) => size * levels[reading].length, 1);

/** How far apart two combinations are that differ by one level of a reading. */
export const strideOf: Readonly<Record<Reading, number>> = (() => {
  const strides: Partial<Record<Reading, number>> = {};
  let stride = 1;
  for (const reading of [...readings].reverse()) {
    strides[reading] = stride;
    stride *= levels[reading].length;
  }
  return strides as Record<Reading, number>;
})();

/** The level of a reading in a numbered combination. */
export const levelIn = (combination: number, reading: Reading): number =>
  Math.floor(combination / strideOf[reading]) % levels[reading].length;

/** Steps from one level to the next above it. Most orders are a line; age and pattern fork. */
export function stepsUp(reading: Reading): readonly (readonly [from: number, to: number])[] {
  if (reading === 'age') {
    const adult = levelOf('age', 'adult');
    return [
      [adult, levelOf('age', 'teen')],
      [adult, levelOf('age', 'older')],
    ];
  }
  if (reading === 'pattern') {
    const [quiet, finished, few, most] = levels.pattern.map((word) => levelOf('pattern', word)) as [0, 1, 2, 3];
    return [
      [quiet, finished],
      [quiet, few],
      [few, most],
    ];
  }
  return levels[reading].slice(1).map((_, below) => [below, below + 1] as const);
}

/** Settles every combination, in order, and hands each to `visit` with its measures derived. The same object is handed out every time. */
export function settleAll(
  rules: PreparedRules,
  visit: (combination: number, measures: Measures, packed: number) => void = () => {},
): Uint8Array {
  const settled = new Uint8Array(sizeOfSpace);
  const measures = lowest();
  for (let combination = 0; combination < sizeOfSpace; combination++) {
    const packed = settle(rules, measures);
    settled[combination] = packed;
    visit(combination, measures, packed);
    for (let place = readings.length - 1; place >= 0; place--) {
      const reading = readings[place] as Reading;
      measures[reading] += 1;
      if (measures[reading] < levels[reading].length) break;
      measures[reading] = 0;
    }
  }
  return settled;
}

/** A case in words, for the report of a failure. */
export function inWords(combination: number, packed: number): string {
  const raised = readings.filter((reading) => levelIn(combination, reading) > 0);
  const words = raised.map((reading) => `${reading} ${levels[reading][levelIn(combination, reading)]}`);
  return `${words.join(', ') || 'everything lowest'} → score ${packedScore(packed)}, urgency ${packedUrgency(packed)}, setting ${packedSetting(packed)}`;
}

import { type Level, levelOf, levels, type Measure, type Measures } from './readings.ts';
import type { SettingRule, Tables, UrgencyRule } from './rules.ts';
import { bitOf, packedSetting, packedUrgency } from './settle.ts';

interface Row {
  bit: number;
  isUrgency: boolean;
  asks: readonly (readonly [Measure, number])[];
  /** By pattern × 4 + signs. */
  heights: readonly number[];
}

const rowsOf = (rules: readonly (SettingRule | UrgencyRule)[]): Row[] =>
  rules.map((row) => ({
    bit: bitOf(row.rule),
    isUrgency: 'urgency' in row,
    asks: (Object.entries(row.when) as [Measure, Level<Measure>][]).map(
      ([measure, level]) => [measure, levelOf(measure, level as never)] as const,
    ),
    heights: levels.pattern.flatMap((pattern) =>
      'urgency' in row ? levels.signs.map(() => row.urgency) : row.floors[pattern],
    ),
  }));

/**
 * The rules that decide a case as fit criteria 4.1 have it: each with a line whose floor is the setting or the urgency. Read straight from
 * the tables, line by line, to check those that a result names. Measures must be derived.
 */
export function decidingIn(tables: Tables): (measures: Measures, packed: number) => number {
  const rows = [...rowsOf(tables.urgency), ...rowsOf(tables.setting)];
  return (measures, packed) => {
    const urgency = packedUrgency(packed);
    const setting = packedSetting(packed);
    const column = measures.pattern * 4 + measures.signs;
    let bits = 0;
    for (let place = 0; place < rows.length; place++) {
      const { bit, isUrgency, asks, heights } = rows[place] as Row;
      const settled = isUrgency ? urgency : setting;
      if (settled === 0 || heights[column] !== settled) continue;
      if (asks.every(([measure, atLeast]) => measures[measure] >= atLeast)) bits |= bit;
    }
    return bits;
  };
}

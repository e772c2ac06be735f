import type { QuestionId } from './questions.ts';
import { levels, lowest, type Measures, type Reading, readings } from './readings.ts';
import type { RuleId } from './result.ts';
import { questionsOfRule } from './rules.ts';
import { derive, floorOf, isUrgencyRule, type PreparedRules } from './settle.ts';
import { stepsUp } from './space.ts';

/** A smallest set of readings that reaches a level whatever the rest is. Readings not named may be anything. */
export type Situation = Readonly<Partial<Record<Reading, number>>>;

/** Whether a level is another or stands above it. */
export function isAtLeast(reading: Reading, level: number, least: number): boolean {
  return level === least || stepsUp(reading).some(([from, to]) => to === level && isAtLeast(reading, from, least));
}

/** Whether a case is in a situation. */
export const isIn = (measures: Situation, situation: Situation): boolean =>
  (Object.entries(situation) as [Reading, number][]).every(([reading, least]) =>
    isAtLeast(reading, measures[reading] ?? 0, least),
  );

const readingsOf = (id: QuestionId): readonly Reading[] =>
  id === 'substances' ? ['alcohol', 'sedatives', 'opioids', 'others'] : [id as Reading];

/** Calls `visit` with every combination of some readings, the others at their lowest. */
function walk(some: readonly Reading[], measures: Measures, visit: () => void): void {
  const [reading, ...others] = some;
  if (!reading) {
    visit();
    return;
  }
  for (let level = 0; level < levels[reading].length; level++) {
    measures[reading] = level;
    walk(others, measures, visit);
  }
  measures[reading] = 0;
}

/** The smallest situations in which one rule alone reaches a height. */
function situationsOfRule(rules: PreparedRules, rule: RuleId, height: number): Situation[] {
  const floors = isUrgencyRule(rule) ? rules.urgency : rules.setting;
  const some = questionsOfRule[rule].flatMap(readingsOf);
  const measures = lowest();
  const reaches = () => {
    derive(rules, measures);
    return floorOf(floors, rule, measures) >= height;
  };
  const reachesBelow = (reading: Reading): boolean => {
    const level = measures[reading];
    const below = stepsUp(reading).filter(([, to]) => to === level);
    const found = below.some(([from]) => {
      measures[reading] = from;
      return reaches();
    });
    measures[reading] = level;
    return found;
  };
  const found: Situation[] = [];
  walk(some, measures, () => {
    if (!reaches() || some.some(reachesBelow)) return;
    const raised = readings.filter((reading) => measures[reading] > 0);
    found.push(Object.fromEntries(raised.map((reading) => [reading, measures[reading]])));
  });
  return found;
}

/**
 * The complete description of the rules: every smallest situation that reaches a setting (1–4) or an urgency (1, 2), found by search. A
 * case reaches the height exactly when it is in one of them. Each names at most one level per reading; a situation without a pattern
 * holds at any.
 */
export function situations(rules: PreparedRules, of: 'setting' | 'urgency', height: number): Situation[] {
  const named = new Set(rules[of].flat().map(({ rule }) => rule));
  const found = [...named].flatMap((rule) => situationsOfRule(rules, rule, height));
  const distinct = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  return distinct.filter((one) => !distinct.some((other) => other !== one && isIn(one, other)));
}

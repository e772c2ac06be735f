import { type Level, levelOf, levels, type Measure, type Measures } from './readings.ts';
import type { RuleId } from './result.ts';
import { questionsOfRule, type Tables, type When } from './rules.ts';

type Ask = readonly [measure: Measure, atLeast: number];

/** Every rule that sets urgency or setting, in the order in which reasons are given. Red flags stand before them. */
export const floorRules = (Object.keys(questionsOfRule) as RuleId[]).filter((rule) => !rule.startsWith('E-'));

/** The bit of a rule in a set of them. */
export const bitOf = (rule: RuleId): number => 1 << floorRules.indexOf(rule);

/** Whether a rule speaks of how soon, not of how much. */
export const isUrgencyRule = (rule: RuleId): boolean => rule.startsWith('U-');

/** A rule at one pattern and one band of signs. */
interface Floor {
  rule: RuleId;
  bit: number;
  asks: readonly Ask[];
  height: number;
}

/** Floors by pattern × 4 + signs, each list from the highest down: the first that is met decides. */
type Floors = readonly (readonly Floor[])[];

/** Tables with words turned into numbers, ready to be asked millions of times without allocating. */
export interface PreparedRules {
  score: readonly { asks: readonly Ask[]; few: readonly number[]; most: readonly number[] }[];
  raises: readonly { asks: readonly Ask[]; becomes: readonly number[] }[];
  urgency: Floors;
  setting: Floors;
}

const asksOf = (when: When): Ask[] =>
  (Object.entries(when) as [Measure, never][]).map(([measure, level]) => [measure, levelOf(measure, level)]);

function floorsOf<R extends { rule: RuleId; when: When }>(
  rules: readonly R[],
  heightIn: (rule: R, pattern: Level<'pattern'>, signs: number) => number,
): Floors {
  return levels.pattern.flatMap((pattern) =>
    levels.signs.map((_, signs) =>
      rules
        .map((rule) => ({
          rule: rule.rule,
          bit: bitOf(rule.rule),
          asks: asksOf(rule.when),
          height: heightIn(rule, pattern, signs),
        }))
        .filter(({ height }) => height > 0)
        .sort((one, other) => other.height - one.height),
    ),
  );
}

/** Turns the words of the tables into numbers, once. */
export function prepare({ score, raises, urgency, setting }: Tables): PreparedRules {
  return {
    score: score.map(({ when, few, most }) => ({ asks: asksOf(when), few, most })),
    raises: raises.map(({ when, becomes }) => ({ asks: asksOf(when), becomes })),
    urgency: floorsOf(urgency, (rule) => rule.urgency),
    setting: floorsOf(setting, ({ floors }, pattern, signs) => floors[pattern][signs] as number),
  };
}

const few = levelOf('pattern', 'few');
const most = levelOf('pattern', 'most');

function isMet(asks: readonly Ask[], measures: Measures): boolean {
  for (let place = 0; place < asks.length; place++) {
    const [measure, atLeast] = asks[place] as Ask;
    if (measures[measure] < atLeast) return false;
  }
  return true;
}

function scoreOf({ score, raises }: PreparedRules, measures: Measures): number {
  if (!measures.active) return 0;
  let base = 0;
  for (const row of score) {
    if (!isMet(row.asks, measures)) continue;
    base = Math.max(base, (measures.pattern === most ? row.most : row.few)[measures.withdrawal] as number);
  }
  let raised = base;
  for (const raise of raises) {
    if (isMet(raise.asks, measures)) raised = Math.max(raised, raise.becomes[base] as number);
  }
  return raised;
}

/** Fills in the measures that follow from the readings. */
export function derive(rules: PreparedRules, measures: Measures): void {
  measures.active = Number(measures.pattern >= few);
  measures.downers = measures.alcohol + measures.sedatives + measures.opioids;
  measures.score = scoreOf(rules, measures);
}

function highest(floors: Floors, measures: Measures, rule?: RuleId): number {
  for (const floor of floors[measures.pattern * 4 + measures.signs] as readonly Floor[]) {
    if ((!rule || floor.rule === rule) && isMet(floor.asks, measures)) return floor.height;
  }
  return 0;
}

/** The floor that one rule sets, 0 if none. Measures must be derived. */
export const floorOf = (floors: Floors, rule: RuleId, measures: Measures): number => highest(floors, measures, rule);

/** The rules that decide a case, one bit each: their floor is the height that was settled. A height of nothing decides nothing. Measures must be derived. */
export function governing(floors: Floors, settled: number, measures: Measures): number {
  if (settled === 0) return 0;
  let bits = 0;
  const list = floors[measures.pattern * 4 + measures.signs] as readonly Floor[];
  for (let place = 0; place < list.length; place++) {
    const { height, bit, asks } = list[place] as Floor;
    if (height < settled) break;
    if (isMet(asks, measures)) bits |= bit;
  }
  return bits;
}

/** Withdrawal score, urgency and setting of one case, packed into 7 bits. Derives first; allocates nothing. */
export function settle(rules: PreparedRules, measures: Measures): number {
  derive(rules, measures);
  return pack(measures.score, highest(rules.urgency, measures), highest(rules.setting, measures));
}

const pack = (score: number, urgency: number, setting: number): number => score | (urgency << 2) | (setting << 4);
export const packedScore = (packed: number): number => packed & 3;
export const packedUrgency = (packed: number): number => (packed >> 2) & 3;
export const packedSetting = (packed: number): number => packed >> 4;

/** A case in which a red flag fired: an emergency, whatever the rules say of the rest. */
export const alarmed = (packed: number): number => packed | (3 << 2);

/** Headline of a packed case as its place among the outcomes: 0–4 the setting, 5 a medical check first, 6 an emergency. */
export function packedHeadline(packed: number): number {
  const urgency = packedUrgency(packed);
  return urgency >= 2 ? urgency + 3 : packedSetting(packed);
}

/** The higher in every part. */
export const higher = (one: number, other: number): number =>
  pack(
    Math.max(packedScore(one), packedScore(other)),
    Math.max(packedUrgency(one), packedUrgency(other)),
    Math.max(packedSetting(one), packedSetting(other)),
  );

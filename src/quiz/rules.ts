import type { QuestionId } from './questions.ts';
import type { Level, Measure } from './readings.ts';
import type { RuleId, SettingRuleId, UrgencyRuleId } from './result.ts';

/** Each named measure stands at this level or above. Nothing named: always. */
export type When = { readonly [M in Measure]?: Level<M> };
type Four = readonly [number, number, number, number];
type Three = readonly [number, number, number];

/** Points for one class of substances by withdrawal before: none, symptoms, severe. Without use the score is 0. */
export interface ScoreRow {
  when: When;
  few: Three;
  most: Three;
}

/** What a score of 0, 1, 2, 3 becomes. The highest of all that apply counts. */
export interface ScoreRaise {
  when: When;
  becomes: Four;
}

export interface UrgencyRule {
  rule: UrgencyRuleId;
  when: When;
  urgency: number;
}

/** A floor under the setting (0 no sign, 1 outpatient, 2 IOP, 3 day program, 4 residential) by pattern, then by signs 0–1, 2–3, 4–5, 6+. */
export interface SettingRule {
  rule: SettingRuleId;
  when: When;
  floors: Readonly<Record<Level<'pattern'>, Four>>;
}

export interface Tables {
  score: readonly ScoreRow[];
  raises: readonly ScoreRaise[];
  urgency: readonly UrgencyRule[];
  setting: readonly SettingRule[];
}

/**
 * The rules of the quiz (fit criteria 3.3–3.5). Every line is a floor and the highest one wins: nothing is averaged, nothing subtracts, so
 * a further danger can never lower a result. The facts behind each rule stand under `because` in content/quiz.
 */
export const tables = {
  score: [
    // aw-go-home-list, bzd-never-sudden, ghb-withdrawal
    { when: { alcohol: 'yes' }, few: [0, 1, 2], most: [1, 2, 3] },
    { when: { sedatives: 'yes' }, few: [0, 1, 2], most: [1, 2, 3] },
    // aw-mixed-drugs, bzd-mix-deadly
    { when: { alcohol: 'yes', sedatives: 'yes' }, few: [0, 2, 3], most: [2, 3, 3] },
    // Without symptoms too: on most days, starting a medicine is the medical step (oud-detox-alone, oud-meds-better).
    { when: { opioids: 'yes' }, few: [0, 1, 2], most: [2, 2, 3] },
    // ucsf-inpatient-wd
    { when: { others: 'yes' }, few: [0, 0, 1], most: [0, 0, 2] },
    // preg-no-sudden
    { when: { pregnancy: 'yes', downers: '1' }, few: [1, 1, 1], most: [3, 3, 3] },
  ],
  raises: [
    // aw-inpatient-signs
    { when: { health: 'serious' }, becomes: [0, 3, 3, 3] },
    // Teen or older (aw-inpatient-signs)
    { when: { age: 'teen' }, becomes: [0, 2, 3, 3] },
    // aw-environment
    { when: { home: 'using' }, becomes: [0, 1, 3, 3] },
  ],
  urgency: [
    { rule: 'U-WITHDRAWAL', when: { score: '1' }, urgency: 1 },
    { rule: 'U-WITHDRAWAL', when: { score: '2' }, urgency: 2 },
    { rule: 'U-HEALTH', when: { health: 'serious' }, urgency: 2 },
    { rule: 'U-PREGNANCY', when: { pregnancy: 'yes', active: 'yes' }, urgency: 1 },
    { rule: 'U-OVERDOSE', when: { overdose: 'overdose', opioids: 'yes', active: 'yes' }, urgency: 2 },
    { rule: 'U-MENTAL', when: { mental: 'severe' }, urgency: 1 },
    { rule: 'U-SELFHARM', when: { selfharm: 'thoughts' }, urgency: 1 },
  ],
  setting: [
    {
      rule: 'R-AFTERCARE',
      when: { score: '1' },
      floors: { quiet: [1, 1, 1, 1], finished: [1, 1, 1, 1], few: [1, 1, 1, 1], most: [1, 1, 1, 1] },
    },
    {
      rule: 'R-AFTERCARE',
      when: { score: '2', alcohol: 'yes' },
      floors: { quiet: [2, 2, 2, 2], finished: [2, 2, 2, 2], few: [2, 2, 2, 2], most: [2, 2, 2, 2] },
    },
    {
      rule: 'R-AFTERCARE',
      when: { score: '2', sedatives: 'yes' },
      floors: { quiet: [1, 2, 2, 2], finished: [1, 2, 2, 2], few: [1, 2, 2, 2], most: [1, 2, 2, 2] },
    },
    {
      rule: 'R-HEALTH',
      when: { health: 'serious' },
      floors: { quiet: [1, 1, 1, 1], finished: [1, 1, 1, 1], few: [1, 1, 1, 1], most: [1, 1, 1, 1] },
    },
    {
      rule: 'R-PREG',
      when: { pregnancy: 'yes' },
      floors: { quiet: [0, 0, 0, 0], finished: [2, 2, 2, 2], few: [1, 2, 2, 2], most: [1, 2, 2, 2] },
    },
    {
      rule: 'R-OVERDOSE',
      when: { overdose: 'risky' },
      floors: { quiet: [1, 1, 1, 1], finished: [2, 2, 2, 2], few: [1, 2, 2, 2], most: [2, 2, 2, 2] },
    },
    // Two downers on most days are a risky use, whether the reader calls it so or not (bzd-mix-deadly).
    {
      rule: 'R-OVERDOSE',
      when: { downers: '2' },
      floors: { quiet: [0, 0, 0, 0], finished: [0, 0, 0, 0], few: [0, 0, 0, 0], most: [2, 2, 2, 2] },
    },
    {
      rule: 'R-OVERDOSE',
      when: { overdose: 'overdose' },
      floors: { quiet: [2, 2, 2, 2], finished: [3, 3, 3, 3], few: [3, 3, 3, 3], most: [3, 3, 3, 3] },
    },
    {
      rule: 'R-HOME',
      when: { home: 'using' },
      floors: { quiet: [0, 0, 0, 0], finished: [0, 1, 2, 4], few: [0, 1, 2, 4], most: [0, 1, 2, 4] },
    },
    {
      rule: 'R-HOME',
      when: { home: 'using', between: 'unlikely' },
      floors: { quiet: [0, 0, 0, 0], finished: [0, 1, 4, 4], few: [0, 1, 4, 4], most: [0, 1, 4, 4] },
    },
    {
      rule: 'R-HOME',
      when: { home: 'unsafe' },
      floors: { quiet: [0, 1, 2, 2], finished: [1, 2, 4, 4], few: [1, 2, 4, 4], most: [1, 2, 4, 4] },
    },
    {
      rule: 'R-MENTAL-HOME',
      when: { mental: 'severe', home: 'using' },
      floors: { quiet: [0, 0, 0, 0], finished: [0, 0, 4, 4], few: [0, 0, 4, 4], most: [0, 0, 4, 4] },
    },
    {
      rule: 'R-MENTAL',
      when: { mental: 'moderate' },
      floors: { quiet: [0, 1, 1, 1], finished: [0, 1, 2, 2], few: [0, 1, 2, 2], most: [0, 1, 2, 2] },
    },
    {
      rule: 'R-MENTAL',
      when: { mental: 'severe' },
      floors: { quiet: [1, 2, 2, 2], finished: [3, 3, 3, 4], few: [1, 3, 3, 4], most: [3, 3, 3, 4] },
    },
    {
      rule: 'R-BETWEEN',
      when: { between: 'maybe' },
      floors: { quiet: [0, 1, 1, 1], finished: [0, 0, 0, 0], few: [0, 0, 0, 0], most: [0, 0, 0, 3] },
    },
    {
      rule: 'R-BETWEEN',
      when: { between: 'unlikely' },
      floors: { quiet: [1, 2, 2, 2], finished: [2, 2, 3, 4], few: [1, 2, 3, 4], most: [1, 2, 3, 4] },
    },
    {
      rule: 'R-TRIED',
      when: { tried: 'weekly' },
      floors: { quiet: [1, 1, 1, 1], finished: [2, 2, 2, 2], few: [1, 2, 2, 2], most: [1, 2, 2, 2] },
    },
    {
      rule: 'R-TRIED',
      when: { tried: 'iop' },
      floors: { quiet: [2, 2, 2, 2], finished: [3, 3, 3, 3], few: [3, 3, 3, 3], most: [3, 3, 3, 3] },
    },
    {
      rule: 'R-TRIED',
      when: { tried: 'residential' },
      floors: { quiet: [2, 2, 2, 2], finished: [3, 3, 3, 3], few: [3, 3, 3, 3], most: [3, 3, 3, 4] },
    },
    {
      rule: 'R-SIGNS',
      when: {},
      floors: { quiet: [0, 1, 1, 1], finished: [2, 2, 2, 2], few: [0, 1, 2, 2], most: [1, 1, 2, 2] },
    },
    {
      rule: 'R-MIX',
      when: { downers: '2' },
      floors: { quiet: [0, 0, 0, 0], finished: [0, 0, 0, 0], few: [0, 0, 0, 0], most: [0, 0, 0, 3] },
    },
    {
      rule: 'R-SELFHARM',
      when: { selfharm: 'thoughts' },
      floors: { quiet: [1, 1, 2, 2], finished: [1, 1, 2, 2], few: [1, 1, 2, 2], most: [1, 1, 2, 2] },
    },
  ],
} as const satisfies Tables;

const scored = ['substances', 'pattern', 'withdrawal', 'pregnancy', 'age', 'health', 'home'] as const;

/** The questions each rule reads, its own first. The order of the rules is the order in which reasons are given (fit criteria 4.1). */
export const questionsOfRule: Readonly<Record<RuleId, readonly QuestionId[]>> = {
  'E-911': ['now'],
  'E-CHECK': ['now'],
  'E-988': ['selfharm'],
  'U-WITHDRAWAL': scored,
  'R-AFTERCARE': [...scored, 'signs'],
  'U-HEALTH': ['health'],
  'R-HEALTH': ['health'],
  'U-PREGNANCY': ['pregnancy', 'pattern'],
  'R-PREG': ['pregnancy', 'pattern', 'signs'],
  'U-OVERDOSE': ['overdose', 'substances', 'pattern'],
  'R-OVERDOSE': ['overdose', 'substances', 'pattern', 'signs'],
  'R-HOME': ['home', 'signs', 'pattern', 'between'],
  'R-MENTAL-HOME': ['mental', 'home', 'signs', 'pattern'],
  'U-MENTAL': ['mental'],
  'R-MENTAL': ['mental', 'signs', 'pattern'],
  'R-BETWEEN': ['between', 'signs', 'pattern'],
  'R-TRIED': ['tried', 'pattern', 'signs'],
  'R-SIGNS': ['signs', 'pattern'],
  'R-MIX': ['substances', 'pattern', 'signs'],
  'U-SELFHARM': ['selfharm'],
  'R-SELFHARM': ['selfharm', 'signs'],
};

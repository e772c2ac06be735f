import type { QuestionId } from './questions.ts';

/** The least intensive setting that the answers allow, from none to most. */
export const settings = ['no-sign', 'outpatient', 'iop', 'php', 'residential'] as const;
export type Setting = (typeof settings)[number];

/** All outcomes, lowest first. A medical check stands above every program because it comes before any. */
export const outcomes = [...settings, 'medical-first', 'emergency'] as const;
export type Outcome = (typeof outcomes)[number];

/** 0 none, 1 see a professional within days, 2 medical check first, 3 emergency now. */
export type Urgency = 0 | 1 | 2 | 3;

/** Rules that end the quiz. */
export type RedFlagId = 'E-911' | 'E-CHECK' | 'E-988';
/** Rules that set how soon. */
export type UrgencyRuleId = 'U-WITHDRAWAL' | 'U-HEALTH' | 'U-OVERDOSE' | 'U-SELFHARM' | 'U-MENTAL' | 'U-PREGNANCY';
/** Rules that set a floor under the setting. */
export type SettingRuleId =
  | 'R-AFTERCARE'
  | 'R-HEALTH'
  | 'R-PREG'
  | 'R-OVERDOSE'
  | 'R-HOME'
  | 'R-MENTAL-HOME'
  | 'R-MENTAL'
  | 'R-BETWEEN'
  | 'R-TRIED'
  | 'R-SIGNS'
  | 'R-MIX'
  | 'R-SELFHARM';
export type RuleId = RedFlagId | UrgencyRuleId | SettingRuleId;

/** Notes that a result carries. They add text and never lower anything. */
export const flagIds = [
  'NALOXONE',
  'OPIOID-MEDICINE',
  'NO-SUDDEN-STOP',
  'WD-24H',
  'TOLERANCE',
  'CO-OCCURRING',
  'PREGNANCY',
  'TEEN',
  'OLDER',
  'SAFETY',
  'RECOVERY-HOUSING',
  'CONSIDER-MORE',
  'STEP-DOWN',
  'CHECK-ON-THEM',
  'SAP',
  'PARITY',
  'LEAVE',
  'EAP',
  'CRAFT',
  'LOW-CONFIDENCE',
] as const;
export type Flag = (typeof flagIds)[number];

export type Confidence = 'fairly-sure' | 'rough' | 'cannot-tell';

/** A rule that decided, and the answers without which it would not have. */
export interface Reason {
  rule: RuleId;
  /** The rule's own question first. */
  questions: readonly QuestionId[];
}

/** What the answers come to. For an emergency `setting`, `then` and `range` are null: the quiz stops. */
export interface Result {
  headline: Outcome;
  urgency: Urgency;
  setting: Setting | null;
  /** The program after the medical check; null unless the headline is `medical-first`. */
  then: Setting | null;
  /** Every rule whose floor equals the setting or the urgency, and no other. Floors of 0 decide nothing. */
  because: readonly Reason[];
  /** The questions of a smallest set of answers that already gives this headline, in the order asked. */
  shortest: readonly QuestionId[];
  flags: readonly Flag[];
  confidence: Confidence;
  /** The headlines reachable if every `unknown` were answered one way or another, danger of this minute excepted. */
  range: { lowest: Outcome; highest: Outcome } | null;
  /** Questions without a readable answer, and `voice` where it is not said. */
  missing: readonly (QuestionId | 'voice')[];
  version: string;
}

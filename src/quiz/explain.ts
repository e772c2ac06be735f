import type { Answers } from './answers.ts';
import { hear } from './heard.ts';
import { judge } from './judge.ts';
import type { QuestionId } from './questions.ts';
import type { Result, RuleId } from './result.ts';
import { isUrgencyRule } from './settle.ts';

/** Rules that decided for the same answers, so that no answer is quoted twice in a row. */
export interface Line {
  questions: readonly QuestionId[];
  rules: readonly RuleId[];
}

const keyOf = (questions: readonly QuestionId[]): string => [...questions].sort().join();

/**
 * "Because you said": first the line with the fewest answers that already gives the headline, then the rest in the order of fit
 * criteria 4.1. Every rule of `because` stands in exactly one line.
 */
export function becauseYouSaid({ because, headline, shortest }: Result): Line[] {
  const lines = new Map<string, { questions: readonly QuestionId[]; rules: RuleId[] }>();
  for (const { rule, questions } of because) {
    const line = lines.get(keyOf(questions)) ?? { questions, rules: [] };
    lines.set(keyOf(questions), line);
    line.rules.push(rule);
  }
  const decides = (rule: RuleId) => headline === 'emergency' || isUrgencyRule(rule) === (headline === 'medical-first');
  const [fewest] = [...lines.values()]
    .filter(({ rules }) => rules.some(decides))
    .sort((one, other) => one.questions.length - other.questions.length);
  // Where `never-stopped` stands for "most days", the reader's own answers are other ones than those of `shortest`.
  const opening = lines.get(keyOf(shortest)) ?? fewest;
  const others = [...lines.values()].filter((line) => line !== opening);
  return opening ? [opening, ...others] : others;
}

/** Why a medical check comes first (fit criteria 4.3). */
export type MedicalReason = 'WD' | 'WD-24H' | 'TAPER' | 'MEDS' | 'PREG' | 'HEALTH';

/** The variants of `medical-first` that fit, none for another headline. At least one: danger in withdrawal is what is left. */
export function medicalReasons(answers: Answers, { headline, flags }: Result): MedicalReason[] {
  if (headline !== 'medical-first') return [];
  const { score, ways } = judge(hear(answers));
  const [{ measures }] = ways as [(typeof ways)[0]];
  const { alcohol, sedatives, opioids, others } = measures;
  const fits: Record<MedicalReason, boolean> = {
    WD: score >= 2 && alcohol + sedatives > 0,
    'WD-24H': flags.includes('WD-24H'),
    TAPER: score >= 2 && sedatives > 0 && alcohol + opioids + others === 0 && measures.signs === 0,
    MEDS: flags.includes('OPIOID-MEDICINE'),
    PREG: measures.pregnancy > 0,
    HEALTH: measures.health === 2,
  };
  const reasons = (Object.keys(fits) as MedicalReason[]).filter((reason) => fits[reason]);
  return reasons.length > 0 ? reasons : ['WD'];
}

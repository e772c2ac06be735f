import type { Answers } from './answers.ts';
import { type CareCard, careCards } from './care-cards.ts';
import { type MedicalReason, medicalReasons } from './explain.ts';
import { hear } from './heard.ts';
import type { OptionOf, Voice } from './questions.ts';
import type { Confidence, Flag, Outcome, Result } from './result.ts';
import { tickedOptions } from './ticks.ts';

/** Weekly care for who ticked hardly a sign is called a talk with a doctor. */
export type LevelName = Outcome | 'check-in';

/**
 * The result page stands in the page from the start and shows what fits. A part of it names what it is for; these are the names there are,
 * besides those of facts.
 */
export type ShownName =
  | Voice
  | CareCard
  | Confidence
  | `medical-${MedicalReason}`
  | Flag
  | OptionOf<'practical'>
  /** The kind of care that may fit, or comes after a medical check; and its next steps. */
  | `level-${LevelName}`
  | `then-${LevelName}`
  | `steps-${Outcome}`
  /** What else is possible. */
  | `also-${Outcome}`
  | 'housing'
  | 'range'
  | 'no-reason';

/** How a kind of care is named for these answers. */
export function levelName(outcome: Outcome, answers: Answers): LevelName {
  const { signs, unknown } = hear(answers);
  return outcome === 'outpatient' && signs < 2 && !unknown.has('signs') ? 'check-in' : outcome;
}

/** The 24-hour variant says all that the plain one says. */
const withoutRepeats = (reasons: MedicalReason[]): MedicalReason[] =>
  reasons.filter((reason) => reason !== 'WD' || !reasons.includes('WD-24H'));

/** Whether 24-hour care is suggested because of the home. Recovery housing is then another way. */
const isForHome = ({ because }: Result): boolean =>
  because.some(({ rule }) => rule === 'R-HOME' || rule === 'R-MENTAL-HOME');

/** The names that hold for a result. */
export function shownFor(answers: Answers, result: Result): Set<ShownName> {
  const { headline, then, flags, confidence, range, because } = result;
  const program = then ?? headline;
  return new Set<ShownName>([
    answers.voice ?? 'self',
    confidence,
    `level-${levelName(headline, answers)}`,
    ...(then ? [`then-${levelName(then, answers)}` as const] : []),
    `steps-${headline}`,
    `also-${program}`,
    ...(program === 'residential' && isForHome(result) ? ['housing' as const] : []),
    ...(range && range.lowest !== range.highest ? ['range' as const] : []),
    ...(because.length > 0 ? [] : ['no-reason' as const]),
    ...careCards(answers, result),
    ...withoutRepeats(medicalReasons(answers, result)).map((reason) => `medical-${reason}` as const),
    ...flags,
    ...(tickedOptions(answers, 'practical') as OptionOf<'practical'>[]),
  ]);
}

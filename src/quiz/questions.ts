/** A question of the quiz. Its words stand in content/quiz; its ids are what answers, rules and tests speak of. */
export interface Question {
  id: string;
  /** Several options may be ticked. `none` then excludes the others. */
  many: boolean;
  /** Whether the rules read the answer. An unscored answer changes how treatment is arranged, never how much. */
  scored: boolean;
  /** In the order shown. `unknown` stands for "not sure" and for "prefer not to say". */
  options: readonly string[];
}

/** The questions in the order asked: safety first. */
export const questions = [
  { id: 'now', many: false, scored: true, options: ['none', 'danger', 'unknown'] },
  { id: 'selfharm', many: false, scored: true, options: ['none', 'thoughts', 'plan', 'unknown'] },
  { id: 'age', many: false, scored: true, options: ['under18', '18to64', '65plus', 'unknown'] },
  { id: 'pregnancy', many: false, scored: true, options: ['no', 'yes', 'unknown'] },
  {
    id: 'substances',
    many: true,
    scored: true,
    options: ['alcohol', 'sedatives', 'opioids', 'stimulants', 'cannabis', 'other', 'none', 'unknown'],
  },
  {
    id: 'pattern',
    many: false,
    scored: true,
    options: [
      'stopped30',
      'medicine-stable',
      'finished-program',
      'few-days',
      'most-days',
      'daily',
      'quit-recently',
      'unknown',
    ],
  },
  {
    id: 'withdrawal',
    many: false,
    scored: true,
    options: ['none', 'symptoms', 'severe', 'never-stopped', 'unknown'],
  },
  { id: 'health', many: false, scored: true, options: ['ok', 'managed', 'serious', 'unknown'] },
  { id: 'mental', many: false, scored: true, options: ['ok', 'moderate', 'severe', 'unknown'] },
  {
    id: 'signs',
    many: true,
    scored: true,
    options: [
      'longer',
      'cut-down',
      'time',
      'urges',
      'duties',
      'people',
      'gave-up',
      'danger',
      'health',
      'tolerance',
      'wear-off',
      'none',
      'unknown',
    ],
  },
  { id: 'tried', many: false, scored: true, options: ['none', 'weekly', 'iop', 'residential', 'unknown'] },
  { id: 'overdose', many: false, scored: true, options: ['no', 'risky', 'overdose', 'unknown'] },
  { id: 'home', many: false, scored: true, options: ['supportive', 'alone', 'using', 'unsafe', 'unknown'] },
  { id: 'between', many: false, scored: true, options: ['likely', 'maybe', 'unlikely', 'unknown'] },
  {
    id: 'practical',
    many: true,
    scored: false,
    options: [
      'works-days',
      'works-nights',
      'rotating-shifts',
      'safety-sensitive',
      'childcare',
      'transport',
      'no-iop-nearby',
      'no-insurance',
      'prefers-online',
      'worried-about-job',
      'none',
      'unknown',
    ],
  },
] as const satisfies readonly Question[];

type AnyQuestion = (typeof questions)[number];

export type QuestionId = AnyQuestion['id'];
export type OptionOf<Id extends QuestionId> = Extract<AnyQuestion, { id: Id }>['options'][number];
/** Questions with one answer, and questions with several. */
export type SingleId = Extract<AnyQuestion, { many: false }>['id'];
export type ManyId = Extract<AnyQuestion, { many: true }>['id'];

/** Who answers: for oneself, for someone loved, or fitting treatment around work. It changes words, never the outcome. */
export const voices = ['self', 'loved', 'work'] as const;
export type Voice = (typeof voices)[number];

/** Bands of the eleven signs, for who gives a number instead of ticking. */
export const signBands = ['0-1', '2-3', '4-5', '6+'] as const;
export type SignBand = (typeof signBands)[number];

/** The questions in the order a voice is asked. Who fits treatment around work says so early, after the safety questions. */
export function questionsFor(voice: Voice): readonly AnyQuestion[] {
  if (voice !== 'work') return questions;
  const practical = questions.filter(({ id }) => id === 'practical');
  const others = questions.filter(({ id }) => id !== 'practical');
  const afterPregnancy = others.findIndex(({ id }) => id === 'pregnancy') + 1;
  return [...others.slice(0, afterPregnancy), ...practical, ...others.slice(afterPregnancy)];
}

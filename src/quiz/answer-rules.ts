import type { QuestionId } from './questions.ts';
import type { Level, Reading } from './readings.ts';

/** A rule about answers that stands before the readings: with one of these answers to each question, a reading also counts as another. */
export interface AnswerRule {
  id: string;
  /** Question → answers of which at least one is given. */
  when: Readonly<Partial<Record<QuestionId, readonly string[]>>>;
  reading: Reading;
  /** A condition on the reading also counts as met if this level would meet it. */
  alsoCountsAs: string;
}

/** The one such rule (fit criteria 3.8); `bothWays` in `readings.ts` carries it out, and a test holds the two together. */
export const answerRules = [
  {
    id: 'never-stopped',
    when: { withdrawal: ['never-stopped'], substances: ['alcohol', 'sedatives', 'unknown'] },
    reading: 'pattern',
    alsoCountsAs: 'most' satisfies Level<'pattern'>,
  },
] as const satisfies readonly AnswerRule[];

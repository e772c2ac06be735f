import { hear } from './heard.ts';
import { redFlags } from './judge.ts';
import { lowestAnswers } from './lowest-answers.ts';
import { type Question, type QuestionId, questions, signBands } from './questions.ts';
import { type Reading, readings, readingsOf } from './readings.ts';
import type { RedFlagId } from './result.ts';

/** What one answer becomes, everything else at its lowest. */
export interface CountsAs {
  /** The emergencies it is. */
  redFlags: readonly RedFlagId[];
  /** The readings it raises, each to which level. */
  raises: Readonly<Partial<Record<Reading, number>>>;
}

/** The answers to a question that can count differently. Signs count by how many are ticked. */
export const answersTo = ({ id, options }: Question): readonly string[] =>
  id === 'signs' ? [...signBands, 'unknown'] : options;

/** Found by asking the engine, so that a changed reading is described as it is. */
export function countsAs({ id, many }: Question, answer: string): CountsAs {
  const isTick = many && id !== 'signs' && answer !== 'none' && answer !== 'unknown';
  const heard = hear({ ...lowestAnswers, [id]: isTick ? [answer] : answer });
  const measures = readingsOf(heard);
  const raised = readings.filter((reading) => measures[reading] > 0);
  return {
    redFlags: redFlags(heard),
    raises: Object.fromEntries(raised.map((reading) => [reading, measures[reading]])),
  };
}

/** The answers that end the quiz, in the order asked. */
export const emergencyAnswers = (): { question: QuestionId; answer: string }[] =>
  (questions as readonly (Question & { id: QuestionId })[]).flatMap((question) =>
    answersTo(question)
      .filter((answer) => countsAs(question, answer).redFlags.length > 0)
      .map((answer) => ({ question: question.id, answer })),
  );

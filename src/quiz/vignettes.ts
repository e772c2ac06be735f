import { z } from 'zod';
import { evaluate } from './evaluate.ts';
import { rankOf } from './judge.ts';
import { lowestAnswers } from './lowest-answers.ts';
import { type QuestionId, questions, voices } from './questions.ts';
import { type Outcome, outcomes, type Setting, settings } from './result.ts';
import { readStrictly } from './strict.ts';

const text = z.string().trim().min(1);

/** A made-up case in `content/quiz/vignettes`, in English: a story, its answers, and the outcome that the criteria ask for. */
export const vignetteSchema = z.strictObject({
  /** Permanent, such as `V01`. */
  id: z.string().regex(/^V\d{2,}$/),
  voice: z.enum(voices),
  story: text,
  /** Question → answer, as the command line takes it. Questions not listed take their lowest answer. */
  answers: z.partialRecord(z.enum(questions.map(({ id }) => id) as [QuestionId, ...QuestionId[]]), z.unknown()),
  expected: z.enum(outcomes),
  /** The program after a medical check. */
  next: z.enum(settings).optional(),
  /** Why that is expected. */
  why: text,
  /** Where the case comes from: an id in `content/sources.yaml`. Absent: made up by the project from its criteria. */
  source: text.optional(),
});
export type Vignette = z.output<typeof vignetteSchema>;

/** A headline, and the program after a medical check. */
interface Place {
  headline: Outcome;
  next: Setting | null;
}

export interface Placed extends Vignette {
  actual: Place;
  /** Our result beside the expected one. */
  compared: 'same' | 'lower' | 'higher';
}

const heightOf = ({ headline, next }: Place): number =>
  rankOf(headline) * settings.length + (next ? settings.indexOf(next) : 0);

/** Runs a case through the quiz. Throws if an answer is none that the quiz offers: the file is broken. */
export function place(vignette: Vignette): Placed {
  const { id, voice, answers, expected, next: expectedNext = null } = vignette;
  const read = readStrictly(JSON.stringify({ ...lowestAnswers, voice, ...answers }));
  if (!read.ok) throw new Error(`Vignette ${id}: ${JSON.stringify(read.refusal)}`);
  const { headline, then: next } = evaluate(read.answers);
  const difference = heightOf({ headline, next }) - heightOf({ headline: expected, next: expectedNext });
  return {
    ...vignette,
    actual: { headline, next },
    compared: difference === 0 ? 'same' : difference < 0 ? 'lower' : 'higher',
  };
}

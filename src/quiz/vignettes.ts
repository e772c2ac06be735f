import { z } from 'zod';
import { evaluate } from './evaluate.ts';
import { rankOf } from './judge.ts';
import { lowestAnswers } from './lowest-answers.ts';
import { type QuestionId, questions, voices } from './questions.ts';
import { type Outcome, outcomes, type Setting, settings } from './result.ts';
import { readStrictly } from './strict.ts';

const text = z.string().trim().min(1);
/** Written in each language, not converted. */
const inBoth = z.strictObject({ en: text, es: text });

/** A public text that describes people and the care they got or were advised. */
const publicSource = z.strictObject({
  title: text,
  /** The agency or journal. */
  publisher: text,
  /** `n.d.`: the page shows none. */
  year: z.union([z.int().min(1900), z.literal('n.d.')]),
  url: z.url({ protocol: /^https$/ }),
});

const comparisons = ['same', 'lower', 'higher'] as const;
export type Comparison = (typeof comparisons)[number];

/** A made-up case in `content/quiz/vignettes`: a story, its answers, and the outcome that the criteria ask for. */
export const vignetteSchema = z.strictObject({
  /** Permanent, such as `V01`. */
  id: z.string().regex(/^V\d{2,}$/),
  voice: z.enum(voices),
  story: inBoth,
  /** Question → answer, as the command line takes it. Questions not listed take their lowest answer. */
  answers: z.partialRecord(z.enum(questions.map(({ id }) => id) as [QuestionId, ...QuestionId[]]), z.unknown()),
  expected: z.enum(outcomes),
  /** The program after a medical check. */
  next: z.enum(settings).optional(),
  /** Why that is expected. */
  why: inBoth,
  /** The public text the case is built from. Absent: made up by the project from its criteria. */
  source: publicSource.optional(),
  /** What in the source the case is built from, and how much of the source was read. For editors, in English; no page shows it. */
  basis: text.optional(),
  /** The care that the source tells of. */
  sourceCare: inBoth.optional(),
  /** That care as one of our outcomes. */
  sourceExpected: z.enum(outcomes).optional(),
  /** The program after that care's medical check. Absent: the source does not tell. */
  sourceNext: z.enum(settings).optional(),
  /** Where our result stands beside the source's care (see `besideSource`). */
  placed: z.enum(comparisons).optional(),
  /** Why it does not stand at the same place. */
  placedWhy: inBoth.optional(),
});
export type Vignette = z.output<typeof vignetteSchema>;

/** A headline, and the program after a medical check. */
export interface Place {
  headline: Outcome;
  next: Setting | null;
}

export interface Placed extends Vignette {
  actual: Place;
  /** Our result beside the expected one. */
  compared: Comparison;
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

const firstStepOf = ({ headline }: Place): number => Math.max(0, rankOf(headline) - rankOf('residential'));

/** `null`: none, or not told. */
const programOf = ({ headline, next }: Place): Setting | null =>
  settings.find((setting) => setting === headline) ?? next;

/**
 * Our place beside a source's care. A first step or a program below the source's makes ours lower, whatever the other does:
 * more caution in one never hides less care in the other. A program that one of the two does not tell is not compared.
 */
export function besideSource(ours: Place, source: Place): Comparison {
  const [program, sourceProgram] = [programOf(ours), programOf(source)];
  const comparable = program !== null && sourceProgram !== null;
  const differences = [
    firstStepOf(ours) - firstStepOf(source),
    comparable ? settings.indexOf(program) - settings.indexOf(sourceProgram) : 0,
  ];
  if (differences.some((difference) => difference < 0)) return 'lower';
  return differences.some((difference) => difference > 0) ? 'higher' : 'same';
}

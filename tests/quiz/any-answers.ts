import fc from 'fast-check';
import type { Answers } from '#quiz/answers.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { type Question, type QuestionId, questions, signBands, voices } from '#quiz/questions.ts';

const optionsOf = (id: QuestionId): readonly string[] =>
  (questions.find((question) => question.id === id) as Question).options;

const onesOf = (id: QuestionId) => fc.constantFrom(...optionsOf(id));
const ticksOf = (id: QuestionId) => {
  const alone = ['none', 'unknown'];
  const ticks = optionsOf(id).filter((option) => !alone.includes(option));
  return fc.oneof(
    { weight: 6, arbitrary: fc.subarray(ticks, { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom(...alone) },
  );
};

/** Any complete answers as a careful reader could give them, without danger of this minute: it would hide the rest. */
export const calmAnswers: fc.Arbitrary<Answers> = fc.record({
  ...Object.fromEntries(questions.map(({ id, many }) => [id, many ? ticksOf(id) : onesOf(id)])),
  voice: fc.constantFrom(...voices),
  now: fc.constant('none'),
  selfharm: fc.constantFrom('none', 'thoughts', 'unknown'),
  signs: fc.oneof(ticksOf('signs'), fc.nat(11), fc.constantFrom(...signBands)),
}) as fc.Arbitrary<Answers>;

/** Any complete answers. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({ answers: calmAnswers, now: onesOf('now'), selfharm: onesOf('selfharm') })
  .map(({ answers, now, selfharm }) => ({ ...answers, now, selfharm }) as Answers);

/** Any complete answers in which only a few questions are not answered lowest: single floors show there, unhidden by others. */
export const plainAnswers: fc.Arbitrary<Answers> = fc
  .record({
    answers: calmAnswers,
    told: fc.subarray(
      questions.map(({ id }) => id),
      { maxLength: 6 },
    ),
  })
  .map(
    ({ answers, told }) =>
      ({ ...lowestAnswers, ...Object.fromEntries(told.map((id) => [id, answers[id]])) }) as Answers,
  );

/** Things that are no answer to any question. */
export const nonsense = fc.oneof(
  fc.constant('constructor'),
  fc.string(),
  fc.integer({ min: 12 }),
  fc.integer({ max: -1 }),
  fc.double({ min: 0.1, max: 0.9 }),
  fc.constant(Number.NaN),
  fc.constant(null),
  fc.boolean(),
  fc.constant([]),
  fc.constant({}),
  fc.constant([null]),
);

/** Answers read as in the reference model: bare words as lists, signs as a count. */
export function fully(answers: Answers) {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value : value === 'none' ? [] : [value as string]);
  const { signs } = answers;
  const band = signBands.indexOf(signs as never);
  const count = Array.isArray(signs) ? signs.length : signs === 'none' ? 0 : band >= 0 ? band * 2 : signs;
  return {
    ...(answers as Record<string, never>),
    substances: list(answers.substances),
    practical: list(answers.practical),
    signs: count,
  };
}

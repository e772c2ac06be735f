import type { Answers } from './answers.ts';
import { type QuestionId, questions } from './questions.ts';

type Ticked = string | readonly string[] | undefined;

const ticksOf = (answers: Answers, id: QuestionId): Ticked => answers[id] as Ticked;

/** Whether an option is ticked. */
export function isTicked(answers: Answers, id: QuestionId, option: string): boolean {
  const ticks = ticksOf(answers, id);
  return typeof ticks === 'object' ? ticks.includes(option) : ticks === option;
}

/** The ticked options of a question in the order shown. */
export const tickedOptions = (answers: Answers, id: QuestionId): string[] =>
  (questions.find((question) => question.id === id)?.options ?? []).filter((option) => isTicked(answers, id, option));

/** Answers with an option ticked, or unticked where it was and several may be. "None" and the others put each other out. */
export function tick(answers: Answers, id: QuestionId, option: string): Answers {
  const isMany = questions.find((question) => question.id === id)?.many;
  if (!isMany) return { ...answers, [id]: option };
  const before = tickedOptions(answers, id);
  if (before.includes(option)) return { ...answers, [id]: before.filter((other) => other !== option) };
  return { ...answers, [id]: option === 'none' ? ['none'] : [...before.filter((other) => other !== 'none'), option] };
}

/** Answers from the ticked boxes of a form, read box by box: `all('home')` gives the ticked values of that name. */
export function answersFrom(all: (id: QuestionId) => string[]): Answers {
  const given = questions.flatMap(({ id, many }) => {
    const [first, ...more] = all(id);
    return first === undefined ? [] : [[id, many ? [first, ...more] : first]];
  });
  return Object.fromEntries(given);
}

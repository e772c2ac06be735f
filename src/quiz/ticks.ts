import type { Answers } from './answers.ts';
import { type QuestionId, questions, voices } from './questions.ts';

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

/**
 * Answers from the ticked boxes of a form, read box by box: `all('home')` gives the ticked values of that name. Several ticks where only one
 * can be are no answer: somebody tampered with the page, and the question is asked again.
 */
export function answersFrom(all: (name: QuestionId | 'voice') => string[]): Answers {
  const given = questions.flatMap(({ id, many }) => {
    const ticked = all(id);
    if (ticked.length === 0 || (!many && ticked.length > 1)) return [];
    return [[id, many ? ticked : ticked[0]]];
  });
  const [voice] = all('voice');
  return { ...Object.fromEntries(given), voice: voices.find((offered) => offered === voice) };
}

import type { Answers } from './answers.ts';
import {
  type OptionOf,
  type Question,
  type QuestionId,
  questions,
  type SingleId,
  signBands,
  type Voice,
  voices,
} from './questions.ts';

/** Answers as the rules take them: complete, with everything unreadable turned into `unknown`. */
export type Heard = { [Id in SingleId]: OptionOf<Id> } & {
  voice: Voice;
  /** Ticked options without `none` and `unknown`. */
  substances: readonly string[];
  practical: readonly string[];
  /** How many of the eleven signs, 0–11. For a band, its lowest count. */
  signs: number;
  /** Questions answered `unknown` in whole or in part, or not readable at all. */
  unknown: ReadonlySet<QuestionId>;
  missing: readonly (QuestionId | 'voice')[];
};

/** An answer that could be read. `open` where it, or part of it, is `unknown`. */
interface ReadAnswer<Value> {
  value: Value;
  open: boolean;
}

function choiceOf({ options }: Question, answer: unknown): ReadAnswer<string> | undefined {
  return options.includes(answer as string) ? { value: answer as string, open: answer === 'unknown' } : undefined;
}

/** Ticks of a list that anyone may have written. A tick that nobody offered counts like `unknown` beside the others. */
function ticksOf({ options }: Question, answer: unknown): ReadAnswer<string[]> | undefined {
  if (answer === 'none' || answer === 'unknown') return { value: [], open: answer === 'unknown' };
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const offered = new Set<string>(answer.filter((option) => options.includes(option)));
  const open = offered.delete('unknown') || answer.some((option) => !options.includes(option));
  offered.delete('none');
  return { value: [...offered], open };
}

function countOf(question: Question, answer: unknown): ReadAnswer<number> | undefined {
  if (typeof answer === 'number') {
    const isCount = Number.isInteger(answer) && answer >= 0 && answer <= 11;
    return isCount ? { value: answer, open: false } : undefined;
  }
  const band = (signBands as readonly unknown[]).indexOf(answer);
  if (band >= 0) return { value: band * 2, open: false };
  const read = ticksOf(question, answer);
  return read && { value: read.value.length, open: read.open };
}

function read(question: Question, answer: unknown): ReadAnswer<unknown> | undefined {
  if (question.id === 'signs') return countOf(question, answer);
  return question.many ? ticksOf(question, answer) : choiceOf(question, answer);
}

/** What stands where nothing could be read. The question is then open, so no rule takes the value for an answer. */
const nothingRead = (question: Question): unknown => {
  if (question.id === 'signs') return 0;
  return question.many ? [] : 'unknown';
};

/**
 * Reads answers without ever throwing. The page and the engine are tolerant: `none` beside a tick is ignored, `unknown` beside ticks keeps
 * the ticks and stays open, and anything malformed or missing is `unknown` (fit criteria 3.8, invariant 16).
 */
export function hear(answers: Answers): Heard {
  const given: Record<string, unknown> = Object(answers);
  const givenFor = (name: string) => (Object.hasOwn(given, name) ? given[name] : undefined);
  const voice = voices.find((offered) => offered === givenFor('voice'));
  const missing: (QuestionId | 'voice')[] = voice ? [] : ['voice'];
  const unknown = new Set<QuestionId>();
  const values = questions.map((question) => {
    const answer = read(question, givenFor(question.id));
    if (!answer) missing.push(question.id);
    if (!answer || answer.open) unknown.add(question.id);
    return [question.id, answer ? answer.value : nothingRead(question)];
  });
  return { ...Object.fromEntries(values), voice: voice ?? 'self', unknown, missing };
}

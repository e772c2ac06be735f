import type { Answers } from './answers.ts';
import { type Heard, hear } from './heard.ts';
import { judge, rankOf } from './judge.ts';
import { type Question, type QuestionId, questions, signBands } from './questions.ts';
import { type Reading, readingsOf } from './readings.ts';
import { type Outcome, type Result, type Setting, settings } from './result.ts';

/** An answer that would give another result, all else as it is. */
export interface Change {
  question: QuestionId;
  /** Options of the question, or bands of signs, that would each give it. For substances: ticked besides, or alone where none was said. */
  options: readonly string[];
  headline: Outcome;
  /** The program after a medical check. */
  then: Setting | null;
  direction: 'raises' | 'lowers';
}

interface Alternative {
  option: string;
  heard: Heard;
  /** How far the answer moves: levels of its reading, at least 1. */
  steps: number;
}

/** Who someone is cannot change, and danger of this minute is no "what if". */
const unasked: readonly QuestionId[] = ['now', 'age', 'pregnancy', 'practical'];
/** A lower answer here would read like advice to hide something, or to cut down alone, which can be dangerous. */
const neverLowered: readonly QuestionId[] = ['withdrawal', 'overdose', 'selfharm', 'substances', 'pattern'];

/** The answers as heard, with one answered otherwise. */
function answeredWith(heard: Heard, id: QuestionId, option: string): Heard {
  const unknown = new Set(heard.unknown);
  const wasOpen = unknown.delete(id);
  if (id === 'signs') return { ...heard, unknown, signs: signBands.indexOf(option as never) * 2 };
  if (id !== 'substances') return { ...heard, unknown, [id]: option };
  const ticks = option === 'none' ? [] : [option];
  return { ...heard, unknown, substances: wasOpen ? ticks : [...heard.substances, ...ticks] };
}

function alternatives(heard: Heard, { id, options }: Question & { id: QuestionId }): Alternative[] {
  const level = (of: Heard) => (of.selfharm === 'plan' ? 2 : readingsOf(of)[id as Reading]);
  const offered = id === 'signs' ? signBands : options;
  const isOther = (option: string) => {
    if (option === 'unknown') return false;
    if (id !== 'substances' || heard.unknown.has(id)) return option !== heard[id];
    return option !== 'none' && !heard.substances.includes(option);
  };
  return offered.filter(isOther).map((option) => {
    const other = answeredWith(heard, id, option);
    const steps = id === 'substances' ? 1 : Math.max(1, Math.abs(level(other) - level(heard)));
    return { option, heard: other, steps };
  });
}

/** Headline first, setting second, as one number. */
const heightOf = ({ headline, setting }: { headline: Outcome; setting: Setting }): number =>
  rankOf(headline) * settings.length + settings.indexOf(setting);

/** The smallest change of one answer in one direction, with its size. */
function smallestChange(heard: Heard, question: Question & { id: QuestionId }, direction: Change['direction']) {
  const now = heightOf(judge(heard));
  const sign = direction === 'raises' ? 1 : -1;
  const found = alternatives(heard, question)
    .map((alternative) => ({ ...alternative, judged: judge(alternative.heard) }))
    .filter(({ judged }) => (heightOf(judged) - now) * sign > 0)
    .sort((one, other) => (heightOf(one.judged) - heightOf(other.judged)) * sign || one.steps - other.steps);
  const [first] = found;
  if (!first) return undefined;
  const { headline, setting } = first.judged;
  const same = found.filter(({ judged }) => heightOf(judged) === heightOf(first.judged));
  const change: Change = {
    question: question.id,
    options: same.map(({ option }) => option),
    headline,
    // biome-ignore lint/suspicious/noThenProperty: the published name of the field; it is never a function
    then: headline === 'medical-first' ? setting : null,
    direction,
  };
  return { change, steps: first.steps };
}

/**
 * "What would change this" (fit criteria 4.2): at most four, each confirmed by the rules. First what would raise the result, the smallest
 * change of an answer first; then at most one that would lower it, from the question asked last: those are about what care can change.
 */
export function whatWouldChange(answers: Answers, { headline }: Result): Change[] {
  if (headline === 'emergency') return [];
  const heard = hear(answers);
  const asked = (questions as readonly (Question & { id: QuestionId })[]).filter(({ id }) => !unasked.includes(id));
  const raising = asked
    .flatMap((question) => smallestChange(heard, question, 'raises') ?? [])
    .sort((one, other) => one.steps - other.steps);
  const [lowering] = asked
    .filter(({ id }) => !neverLowered.includes(id))
    .reverse()
    .flatMap((question) => smallestChange(heard, question, 'lowers') ?? []);
  const raised = raising.slice(0, lowering ? 3 : 4);
  return [...raised, ...(lowering ? [lowering] : [])].map(({ change }) => change);
}

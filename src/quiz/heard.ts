import type { Answers } from './answers.ts';
import {
  type ManyId,
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

/** Ticks of a list that anyone may have written. `open` where something in it cannot be read or says `unknown`. */
function ticksOf({ options }: Question, answer: unknown): { ticks: string[]; open: boolean } | undefined {
  if (answer === 'none') return { ticks: [], open: false };
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const offered = new Set(answer.filter((option) => options.includes(option)));
  const open = offered.delete('unknown') || answer.some((option) => !options.includes(option));
  offered.delete('none');
  return { ticks: [...offered], open };
}

function countOf(question: Question, answer: unknown): { count: number; open: boolean } | undefined {
  if (Number.isInteger(answer)) {
    const count = answer as number;
    return count >= 0 && count <= 11 ? { count, open: false } : undefined;
  }
  const band = (signBands as readonly unknown[]).indexOf(answer);
  if (band >= 0) return { count: band * 2, open: false };
  const read = ticksOf(question, answer);
  return read && { count: read.ticks.length, open: read.open };
}

/**
 * Reads answers without ever throwing. The page and the engine are tolerant: `none` beside a tick is ignored, `unknown` beside ticks keeps
 * the ticks and stays open, and anything malformed or missing is `unknown` (fit criteria 3.8, invariant 16).
 */
export function hear(answers: Answers): Heard {
  const given: Record<string, unknown> = Object(answers);
  const heard: Record<string, unknown> = {};
  const unknown = new Set<QuestionId>();
  const missing: (QuestionId | 'voice')[] = [];
  const answerTo = (name: string) => (Object.hasOwn(given, name) ? given[name] : undefined);
  const voice = answerTo('voice');
  const isVoice = (voices as readonly unknown[]).includes(voice);
  if (!isVoice) missing.push('voice');
  heard['voice'] = isVoice ? voice : 'self';

  for (const question of questions as readonly (Question & { id: QuestionId })[]) {
    const { id, many, options } = question;
    const answer = answerTo(id);
    const read = id === 'signs' ? countOf(question, answer) : many ? ticksOf(question, answer) : undefined;
    const isOffered = typeof answer === 'string' && options.includes(answer);
    if (!read && !isOffered) missing.push(id);
    if (many ? !read || read.open : !isOffered || answer === 'unknown') unknown.add(id);
    if (!many) heard[id] = isOffered ? answer : 'unknown';
    else if (id === 'signs') heard[id] = read && 'count' in read ? read.count : 0;
    else heard[id as ManyId] = read && 'ticks' in read ? read.ticks : [];
  }
  return { ...heard, unknown, missing } as unknown as Heard;
}

import type { Answers } from './answers.ts';
import { type Question, questions, signBands, voices } from './questions.ts';

/** Why a line was refused: the field, what stood there and what may stand there. `field` null: the line is no JSON object. */
export type Refusal = { field: null } | { field: string; value: unknown; allowed: readonly unknown[] };

export type Strict = { ok: true; answers: Answers } | { ok: false; refusal: Refusal };

const fields = new Map<string, Question | undefined>([
  ['voice', undefined],
  ...questions.map((question): [string, Question] => [question.id, question]),
]);

const counts = Array.from({ length: 12 }, (_, count) => count);

function allowedFor(field: string, question: Question | undefined): readonly unknown[] {
  if (!question) return voices;
  return field === 'signs' ? [...question.options, ...signBands, ...counts] : question.options;
}

/** Lists may repeat a tick and hold `unknown` beside ticks; `none` stands alone. */
function refusedInList(list: readonly unknown[], options: readonly string[]): { value: unknown } | undefined {
  const stranger = list.findIndex((value) => !options.includes(value as string));
  if (stranger >= 0) return { value: list[stranger] };
  return list.includes('none') && list.some((value) => value !== 'none') ? { value: list } : undefined;
}

function refused(field: string, value: unknown, question: Question | undefined): { value: unknown } | undefined {
  if (question?.many) {
    if (Array.isArray(value)) return refusedInList(value, question.options);
    const isWhole = value === 'none' || value === 'unknown';
    const isSignCount = field === 'signs' && [...signBands, ...counts].includes(value as never);
    return isWhole || isSignCount ? undefined : { value };
  }
  return allowedFor(field, question).includes(value) ? undefined : { value };
}

/** Reads one line of answers as strictly as a program deserves: an unknown field or value is refused, not guessed at (design 8b). */
export function readStrictly(line: string): Strict {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { ok: false, refusal: { field: null } };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { ok: false, refusal: { field: null } };
  }
  for (const [field, value] of Object.entries(given)) {
    if (!fields.has(field)) return { ok: false, refusal: { field, value, allowed: [...fields.keys()] } };
    const question = fields.get(field);
    const found = refused(field, value, question);
    if (found) return { ok: false, refusal: { field, value: found.value, allowed: allowedFor(field, question) } };
  }
  return { ok: true, answers: given as Answers };
}

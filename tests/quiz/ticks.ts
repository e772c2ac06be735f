import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answers } from '#quiz/answers.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { type Question, type QuestionId, questions, signBands } from '#quiz/questions.ts';
import { answersFrom } from '#quiz/ticks.ts';

/** Ticked boxes of the worksheet: question (or `voice`) → values. A question not named is blank. */
export type Ticks = Readonly<Record<string, readonly string[]>>;

const asked = questions as readonly (Question & { id: QuestionId })[];
const signs = questions[9].options;

/** What the engine hears of ticked boxes. */
export const answersOf = (ticks: Ticks): Answers => ({
  ...answersFrom((id) => [...(ticks[id] ?? [])]),
  voice: ticks['voice']?.[0] as Answers['voice'],
});

/** Boxes that say the same as answers of the command line; a band of signs is as many boxes. */
export function ticksOf(answers: Readonly<Record<string, unknown>>): Ticks {
  const boxes = ([id, answer]: [string, unknown]) => {
    const band = id === 'signs' ? signBands.indexOf(answer as never) : -1;
    if (band === 0) return [id, ['none']];
    return [id, band > 0 ? signs.slice(0, band * 2) : [answer].flat()];
  };
  return Object.fromEntries(Object.entries(answers).map(boxes));
}

/** The published cases, as someone would tick them. */
export function vignetteTicks(): Ticks[] {
  const cases = parse(readFileSync('content/quiz/vignettes/vignettes.yaml', 'utf8')) as {
    voice: string;
    answers: Record<string, unknown>;
  }[];
  return cases.map(({ voice, answers }) => ticksOf({ ...lowestAnswers, voice, ...answers }));
}

/** A small seeded generator (mulberry32): the same boxes on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Complete worksheets ticked at random, from people with little to tell to people with a lot, contradictions included: "none" and "not
 * sure" beside other boxes. One in twelve is an emergency, so that it does not hide the rest.
 */
export function randomTicks(count: number, seed: number): Ticks[] {
  const roll = dice(seed);
  const one = (options: readonly string[]) => options[Math.floor(roll() * options.length)] as string;
  const lowest = (id: QuestionId) => ticksOf(lowestAnswers)[id] as readonly string[];
  return Array.from({ length: count }, () => {
    const trouble = roll();
    const isEmergency = roll() < 1 / 12;
    const isHarmless = (option: string) => isEmergency || option !== 'plan';
    const ticks = asked.map(({ id, many, options }): [string, readonly string[]] => {
      if (id === 'now' && !isEmergency) return [id, ['none']];
      if (!many) return [id, roll() < trouble ? [one(options.filter(isHarmless))] : lowest(id)];
      const share = roll() * trouble;
      const ticked = options.filter((option) => roll() < (option === 'unknown' ? share / 4 : share));
      return [id, ticked.length > 0 ? ticked : lowest(id)];
    });
    return Object.fromEntries([['voice', [one(['self', 'loved', 'work'])]], ...ticks]);
  });
}

import { answerRules } from './answer-rules.ts';
import { hear } from './heard.ts';
import { lowestAnswers } from './lowest-answers.ts';
import { type Question, type QuestionId, questions } from './questions.ts';
import { levelOf, type Reading, readingsOf } from './readings.ts';
import { isAtLeast, type Situation } from './situations.ts';

/**
 * Selectors that hold on a form whose boxes are named and valued as the questions and options are. Each begins with a colon, so that it
 * follows whatever selects the form. None nests one `:has()` in another, which no browser reads.
 */
export type Selector = string;

const holds = (boxes: readonly string[]): Selector => `:has(${boxes.join()})`;
const either = (selectors: readonly Selector[]): Selector =>
  selectors.length === 1 ? (selectors[0] as Selector) : `:is(${selectors.join()})`;

/** A question, or the choice of voice above them all. */
type Name = QuestionId | 'voice';

/** One of these options is ticked. */
function box(id: Name, options: readonly string[]): string {
  const values = options.map((option) => `[value="${option}"]`);
  return `[name="${id}"]${either(values)}:checked`;
}

/** At least so many boxes of a question are ticked. Boxes are siblings, and "none" and "unknown" come last: neither can end the row. */
const boxes = (id: QuestionId, count: number): string =>
  `[name="${id}"]:checked${'~:checked'.repeat(count - 1)}:not([value="none"],[value="unknown"])`;

/** One of these options is ticked. */
export const isTicked = (id: Name, options: readonly string[]): Selector => holds([box(id, options)]);

/** Some option is ticked: the question is answered. */
export const isAnswered = (id: QuestionId): Selector => holds([`[name="${id}"]:checked`]);

/** The boxes of a question that bring a reading to a level, found by asking the engine: a reading changed there changes here. */
function boxesFor({ id, many, options }: Question & { id: QuestionId }, reading: Reading, least: number): string[] {
  const reaches = (answer: unknown) =>
    isAtLeast(reading, readingsOf(hear({ ...lowestAnswers, [id]: answer }))[reading], least);
  if (reaches(lowestAnswers[id])) return [];
  const enough = options.filter((option) => reaches(many ? [option] : option));
  const found = enough.length > 0 ? [box(id, enough)] : [];
  const ticks = options.filter((option) => option !== 'none' && option !== 'unknown');
  if (!many || ticks.some((tick) => enough.includes(tick))) return found;
  const count = ticks.findIndex((_, place) => reaches(ticks.slice(0, place + 1))) + 1;
  return count > 0 ? [...found, boxes(id, count)] : found;
}

const found = new Map<string, Selector>();

/** The answers reach a level of a reading, by themselves or by a rule that stands before the readings. Hundreds of situations ask for the same few. */
export function reaches(reading: Reading, least: number): Selector {
  const name = `${reading} ${least}`;
  const selector = found.get(name) ?? find(reading, least);
  found.set(name, selector);
  return selector;
}

function find(reading: Reading, least: number): Selector {
  const asked = questions as readonly (Question & { id: QuestionId })[];
  const byAnswer = holds(asked.flatMap((question) => boxesFor(question, reading, least)));
  const byRule = answerRules
    .filter((rule) => rule.reading === reading)
    .filter((rule) => isAtLeast(reading, levelOf(reading, rule.alsoCountsAs), least))
    .map(({ when }) =>
      Object.entries(when)
        .map(([id, options]) => isTicked(id as QuestionId, options))
        .join(''),
    );
  return either([byAnswer, ...byRule]);
}

/** The answers are in one of these situations. What many of them share is asked once. */
export const isInOneOf = (situations: readonly Situation[]): Selector =>
  anyOf(
    situations.map((situation) =>
      (Object.entries(situation) as [Reading, number][]).map(([reading, least]) => reaches(reading, least)),
    ),
  );

/** One of these runs of selectors holds in whole. */
function anyOf(runs: readonly (readonly Selector[])[]): Selector {
  if (runs.some((run) => run.length === 0)) return '';
  const [most = '', times = 0] = mostCommon(runs.flat());
  if (times < 2) return either(runs.map((run) => run.join('')));
  const shared = runs.filter((run) => run.includes(most));
  const others = runs.filter((run) => !run.includes(most));
  const rest = most + anyOf(shared.map((run) => run.filter((one) => one !== most)));
  return others.length > 0 ? `:is(${rest},${anyOf(others)})` : rest;
}

function mostCommon(selectors: readonly Selector[]): readonly [Selector, number] | [] {
  const counts = new Map<Selector, number>();
  for (const selector of selectors) counts.set(selector, (counts.get(selector) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
}

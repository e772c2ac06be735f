import { type Judgement, redFlags, rules, type Way } from './judge.ts';
import { type QuestionId, questions } from './questions.ts';
import { lowest, type Measures, type Reading } from './readings.ts';
import { type Reason, type RuleId, settings } from './result.ts';
import { questionsOfRule } from './rules.ts';
import { bitOf, derive, floorRules, governing, isUrgencyRule } from './settle.ts';

const order = questions.map(({ id }) => id as QuestionId);
const inOrder = (ids: readonly QuestionId[]): QuestionId[] => order.filter((id) => ids.includes(id));

const classes: readonly Reading[] = ['alcohol', 'sedatives', 'opioids', 'others'];
const readingsOfQuestion = (id: QuestionId): readonly Reading[] => (id === 'substances' ? classes : [id as Reading]);

const bitsIn = (mask: number): number => (mask ? (mask & 1) + bitsIn(mask >> 1) : 0);

/**
 * The fewest questions whose answers alone, with everything else at its lowest, still reach the floor. Among equals the one whose questions
 * are asked first.
 */
function fewest(ids: readonly QuestionId[], measures: Measures, reaches: (only: Measures) => boolean): QuestionId[] {
  const telling = inOrder(ids).filter((id) => readingsOfQuestion(id).some((reading) => measures[reading] > 0));
  const picked = (mask: number) => telling.filter((_, place) => mask & (1 << (telling.length - 1 - place)));
  let best = (1 << telling.length) - 1;
  for (let mask = best - 1; mask >= 0; mask--) {
    if (bitsIn(mask) >= bitsIn(best)) continue;
    const only = lowest();
    for (const reading of picked(mask).flatMap(readingsOfQuestion)) only[reading] = measures[reading];
    derive(rules, only);
    if (reaches(only)) best = mask;
  }
  return picked(best);
}

/** A rule that decided, in one way of reading the answers. */
interface Support {
  questions: readonly QuestionId[];
  /** The reader did not say "most days": `never-stopped` did. */
  assumesMostDays: boolean;
}

function supportsOf(rule: RuleId, floor: number, ways: readonly Way[]): Support[] {
  const floors = isUrgencyRule(rule) ? rules.urgency : rules.setting;
  return ways.flatMap(({ measures }, place) => {
    const reaches = (only: Measures) => (governing(floors, floor, only) & bitOf(rule)) > 0;
    const questions = reaches(measures) ? fewest(questionsOfRule[rule], measures, reaches) : undefined;
    return questions ? [{ questions, assumesMostDays: place > 0 }] : [];
  });
}

/** The answers of the reader behind a support: "most days" was concluded from `never-stopped` and what is used. */
function saidBy({ questions, assumesMostDays }: Support): QuestionId[] {
  if (!assumesMostDays || !questions.includes('pattern')) return [...questions];
  return [...new Set([...questions, 'substances', 'withdrawal'] as QuestionId[])].filter((id) => id !== 'pattern');
}

const isShorter = (one: readonly QuestionId[], other: readonly QuestionId[]): boolean => {
  const places = (ids: readonly QuestionId[]) => ids.map((id) => String.fromCharCode(65 + order.indexOf(id))).join('');
  return one.length - other.length < 0 || (one.length === other.length && places(one) < places(other));
};

/** Every rule that decided, in the order of fit criteria 4.1, and the smallest set of questions behind the headline. */
export function reasonsOf({ headline, urgency, setting, ways }: Judgement): {
  because: Reason[];
  shortest: QuestionId[];
} {
  const [first] = ways as [Way];
  const fired = redFlags(first.heard);
  if (fired.length > 0) {
    const because = fired.map((rule) => ({ rule, questions: questionsOfRule[rule] }));
    return { because, shortest: [...(because[0]?.questions ?? [])] };
  }
  const because: Reason[] = [];
  let shortest: readonly QuestionId[] | undefined;
  for (const rule of floorRules) {
    const isUrgency = isUrgencyRule(rule);
    const supports = supportsOf(rule, isUrgency ? urgency : settings.indexOf(setting), ways);
    const [clearest] = supports;
    if (!clearest) continue;
    const said = saidBy(clearest);
    because.push({
      rule,
      questions: [...new Set([...questionsOfRule[rule], ...said])].filter((id) => said.includes(id)),
    });
    if (isUrgency !== (headline === 'medical-first')) continue;
    for (const { questions: ids } of supports) {
      if (!shortest || isShorter(ids, shortest)) shortest = ids;
    }
  }
  return { because, shortest: [...(shortest ?? [])] };
}

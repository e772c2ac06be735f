import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hear } from '#quiz/heard.ts';
import { judge, rankOf, rules } from '#quiz/judge.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { type Question, type QuestionId, questions } from '#quiz/questions.ts';
import { type Reading, readingsOf } from '#quiz/readings.ts';
import { type Outcome, outcomes, type Setting, settings } from '#quiz/result.ts';
import { type Situation, situations } from '#quiz/situations.ts';
import type { Wording } from '#quiz/wording.ts';
import { answersOf, randomTicks, type Ticks, ticksOf, vignetteTicks } from './ticks.ts';

const words = parse(readFileSync('content/quiz/en.yaml', 'utf8')) as Wording;

/** What someone with a pencil sees on the paper. "Not sure" is a yes, and the two patterns count as the paper says. */
function seenOn(ticks: Ticks) {
  const ticked = (id: QuestionId, option: string) => ticks[id]?.includes(option) ?? false;
  const said = (id: QuestionId, ...options: string[]) => [...options, 'unknown'].some((option) => ticked(id, option));
  const uses = (...classes: string[]) => said('substances', ...classes);
  const count = (ticks['signs'] ?? []).filter((sign) => sign !== 'none' && sign !== 'unknown').length;
  const neverWithout = ticked('withdrawal', 'never-stopped');
  const mostDays = neverWithout || said('pattern', 'most-days', 'daily', 'quit-recently');
  const usesNow = mostDays || said('pattern', 'few-days');
  return {
    ticked,
    said,
    uses,
    signs: (least: number) => count >= least || said('signs'),
    neverWithout,
    mostDays,
    usesNow,
    usesOrInProgram: usesNow || said('pattern', 'finished-program'),
    noUse: said('pattern', 'stopped30', 'medicine-stable'),
    calmers: uses('alcohol', 'sedatives'),
    twoDowners: ['alcohol', 'sedatives', 'opioids'].filter((name) => uses(name)).length > 1,
    youngOrOld: said('age', 'under18', '65plus'),
    pregnant: said('pregnancy', 'yes'),
    using: said('home', 'using'),
    unsafe: said('home', 'unsafe'),
    unlikely: said('between', 'unlikely'),
    unmanaged: said('mental', 'severe'),
    failed: said('tried', 'iop', 'residential'),
    thoughts: said('selfharm', 'thoughts'),
  };
}
type Seen = ReturnType<typeof seenOn>;

/** The lines of the list in their order, and when each fits. */
const fits: Readonly<Record<Outcome, readonly ((on: Seen) => boolean)[]>> = {
  emergency: [({ said }) => said('now', 'danger'), ({ ticked }) => ticked('selfharm', 'plan')],
  'medical-first': [
    ({ calmers, uses, said, neverWithout }) =>
      (calmers || uses('opioids')) && (said('withdrawal', 'symptoms', 'severe') || neverWithout),
    ({ calmers, uses, mostDays, youngOrOld, pregnant }) =>
      calmers && mostDays && ((uses('alcohol') && uses('sedatives')) || youngOrOld || pregnant),
    ({ calmers, uses, pregnant, youngOrOld }) => (calmers || uses('opioids')) && pregnant && youngOrOld,
    ({ uses, mostDays }) => uses('opioids') && mostDays,
    ({ usesNow, said }) => usesNow && said('withdrawal', 'severe'),
    ({ said }) => said('health', 'serious'),
    ({ said, uses, usesNow }) => said('overdose', 'overdose') && uses('opioids') && usesNow,
  ],
  residential: [
    ({ signs, using }) => signs(6) && using,
    ({ signs, unsafe }) => signs(4) && unsafe,
    ({ signs, using, unlikely }) => signs(4) && using && unlikely,
    ({ signs, unlikely }) => signs(6) && unlikely,
    ({ signs, unmanaged }) => signs(6) && unmanaged,
    ({ signs, unmanaged, using }) => signs(4) && unmanaged && using,
    ({ signs, mostDays, said }) => signs(6) && mostDays && said('tried', 'residential'),
  ],
  php: [
    ({ usesOrInProgram, failed }) => usesOrInProgram && failed,
    ({ said }) => said('overdose', 'overdose'),
    ({ usesOrInProgram, unmanaged }) => usesOrInProgram && unmanaged,
    ({ signs, unlikely }) => signs(4) && unlikely,
    ({ signs, mostDays, said }) => signs(6) && mostDays && said('between', 'maybe'),
    ({ signs, twoDowners, mostDays }) => signs(6) && twoDowners && mostDays,
  ],
  iop: [
    ({ usesNow, signs }) => usesNow && signs(4),
    ({ said }) => said('pattern', 'finished-program'),
    ({ noUse, failed }) => noUse && failed,
    ({ said, twoDowners, mostDays }) => said('overdose', 'risky') || (twoDowners && mostDays),
    ({ signs, said }) => signs(2) && said('tried', 'weekly'),
    ({ signs, unlikely }) => signs(2) && unlikely,
    ({ signs, unsafe, unmanaged, pregnant }) => signs(2) && (unsafe || unmanaged || pregnant),
    ({ signs, thoughts }) => signs(4) && thoughts,
  ],
  outpatient: [
    ({ signs }) => signs(2),
    ({ mostDays }) => mostDays,
    ({ signs, noUse }) => signs(1) && noUse,
    ({ said, unlikely }) => said('tried', 'weekly') || unlikely,
    ({ thoughts, unmanaged }) => thoughts || unmanaged,
    ({ unsafe, usesNow, pregnant }) => unsafe || (usesNow && pregnant),
  ],
  'no-sign': [() => true],
};

/** Goes down the list as the paper says: the first kind of care with a line that fits; after a medical check, on from there. */
function readByHand(ticks: Ticks): { headline: Outcome; setting: Setting } {
  const on = seenOn(ticks);
  const found = outcomes.toReversed().filter((outcome) => fits[outcome].some((line) => line(on)));
  const headline = found[0] ?? 'no-sign';
  const program = settings.toReversed().find((setting) => found.includes(setting)) ?? 'no-sign';
  const afterCheck = on.uses('alcohol') || (on.uses('sedatives') && on.signs(2)) ? 'iop' : 'outpatient';
  const least = headline === 'medical-first' ? afterCheck : 'no-sign';
  return { headline, setting: settings.indexOf(least) > settings.indexOf(program) ? least : program };
}

/** Ticks for which the paper, read by hand, says less than the rules. */
function readTooLow(sets: readonly Ticks[]) {
  return sets.flatMap((ticks) => {
    const byHand = readByHand(ticks);
    const { headline, setting } = judge(hear(answersOf(ticks)));
    const isLow = rankOf(byHand.headline) < rankOf(headline);
    const isLowAfter = headline !== 'emergency' && settings.indexOf(byHand.setting) < settings.indexOf(setting);
    return isLow || isLowAfter ? [{ ticks, byHand, headline, setting }] : [];
  });
}

/** The lowest answers but for those that a situation names; of several answers that reach a level, the one that says the least else. */
function ticksIn(situation: Situation): Ticks {
  const raised = (Object.entries(situation) as [Reading, number][]).map(([reading, level]): [QuestionId, string[]] => {
    if (reading === 'signs') return ['signs', questions[9].options.slice(0, level * 2)];
    for (const { id, many, options } of questions as readonly (Question & { id: QuestionId })[]) {
      const option = options.find(
        (offered) =>
          offered !== 'unknown' &&
          readingsOf(hear({ ...lowestAnswers, [id]: many ? [offered] : offered }))[reading] === level,
      );
      if (option) return [id, [option]];
    }
    throw new Error(`No answer reads as ${reading} ${level}`);
  });
  const ticks: Record<string, readonly string[]> = { ...ticksOf(lowestAnswers), substances: [] };
  for (const [id, options] of raised) ticks[id] = id === 'substances' ? [...(ticks[id] ?? []), ...options] : options;
  return ticks['substances']?.length ? ticks : { ...ticks, substances: ['none'] };
}

test('every line of the list to read by hand is one that the tests know', () => {
  for (const outcome of outcomes) expect(fits[outcome], outcome).toHaveLength(words.outcomes[outcome].points.length);
});

test('read by hand, the paper never says less than the rules: not for any smallest situation', () => {
  const all = [
    ...[1, 2].flatMap((height) => situations(rules, 'urgency', height)),
    ...[1, 2, 3, 4].flatMap((height) => situations(rules, 'setting', height)),
  ];
  expect(all.length).toBe(126);
  expect(readTooLow(all.map(ticksIn))).toEqual([]);
});

test('read by hand, the paper never says less than the rules: not for any story or 20,000 random worksheets', () => {
  expect(readTooLow([...vignetteTicks(), ...randomTicks(20_000, 3)]).slice(0, 3)).toEqual([]);
});

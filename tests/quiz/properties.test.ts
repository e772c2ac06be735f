import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#quiz/answers.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { hear } from '#quiz/heard.ts';
import { judge, rankOf } from '#quiz/judge.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { type Question, type QuestionId, questions, questionsFor, signBands, voices } from '#quiz/questions.ts';
import { flagIds, settings } from '#quiz/result.ts';
import { anyAnswers, calmAnswers, nonsense } from './any-answers.ts';

const ids = questions.map(({ id }) => id as QuestionId);
const judged = (answers: object) => judge(hear(answers as Answers));

/** Urgency, setting, score and headline as numbers: what must never fall. */
function heights(answers: object) {
  const { urgency, setting, score, headline } = judged(answers);
  return [urgency, settings.indexOf(setting), score, rankOf(headline)] as const;
}

const isAtLeast = (one: readonly number[], other: readonly number[]) =>
  one.every((height, place) => height >= (other[place] as number));

const decision = ({ urgency, setting, headline, then }: ReturnType<typeof evaluate>) => [
  urgency,
  setting,
  headline,
  then,
];

test.each([
  ['now', 'danger', 'E-911'],
  ['now', 'unknown', 'E-CHECK'],
  ['selfharm', 'plan', 'E-988'],
] as const)('%s answered %s is an emergency, whatever else is said', (id, option, rule) => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const result = evaluate({ ...answers, [id]: option });
      expect(result).toMatchObject({
        headline: 'emergency',
        urgency: 3,
        setting: null,
        range: null,
        confidence: 'fairly-sure',
      });
      expect(result.then).toBeNull();
      expect(result.because).toContainEqual({ rule, questions: [id] });
      expect(result.shortest).toHaveLength(1);
      expect(result.because.map(({ rule: fired }) => fired).every((fired) => fired.startsWith('E-'))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('neither the voice nor anything practical changes how much care is suggested', () => {
  const practical = questions[14].options;
  fc.assert(
    fc.property(
      anyAnswers,
      fc.constantFrom(...voices),
      fc.subarray([...practical], { minLength: 1 }),
      (answers, voice, ticks) => {
        const { flags, ...rest } = evaluate(answers);
        const { flags: notes, ...others } = evaluate({ ...answers, voice, practical: ticks });
        expect(others).toEqual(rest);
        const arrangements = ['CHECK-ON-THEM', 'CRAFT', 'LEAVE', 'EAP', 'SAP', 'PARITY'];
        const aboutCare = (all: readonly string[]) => all.filter((flag) => !arrangements.includes(flag));
        expect(aboutCare(notes)).toEqual(aboutCare(flags));
      },
    ),
    { numRuns: 3000 },
  );
});

test('the order of answering changes nothing, nor does the order in which a voice is asked', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...voices), (answers, voice) => {
      const result = evaluate(answers);
      expect(evaluate(Object.fromEntries(Object.entries(answers).reverse()))).toEqual(result);
      const asked = ['voice' as const, ...questionsFor(voice).map(({ id }) => id)];
      expect(evaluate(Object.fromEntries(asked.map((id) => [id, answers[id]])) as Answers)).toEqual(result);
    }),
    { numRuns: 1000 },
  );
});

test('"not sure" never gives less than the lowest answer to that question', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...ids), (answers, id) => {
      const unsure = heights({ ...answers, [id]: 'unknown' });
      expect(isAtLeast(unsure, heights({ ...answers, [id]: lowestAnswers[id] }))).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test('"not sure" beside ticks gives no less than the ticks alone and no less than "not sure" alone', () => {
  fc.assert(
    fc.property(calmAnswers, fc.constantFrom('substances', 'signs'), (answers, id) => {
      const ticks = answers[id as 'signs'];
      fc.pre(Array.isArray(ticks));
      const both = heights({ ...answers, [id]: [...(ticks as string[]), 'unknown'] });
      expect(isAtLeast(both, heights(answers))).toBe(true);
      expect(isAtLeast(both, heights({ ...answers, [id]: 'unknown' }))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('"none" beside a tick is ignored', () => {
  const ticked = { ...lowestAnswers, substances: ['alcohol'], pattern: 'daily', signs: ['longer', 'urges'] };
  const withNone = { ...ticked, substances: ['none', 'alcohol'], signs: ['none', 'longer', 'urges'] };
  expect(evaluate(withNone as Answers)).toEqual(evaluate(ticked as Answers));
});

test('a missing answer equals "not sure" in everything but the list of what is missing', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...ids), (answers, id) => {
      const { [id]: _, ...without } = answers;
      const { missing, ...rest } = evaluate(without as Answers);
      expect(missing).toEqual([id]);
      expect({ ...rest, missing: [] }).toEqual(evaluate({ ...answers, [id]: 'unknown' } as Answers));
    }),
    { numRuns: 3000 },
  );
});

test('an answer that nobody offered equals "not sure": it never throws and never lowers', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...ids), nonsense, (answers, id, value) => {
      const offered = (questions.find((question) => question.id === id) as Question).options as readonly unknown[];
      fc.pre(!offered.includes(value) && !(signBands as readonly unknown[]).includes(value));
      const result = evaluate({ ...answers, [id]: value } as Answers);
      expect(decision(result)).toEqual(decision(evaluate({ ...answers, [id]: 'unknown' } as Answers)));
    }),
    { numRuns: 5000 },
  );
});

test.each([[{}], [null], [undefined], ['daily'], [7], [[]]])(
  '%j instead of answers is an emergency, not a crash',
  (it) => {
    const { headline, missing } = evaluate(it as Answers);
    expect(headline).toBe('emergency');
    expect(missing).toEqual(['voice', ...ids]);
  },
);

test('a stranger beside ticks counts as "not sure" beside them', () => {
  const answers = { ...lowestAnswers, pattern: 'few-days', substances: ['cannabis', 'soma'] } as unknown as Answers;
  expect(evaluate(answers)).toEqual(evaluate({ ...answers, substances: ['cannabis', 'unknown'] }));
});

test('every substance answer reads as its classes: 63 sets, none and unknown', () => {
  const names = ['alcohol', 'sedatives', 'opioids', 'stimulants', 'cannabis', 'other'];
  for (let set = 1; set < 64; set++) {
    const ticks = names.filter((_, place) => set & (1 << place));
    const [way] = judged({ ...lowestAnswers, substances: ticks }).ways;
    expect(way?.measures).toMatchObject({
      alcohol: Number(ticks.includes('alcohol')),
      sedatives: Number(ticks.includes('sedatives')),
      opioids: Number(ticks.includes('opioids')),
      others: Number(ticks.some((tick) => ['stimulants', 'cannabis', 'other'].includes(tick))),
    });
  }
  const classes = (substances: string) => {
    const measures = judged({ ...lowestAnswers, substances }).ways[0]?.measures;
    return [measures?.alcohol, measures?.sedatives, measures?.opioids, measures?.others];
  };
  expect(classes('none')).toEqual([0, 0, 0, 0]);
  expect(classes('unknown')).toEqual([1, 1, 1, 1]);
});

test('signs read the same as ticks, as a count and as a band', () => {
  const all = questions[9].options.slice(0, 11);
  for (let count = 1; count <= 11; count++) {
    const band = signBands[Math.min(Math.trunc(count / 2), 3)];
    const base = { ...lowestAnswers, substances: ['alcohol'], pattern: 'most-days', home: 'using' };
    const expected = decision(evaluate({ ...base, signs: count } as Answers));
    expect(decision(evaluate({ ...base, signs: all.slice(0, count) } as Answers))).toEqual(expected);
    expect(decision(evaluate({ ...base, signs: band } as Answers))).toEqual(expected);
  }
  expect(evaluate({ ...lowestAnswers, signs: 0 })).toEqual(evaluate(lowestAnswers));
});

test('"I never go more than a day without" counts as use on most days where alcohol or sedatives are used', () => {
  const answers = {
    ...lowestAnswers,
    substances: ['sedatives'],
    pattern: 'few-days',
    withdrawal: 'never-stopped',
  } as const;
  expect(evaluate(answers)).toMatchObject({
    headline: 'medical-first',
    shortest: ['substances', 'pattern', 'withdrawal'],
  });
  expect(evaluate(answers).flags).toContain('NO-SUDDEN-STOP');
  expect(evaluate({ ...answers, substances: ['cannabis'] }).headline).toBe('no-sign');
  expect(evaluate({ ...answers, substances: 'unknown' }).headline).toBe('medical-first');
});

/** Every other answer to a question that is open, `plan` excepted: it is an emergency. */
function otherAnswers(id: QuestionId): readonly unknown[] {
  if (id === 'signs') return [0, 2, 4, 6];
  if (id === 'substances') {
    const sets = [['alcohol'], ['sedatives'], ['opioids'], ['cannabis']];
    return ['none', ...sets, questions[4].options.slice(0, 6), ['alcohol', 'sedatives'], ['opioids', 'alcohol']];
  }
  const { options } = questions.find((question) => question.id === id) as Question;
  return options.filter((option) => option !== 'unknown' && option !== 'plan');
}

test('the range is what every way of answering the open questions reaches', () => {
  const open = ids.filter((id) => id !== 'now' && id !== 'practical');
  fc.assert(
    fc.property(calmAnswers, fc.uniqueArray(fc.constantFrom(...open), { maxLength: 3 }), (answers, unsure) => {
      const sure = { ...answers };
      for (const id of open) {
        const { [id]: value } = sure as Record<string, unknown>;
        if (value === 'unknown') Object.assign(sure, { [id]: lowestAnswers[id] });
      }
      let ways: object[] = [sure];
      for (const id of unsure) ways = ways.flatMap((way) => otherAnswers(id).map((value) => ({ ...way, [id]: value })));
      const headlines = ways.map((way) => judged(way).headline).sort((one, other) => rankOf(one) - rankOf(other));
      const unknowns = Object.fromEntries(unsure.map((id) => [id, 'unknown']));
      expect(evaluate({ ...sure, ...unknowns } as Answers).range).toEqual({
        lowest: headlines[0],
        highest: headlines.at(-1),
      });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [[], 'fairly-sure'],
  [['home'], 'fairly-sure'],
  [['home', 'age'], 'rough'],
  [['withdrawal'], 'rough'],
  [['selfharm'], 'rough'],
  [['substances'], 'rough'],
  [['pattern'], 'rough'],
  [['home', 'age', 'tried'], 'rough'],
  [['home', 'age', 'tried', 'signs'], 'cannot-tell'],
  [['practical', 'home'], 'fairly-sure'],
])('with %j open the result is %s', (open, confidence) => {
  const unknowns = Object.fromEntries(open.map((id) => [id, 'unknown']));
  const result = evaluate({ ...lowestAnswers, ...unknowns } as Answers);
  expect(result.confidence).toBe(confidence);
  expect(result.flags.includes('LOW-CONFIDENCE')).toBe(confidence !== 'fairly-sure');
});

test('notes come in the order of the criteria, each once', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { flags } = evaluate(answers);
      expect(flags).toEqual(flagIds.filter((flag) => flags.includes(flag)));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['NALOXONE', { substances: ['opioids'] }],
  ['NALOXONE', { substances: ['stimulants'] }],
  ['NALOXONE', { substances: 'unknown' }],
  ['OPIOID-MEDICINE', { substances: ['opioids'], pattern: 'few-days' }],
  ['NO-SUDDEN-STOP', { substances: ['alcohol'], pattern: 'daily' }],
  ['WD-24H', { substances: ['alcohol'], pattern: 'daily', withdrawal: 'severe' }],
  ['TOLERANCE', { substances: ['opioids'], pattern: 'quit-recently' }],
  ['TOLERANCE', { substances: ['opioids'], pattern: 'finished-program' }],
  ['CO-OCCURRING', { mental: 'moderate' }],
  ['PREGNANCY', { pregnancy: 'yes' }],
  ['TEEN', { age: 'under18' }],
  ['OLDER', { age: '65plus' }],
  ['SAFETY', { home: 'unsafe' }],
  ['RECOVERY-HOUSING', { home: 'using' }],
  ['CONSIDER-MORE', { pattern: 'few-days', signs: '6+' }],
  ['STEP-DOWN', { pattern: 'finished-program' }],
  ['CHECK-ON-THEM', { voice: 'loved' }],
  ['CRAFT', { voice: 'loved' }],
  ['SAP', { practical: ['safety-sensitive'] }],
  ['PARITY', { pattern: 'finished-program' }],
  ['PARITY', { practical: ['no-insurance'] }],
  ['LEAVE', { voice: 'work', pattern: 'finished-program' }],
  ['EAP', { practical: ['works-nights'], pattern: 'finished-program' }],
] as const)('the note %s is shown for %j and not without', (flag, answers) => {
  expect(evaluate({ ...lowestAnswers, ...answers } as Answers).flags).toContain(flag);
  expect(evaluate(lowestAnswers).flags).not.toContain(flag);
});

test('medicine is not offered to who is stable on it', () => {
  const stable = { ...lowestAnswers, substances: ['opioids'], pattern: 'medicine-stable' } as const;
  expect(evaluate(stable).flags).not.toContain('OPIOID-MEDICINE');
});

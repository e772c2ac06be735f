import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#quiz/answers.ts';
import { type Change, whatWouldChange } from '#quiz/change.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { becauseYouSaid, medicalReasons } from '#quiz/explain.ts';
import { rankOf } from '#quiz/judge.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { settings } from '#quiz/result.ts';
import { anyAnswers, calmAnswers } from './any-answers.ts';

const read = (answers: object) => ({ answers: answers as Answers, result: evaluate(answers as Answers) });

/** The answers of some questions alone, everything else at its lowest. */
const only = (answers: Answers, questions: readonly string[]): Answers =>
  Object.assign({ ...lowestAnswers }, Object.fromEntries(questions.map((id) => [id, answers[id as keyof Answers]])));

test('the shortest answers alone already give the headline, and with any one of them taken back they do not', () => {
  fc.assert(
    fc.property(calmAnswers, (answers) => {
      fc.pre(answers.withdrawal !== 'never-stopped');
      const { headline, shortest } = evaluate(answers);
      expect(rankOf(evaluate(only(answers, shortest)).headline)).toBe(rankOf(headline));
      for (const id of shortest) {
        const fewer = shortest.filter((other) => other !== id);
        expect(rankOf(evaluate(only(answers, fewer)).headline)).toBeLessThan(rankOf(headline));
      }
    }),
    { numRuns: 3000 },
  );
});

test('no smaller set of answers gives the headline, and none of the same size is asked earlier', () => {
  const order = Object.keys(lowestAnswers).filter((id) => id !== 'voice' && id !== 'practical');
  const setsOf = (size: number, from = 0): string[][] =>
    size === 0
      ? [[]]
      : order.slice(from).flatMap((id, place) => setsOf(size - 1, from + place + 1).map((rest) => [id, ...rest]));
  fc.assert(
    fc.property(calmAnswers, (answers) => {
      fc.pre(answers.withdrawal !== 'never-stopped');
      const { headline, shortest } = evaluate(answers);
      const reaches = (set: string[]) => evaluate(only(answers, set)).headline === headline;
      const sizes = Array.from({ length: Math.min(shortest.length, 3) + 1 }, (_, size) => size);
      const first = sizes.flatMap((size) => setsOf(size)).find(reaches);
      if (shortest.length <= 3) expect(shortest).toEqual(first);
      else expect(first).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('the answers given with a reason are enough for its height', () => {
  fc.assert(
    fc.property(calmAnswers, (answers) => {
      const { because, urgency, setting } = evaluate(answers);
      for (const { rule, questions } of because) {
        const alone = evaluate(only(answers, questions));
        if (rule.startsWith('U-')) expect(alone.urgency).toBe(urgency);
        else expect(alone.setting).toBe(setting);
      }
    }),
    { numRuns: 2000 },
  );
});

test('"because you said" names every reason once and opens with the fewest answers', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const result = evaluate(answers);
      const lines = becauseYouSaid(result);
      expect(lines.flatMap(({ rules }) => rules).sort()).toEqual(result.because.map(({ rule }) => rule).sort());
      const [opening] = lines;
      if (answers.withdrawal === 'never-stopped') return;
      expect([...(opening?.questions ?? [])].sort()).toEqual([...result.shortest].sort());
    }),
    { numRuns: 3000 },
  );
});

test('someone who never stops is not told that they said "most days"', () => {
  const { result } = read({
    ...lowestAnswers,
    substances: ['alcohol'],
    pattern: 'few-days',
    withdrawal: 'never-stopped',
  });
  expect(result.because[0]).toEqual({ rule: 'U-WITHDRAWAL', questions: ['substances', 'withdrawal'] });
});

/** Answers in which one change is made, as a reader would make it. */
function changed(answers: Answers, { question }: Change, option: string): Answers {
  if (question !== 'substances') return { ...answers, [question]: option };
  const { substances } = answers;
  const isOpen = !Array.isArray(substances) || substances.includes('unknown');
  return { ...answers, substances: (isOpen ? [option] : [...substances, option]) as never };
}

test('every change that is offered gives exactly the result that is said, and lies in the direction that is said', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const now = evaluate(answers);
      const changes = whatWouldChange(answers, now);
      for (const change of changes) {
        for (const option of change.options) {
          const other = evaluate(changed(answers, change, option));
          expect([other.headline, other.then]).toEqual([change.headline, change.then]);
          const height = ({ headline, then }: typeof other) =>
            rankOf(headline) * 10 + settings.indexOf(then ?? ('no-sign' as never));
          const rise = height(other) - height(now);
          expect(Math.sign(rise)).toBe(change.direction === 'raises' ? 1 : -1);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('at most four changes, those that raise first, at most one that lowers, and never where it would be dangerous advice', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const now = evaluate(answers);
      const changes = whatWouldChange(answers, now);
      expect(changes.length).toBeLessThanOrEqual(4);
      if (now.headline === 'emergency') expect(changes).toEqual([]);
      const lowering = changes.filter(({ direction }) => direction === 'lowers');
      expect(lowering.length).toBeLessThanOrEqual(1);
      if (lowering[0]) expect(changes.at(-1)).toBe(lowering[0]);
      for (const { question } of lowering) {
        expect(['withdrawal', 'overdose', 'selfharm', 'substances', 'pattern']).not.toContain(question);
      }
      for (const { question, options } of changes) {
        expect(['now', 'age', 'pregnancy', 'practical']).not.toContain(question);
        expect(options).not.toContain('unknown');
        expect(options.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test('who could not stay safe between sessions is told what an IOP would need', () => {
  const { answers, result } = read({
    ...lowestAnswers,
    substances: ['stimulants'],
    pattern: 'few-days',
    signs: '4-5',
    between: 'unlikely',
  });
  expect(whatWouldChange(answers, result).at(-1)).toMatchObject({
    question: 'between',
    options: ['maybe', 'likely'],
    headline: 'iop',
    direction: 'lowers',
  });
});

const daily = { ...lowestAnswers, pattern: 'daily', withdrawal: 'symptoms', signs: '4-5' };
test.each([
  ['daily drinking with symptoms', { ...daily, substances: ['alcohol'] }, ['WD']],
  ['drinking with a seizure before', { ...daily, substances: ['alcohol'], withdrawal: 'severe' }, ['WD', 'WD-24H']],
  ['a prescribed sedative and no signs', { ...daily, substances: ['sedatives'], signs: '0-1' }, ['WD', 'TAPER']],
  ['daily opioids', { ...daily, substances: ['opioids'] }, ['MEDS']],
  ['daily drinking in pregnancy', { ...daily, substances: ['alcohol'], pregnancy: 'yes' }, ['WD', 'WD-24H', 'PREG']],
  [
    'serious health on medicine',
    { ...lowestAnswers, substances: ['opioids'], pattern: 'medicine-stable', health: 'serious' },
    ['HEALTH'],
  ],
  ['severe withdrawal from stimulants', { ...daily, substances: ['stimulants'], withdrawal: 'severe' }, ['WD']],
  ['nothing medical', { ...lowestAnswers, pattern: 'few-days', signs: '4-5' }, []],
  ['an emergency', { ...daily, substances: ['alcohol'], now: 'danger' }, []],
])('%s: a medical check first because of it', (_, given, expected) => {
  const { answers, result } = read(given);
  expect(medicalReasons(answers, result)).toEqual(expected);
});

test('a medical check first always has a reason', () => {
  fc.assert(
    fc.property(calmAnswers, (answers) => {
      const result = evaluate(answers);
      expect(medicalReasons(answers, result).length > 0).toBe(result.headline === 'medical-first');
    }),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '#quiz/evaluate.ts';
import { hear } from '#quiz/heard.ts';
import { judge } from '#quiz/judge.ts';
import { settings } from '#quiz/result.ts';
import { anyAnswers, fully, plainAnswers } from './any-answers.ts';
import { type FullAnswers, reference } from './reference-model.ts';

test('a second reading of the criteria agrees on urgency, setting, score and headline of 60,000 readers', () => {
  fc.assert(
    fc.property(fc.oneof(anyAnswers, plainAnswers), (answers) => {
      const expected = reference(fully(answers) as unknown as FullAnswers);
      const { urgency, setting, score, headline } = judge(hear(answers));
      expect({ urgency, setting: settings.indexOf(setting), score, headline }).toEqual({
        urgency: expected.urgency,
        setting: expected.setting,
        score: expected.score,
        headline: expected.headline,
      });
    }),
    { numRuns: 60_000 },
  );
});

test('the reasons are all rules whose floor is the setting or the urgency, and no other', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { urgency, setting, because, headline } = evaluate(answers);
      fc.pre(headline !== 'emergency');
      const { floors } = reference(fully(answers) as unknown as FullAnswers);
      const governing = Object.keys(floors).filter((rule) => {
        const decided = rule.startsWith('U-') ? urgency : settings.indexOf(setting as never);
        return decided > 0 && floors[rule] === decided;
      });
      expect(because.map(({ rule }) => rule).sort()).toEqual(governing.sort());
    }),
    { numRuns: 10_000 },
  );
});

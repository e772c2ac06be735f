import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import type { Answers } from '#quiz/answers.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { withFigures } from '#quiz/figures.ts';
import { voices } from '#quiz/questions.ts';
import { type Report, reportOf } from '#quiz/report.ts';
import { wordingSchema } from '#quiz/wording.ts';
import { calmAnswers } from './any-answers.ts';
import { calm } from './english.ts';
import { wordsFile } from './words.ts';

const wording = { en: wordingSchema.parse(wordsFile('en')), es: wordingSchema.parse(wordsFile('es')) };
const words = {
  en: withFigures(wording.en, (id) => `figure of ${id}`),
  es: withFigures(wording.es, (id) => `cifra de ${id}`),
};

function reportIn(locale: (typeof locales)[number], voice: (typeof voices)[number], answers: Answers): Report {
  const all = { ...answers, voice };
  return reportOf(all, evaluate(all), words[locale], { words: words[locale], locale, voice });
}

/** What a report says, without how: how many cards, reasons and changes, and which level. */
const shapeOf = ({ cards, level, medical, andThen, also, because, changes }: Report) => ({
  danger: cards.map(({ isDanger, line }) => [isDanger, line]),
  level: level.heading,
  medical: medical.length,
  andThen: andThen?.heading,
  also: also.length,
  because: because.length,
  changes: changes.length,
});

test('no voice makes the result say another level, urgency or reason', () => {
  fc.assert(
    fc.property(calmAnswers, (answers) => {
      for (const locale of locales) {
        const [self, ...others] = voices.map((voice) => shapeOf(reportIn(locale, voice, answers)));
        for (const other of others) expect(other).toEqual(self);
      }
    }),
    { numRuns: 200 },
  );
});

test('no language makes the result say another level, urgency or reason', () => {
  fc.assert(
    fc.property(calmAnswers, fc.constantFrom(...voices), (answers, voice) => {
      const { headline, then } = evaluate(answers);
      const [english, spanish] = (['en', 'es'] as const).map((locale) => {
        const { level, andThen, ...counts } = shapeOf(reportIn(locale, voice, answers));
        const { outcomes, checkIn } = words[locale];
        const headings = [outcomes[headline].heading, ...(headline === 'outpatient' ? [checkIn.heading] : [])];
        expect(headings).toContain(level);
        expect(andThen === undefined).toBe(then === null);
        return counts;
      });
      expect(spanish).toEqual(english);
    }),
    { numRuns: 200 },
  );
});

test('no result in any voice or language shows an unfilled place', () => {
  fc.assert(
    fc.property(calmAnswers, fc.constantFrom(...locales), fc.constantFrom(...voices), (answers, locale, voice) => {
      expect(JSON.stringify(reportIn(locale, voice, answers))).not.toMatch(/\{\w*\}|undefined|\[object/);
    }),
    { numRuns: 300 },
  );
});

test('a relative is told why about the person, in both languages', () => {
  const answers: Answers = {
    ...calm,
    pattern: 'daily',
    withdrawal: 'symptoms',
    signs: ['longer', 'time', 'urges', 'people'],
  };
  expect(reportIn('en', 'loved', answers).because[0]).toMatch(
    /^You said that they use alcohol, they use every day or almost every day, and they felt sick or shaky when they stopped\. Stopping can make them sick/,
  );
  expect(reportIn('es', 'loved', answers).because[0]).toMatch(/^Sobre esa persona, usted dijo que consume alcohol/);
});

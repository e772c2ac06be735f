import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Locale, locales } from '#i18n/locale.ts';
import type { Answers } from '#quiz/answers.ts';
import { withFigures } from '#quiz/figures.ts';
import { questions, type Voice, voices } from '#quiz/questions.ts';
import { longestSummary, type Report, reportOf } from '#quiz/report.ts';
import { wordingSchema } from '#quiz/wording.ts';
import { calmAnswers } from './any-answers.ts';
import { calm } from './english.ts';
import { wordsFile } from './words.ts';

const wording = { en: wordingSchema.parse(wordsFile('en')), es: wordingSchema.parse(wordsFile('es')) };
const words = {
  en: withFigures(wording.en, (id) => `figure of ${id}`),
  es: withFigures(wording.es, (id) => `cifra de ${id}`),
};

const reportIn = (locale: Locale, voice: Voice, answers: Answers): Report =>
  reportOf({ ...answers, voice }, words[locale], locale);

/** Parts that are there for a voice; all else is the same for everyone. */
const ofVoices = ['self', 'loved', 'work', 'CHECK-ON-THEM', 'CRAFT', 'LEAVE', 'EAP'];

/** What a report says, without how: the parts of the page, and how many reasons and changes. */
const shapeOf = ({ shown, because, changes }: Report) => ({
  shown: [...shown].filter((name) => !ofVoices.includes(name)).sort(),
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
      expect(shapeOf(reportIn('es', voice, answers))).toEqual(shapeOf(reportIn('en', voice, answers)));
    }),
    { numRuns: 200 },
  );
});

test('what a reader may share is never longer than a request takes, and holds the reason that decided', () => {
  const worst: Answers = {
    ...calm,
    age: 'under18',
    pregnancy: 'yes',
    selfharm: 'thoughts',
    substances: ['alcohol', 'sedatives', 'opioids', 'stimulants', 'cannabis', 'other'],
    pattern: 'quit-recently',
    withdrawal: 'severe',
    health: 'serious',
    mental: 'severe',
    signs: 11,
    tried: 'residential',
    overdose: 'overdose',
    home: 'unsafe',
    between: 'unlikely',
    practical: [...questions[14].options],
  };
  for (const locale of locales)
    for (const voice of voices) {
      const { summary, because } = reportIn(locale, voice, worst);
      expect(summary.length).toBeLessThanOrEqual(longestSummary);
      expect(summary).toContain(because[0]);
    }
});

test('no result in any voice or language shows an unfilled place', () => {
  fc.assert(
    fc.property(calmAnswers, fc.constantFrom(...locales), fc.constantFrom(...voices), (answers, locale, voice) => {
      const { shown, ...texts } = reportIn(locale, voice, answers);
      expect(JSON.stringify([...shown, texts])).not.toMatch(/\{\w*\}|undefined|\[object/);
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

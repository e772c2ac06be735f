import { expect, test } from 'vitest';
import type { Answers } from '#quiz/answers.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { type Report, reportOf } from '#quiz/report.ts';
import { questionsOfRule } from '#quiz/rules.ts';
import { calm, spokenEnglish } from './english.ts';

const words = spokenEnglish();
const signs = ['longer', 'cut-down', 'time', 'urges', 'duties', 'people', 'gave-up'] as const;
function report(answers: Answers): Report {
  const all = { ...calm, ...answers };
  return reportOf(all, evaluate(all), words, { words, locale: 'en', voice: 'self' });
}

test('daily drinking with shakes: a card for danger, the check first, and then a program', () => {
  const { cards, level, medical, andThen, because } = report({
    pattern: 'daily',
    withdrawal: 'symptoms',
    signs: signs.slice(0, 7),
  });
  expect(cards).toMatchObject([{ isDanger: true, line: 'emergency', heading: 'Call 911 if:' }]);
  expect(level.heading).toBe('Get a medical check first');
  expect(medical[0]?.heading).toBe('Do not stop on your own');
  expect(andThen?.heading).toBe('And then: an intensive outpatient program (IOP)');
  expect(because[0]).toContain('you use alcohol, you use every day or almost every day, and you felt sick or shaky');
  expect(because[1]).toContain('7 of the 11 signs fit');
});

test('a medical check never speaks of withdrawal care without saying that it can be at a clinic', () => {
  for (const withdrawal of ['symptoms', 'severe'] as const) {
    const { medical } = report({ pattern: 'daily', withdrawal, signs: signs.slice(0, 5) });
    expect(medical.flatMap(({ text }) => text).join(' ')).toContain('clinic');
  }
});

test('dark thoughts bring the 988 card, whatever else the result says', () => {
  expect(report({ selfharm: 'thoughts' }).cards).toMatchObject([{ line: 'crisis', isDanger: false }]);
  expect(report({ selfharm: 'unknown' }).cards).toMatchObject([{ line: 'crisis' }]);
});

test('who stopped alone lately is told when to go to an emergency department', () => {
  const [card] = report({ pattern: 'quit-recently' }).cards;
  expect(card?.text).toContain('emergency department today');
});

test('24-hour care because of the home always names recovery housing as another way', () => {
  const { level, also } = report({ pattern: 'most-days', signs: signs.slice(0, 7), home: 'using', between: 'maybe' });
  expect(level.heading).toBe('24-hour care may fit');
  expect(also[0]).toContain('recovery housing');
});

test('weekly care for who ticked no sign is a talk with a doctor', () => {
  expect(report({ pattern: 'daily' }).level.heading).toBe('A talk with a doctor may fit');
  expect(report({ pattern: 'daily', signs: ['longer', 'time'] }).level.heading).toContain('Weekly care');
});

test('not being sure is said, with how far the result could reach', () => {
  const unsure = report({ pattern: 'unknown', withdrawal: 'unknown', home: 'unknown', signs: 'unknown' });
  expect(unsure.eyebrow).toBe('The least that may fit');
  expect(unsure.confidence).toContain('full assessment');
  expect(unsure.also[0]).toContain('anything from');
  expect(unsure.because.join(' ')).toContain('you were not sure how often you use');
});

test('nothing to report: no card, no reason, the next step is still there', () => {
  const { cards, because, level, steps } = report({});
  expect([cards, because]).toEqual([[], []]);
  expect(level.heading).toBe('Nothing here points to a program');
  expect(steps.length).toBeGreaterThan(0);
});

test('what makes it hard changes how, never how much', () => {
  const plain = report({ signs: signs.slice(0, 5) });
  const around = report({ signs: signs.slice(0, 5), practical: ['works-nights', 'transport'] });
  expect(around.level).toEqual(plain.level);
  expect(around.how).toHaveLength(2);
});

test('no rule, score or unfilled place shows in any result', () => {
  const options = {
    home: ['using', 'unsafe'],
    mental: ['severe', 'unknown'],
    overdose: ['risky', 'overdose'],
  } as const;
  for (const home of options.home)
    for (const mental of options.mental)
      for (const overdose of options.overdose) {
        const all = report({
          home,
          mental,
          overdose,
          substances: ['opioids', 'sedatives'],
          pattern: 'daily',
          signs: signs.slice(0, 7),
          pregnancy: 'yes',
          age: 'under18',
          health: 'serious',
        });
        const said = JSON.stringify({ ...all, facts: [] });
        for (const rule of Object.keys(questionsOfRule)) expect(said).not.toContain(rule);
        expect(said).not.toMatch(/[{]\w+[}]|undefined/);
      }
});

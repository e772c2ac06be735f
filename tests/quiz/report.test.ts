import { expect, test } from 'vitest';
import type { Answers } from '#quiz/answers.ts';
import { type Report, reportOf } from '#quiz/report.ts';
import { questionsOfRule } from '#quiz/rules.ts';
import { say } from '#quiz/say.ts';
import { calm, spokenEnglish } from './english.ts';

const words = spokenEnglish();
const signs = ['longer', 'cut-down', 'time', 'urges', 'duties', 'people', 'gave-up'] as const;
const report = (answers: Answers): Report => reportOf({ ...calm, ...answers }, words, 'en');
const shownFor = (answers: Answers): string[] => [...report(answers).shown];

test('daily drinking with shakes: a card for danger, the check first, and then a program', () => {
  const { shown, name, because } = report({ pattern: 'daily', withdrawal: 'symptoms', signs: signs.slice(0, 7) });
  for (const part of ['danger', 'level-medical-first', 'medical-WD', 'then-iop', 'steps-medical-first', 'also-iop'])
    expect(shown).toContain(part);
  expect(name).toBe('a medical check first, then an intensive outpatient program (IOP)');
  expect(because[0]).toContain(
    'You said that you use alcohol, you use every day or almost every day, and you felt sick',
  );
  expect(because[1]).toMatch(/^You also said that/);
  expect(because.join(' ')).toContain('7 of the 11 signs fit');
});

test('a medical check never speaks of withdrawal care without saying that it can be at a clinic', () => {
  for (const { text } of [words.medical.WD, words.medical['WD-24H']])
    expect(text.map((line) => say(line, 'self')).join(' ')).toContain('clinic');
});

test('the 24-hour variant takes the place of the plain one', () => {
  const shown = shownFor({ pattern: 'daily', withdrawal: 'severe' });
  expect(shown).toContain('medical-WD-24H');
  expect(shown).not.toContain('medical-WD');
});

test('dark thoughts bring the 988 card, whatever else the result says', () => {
  for (const selfharm of ['thoughts', 'unknown'] as const) {
    expect(shownFor({ selfharm })).toContain('selfharm');
    expect(shownFor({ selfharm })).not.toContain('soon');
  }
});

test('who stopped alone lately is told when to go to an emergency department', () => {
  expect(shownFor({ pattern: 'quit-recently' })).toEqual(expect.arrayContaining(['danger', 'quit-recently']));
});

test('24-hour care because of the home always names recovery housing as another way', () => {
  const shown = shownFor({ pattern: 'most-days', signs: signs.slice(0, 7), home: 'using', between: 'maybe' });
  expect(shown).toEqual(expect.arrayContaining(['level-residential', 'housing']));
});

test('weekly care for who ticked no sign is a talk with a doctor', () => {
  expect(shownFor({ pattern: 'daily' })).toContain('level-check-in');
  expect(report({ pattern: 'daily' }).name).toBe('a talk with a doctor');
  expect(shownFor({ pattern: 'daily', signs: ['longer', 'time'] })).toContain('level-outpatient');
});

test('not being sure is said, with how far the result could reach', () => {
  const unsure = report({ pattern: 'unknown', withdrawal: 'unknown', home: 'unknown', signs: 'unknown' });
  expect([...unsure.shown]).toEqual(expect.arrayContaining(['cannot-tell', 'range']));
  expect(unsure.range).toContain('anything from');
  expect(unsure.because.join(' ')).toContain('you were not sure how often you use');
  expect(unsure.summary).toContain('The least that the quiz says may fit');
});

test('nothing to report: no card, no reason, the next step is still there', () => {
  const { shown, because } = report({});
  expect(because).toEqual([]);
  expect([...shown]).toEqual(
    expect.arrayContaining(['no-reason', 'level-no-sign', 'steps-no-sign', 'fairly-sure', 'self']),
  );
  for (const card of ['danger', 'selfharm', 'soon']) expect([...shown]).not.toContain(card);
});

test('what makes it hard changes how, never how much', () => {
  const plain = report({ signs: signs.slice(0, 5) });
  const around = report({ signs: signs.slice(0, 5), practical: ['works-nights', 'transport'] });
  expect(around.name).toBe(plain.name);
  expect([...around.shown]).toEqual(expect.arrayContaining(['works-nights', 'transport', 'level-iop']));
  expect(around.summary).toContain('What makes it hard to go: I work nights and I have no good way to get there.');
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
        const said = JSON.stringify({ ...all, shown: [] });
        for (const rule of Object.keys(questionsOfRule)) expect(said).not.toContain(rule);
        expect(said).not.toMatch(/[{]\w+[}]|undefined/);
      }
});

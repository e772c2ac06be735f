import { expect, test } from 'vitest';
import { answerRules } from '#quiz/answer-rules.ts';
import { groupsOf, type Step } from '#quiz/by-outcome.ts';
import { answersTo, countsAs, emergencyAnswers } from '#quiz/counts-as.ts';
import { situationSentence, whenClause } from '#quiz/describe.ts';
import { flowOf, flowSize } from '#quiz/flow.ts';
import { hear } from '#quiz/heard.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { type Question, questions } from '#quiz/questions.ts';
import { bothWays } from '#quiz/readings.ts';
import { scoreTables, settingTables, urgencyTable } from '#quiz/rule-tables.ts';
import { type SettingRule, type Tables, tables, type UrgencyRule } from '#quiz/rules.ts';
import { decidesWordsOf } from './decides-words.ts';

const words = decidesWordsOf('en');
const telling = { words, locale: 'en' } as const;

/** What leads to a step, in sentences. */
const sentences = (of: Tables, step: Step): string[] =>
  groupsOf(of)
    .filter(({ leadsTo }) => leadsTo === step)
    .flatMap(({ situations }) => situations.map((situation) => situationSentence(situation, telling)));

test('situations read as plain sentences, the shortest first', () => {
  const care = sentences(tables, 'residential');
  expect(sentences(tables, 'medical-first')[0]).toBe('You have a serious health problem.');
  expect(care).toContain('You use on most days, 6 or more signs fit, and a stay was not enough before.');
  expect(sentences(tables, 'medical-first')).toContain('You use opioids and you use on most days.');
  expect(sentences(tables, 'medical-first')).toContain(
    'You are under 18, you use alcohol, you use now, and stopping made you sick before.',
  );
  expect(sentences(tables, 'iop')).toContain('You use alcohol and opioids and you use on most days.');
});

test.each(['en', 'es'] as const)('no two situations of a list say the same (%s)', (locale) => {
  const said = { words: decidesWordsOf(locale), locale };
  for (const { situations } of groupsOf(tables)) {
    const told = situations.map((situation) => situationSentence(situation, said));
    expect(new Set(told).size).toBe(told.length);
    expect(told.join(' ')).not.toMatch(/undefined|[{}]/);
  }
});

test('where an order forks, a rule names every branch: "teen or above" takes in 65 and older', () => {
  expect(whenClause({ age: 'teen' }, telling)).toBe('you are under 18 or you are 65 or older');
  expect(whenClause({ pattern: 'finished' }, telling)).toBe('you are in or just out of a program or you use now');
  expect(whenClause({ pattern: 'few' }, telling)).toBe('you use now');
  expect(whenClause({}, telling)).toBe('whatever else you answer');
});

const urgency: readonly UrgencyRule[] = tables.urgency;
const setting: readonly SettingRule[] = tables.setting;

test('a rule changed on purpose is described as changed: serious health problems only within days', () => {
  const changed: Tables = {
    ...tables,
    urgency: urgency.map((rule) => (rule.rule === 'U-HEALTH' ? { ...rule, urgency: 1 } : rule)),
  };
  const said = 'You have a serious health problem.';
  expect(sentences(tables, 'medical-first')).toContain(said);
  expect(sentences(changed, 'medical-first')).not.toContain(said);
  expect(sentences(changed, 'soon')).toContain(said);
  const row = (of: Tables) =>
    urgencyTable(of, telling, () => 'why').rows.find(({ head }) => head === 'You have a serious health problem');
  expect(row(tables)?.cells[0]?.text).toBe('Medical check first');
  expect(row(changed)?.cells[0]?.text).toBe('A professional within days');
  const boxes = (of: Tables) => flowOf(groupsOf(of)).stages.flatMap(({ boxes: all }) => all);
  const count = (of: Tables) => boxes(of).find(({ step }) => step === 'medical-first')?.count;
  expect(count(changed)).not.toBe(count(tables));
});

test('a rule changed on purpose is described as changed: a home that makes it hard asks for a day program', () => {
  const changed: Tables = {
    ...tables,
    setting: setting.map((rule) =>
      rule.rule === 'R-HOME' && rule.when.home === 'using' && !rule.when.between
        ? { ...rule, floors: { ...rule.floors, few: [0, 1, 2, 3], most: [0, 1, 2, 3] } }
        : rule,
    ),
  };
  const said = 'You use now, 6 or more signs fit, and your home makes it hard.';
  expect(sentences(tables, 'residential')).toContain(said);
  expect(sentences(changed, 'residential')).not.toContain(said);
  expect(sentences(changed, 'php')).toContain(said);
  const shown = settingTables(changed, telling).find(({ rule }) => rule === 'R-HOME')?.tables[0];
  expect(shown?.caption).toContain('Your home makes it hard');
  expect(shown?.rows.map(({ head, cells }) => [head, ...cells.map(({ text }) => text)])).toEqual([
    ['In or just out of a program', 'none', 'weekly', 'IOP', '24-hour'],
    ['Some days or most days', 'none', 'weekly', 'IOP', 'day'],
  ]);
});

test('every line of the rule tables stands on the page', () => {
  const score = scoreTables(tables, telling);
  expect(score.map(({ rows }) => rows.length)).toEqual([
    tables.score.length,
    tables.score.length,
    tables.raises.length,
  ]);
  expect(settingTables(tables, telling).flatMap(({ tables: all }) => all)).toHaveLength(tables.setting.length);
  const [, , raises] = score;
  expect(raises?.rows.map(({ cells }) => cells.map(({ text }) => text).join(''))).toEqual(['033', '023', '013']);
  for (const { caption, columns, rows } of [...score, ...settingTables(tables, telling).flatMap((one) => one.tables)]) {
    expect(caption).not.toBe('');
    expect(rows.length, caption).toBeGreaterThan(0);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length - 1);
  }
});

test('an answer counts as what the engine reads', () => {
  const question = (id: string) => questions.find((one) => one.id === id) as Question;
  expect(countsAs(question('withdrawal'), 'never-stopped')).toEqual({ redFlags: [], raises: { withdrawal: 1 } });
  expect(countsAs(question('substances'), 'cannabis').raises).toEqual({ others: 1 });
  expect(countsAs(question('signs'), 'unknown').raises).toEqual({ signs: 2 });
  expect(countsAs(question('practical'), 'no-insurance')).toEqual({ redFlags: [], raises: {} });
  expect(emergencyAnswers()).toEqual([
    { question: 'now', answer: 'danger' },
    { question: 'now', answer: 'unknown' },
    { question: 'selfharm', answer: 'plan' },
  ]);
});

test('"not sure" counts as a need or an emergency in every scored question but age', () => {
  const calm = questions
    .filter(({ scored }) => scored)
    .filter((question) => {
      const { redFlags, raises } = countsAs(question, 'unknown');
      return redFlags.length === 0 && Object.keys(raises).length === 0;
    });
  expect(calm.map(({ id }) => id)).toEqual(['age']);
});

test('the rule about never stopping says exactly when answers are read both ways', () => {
  const [{ when, alsoCountsAs }] = answerRules;
  const optionsOf = (id: string) => answersTo(questions.find((one) => one.id === id) as Question);
  for (const withdrawal of optionsOf('withdrawal'))
    for (const substance of optionsOf('substances'))
      for (const pattern of optionsOf('pattern')) {
        const substances = ['none', 'unknown'].includes(substance) ? substance : [substance];
        const ways = bothWays(hear({ ...lowestAnswers, withdrawal, substances, pattern } as never));
        const isMost = ['most-days', 'daily', 'quit-recently', 'unknown'].includes(pattern);
        const applies =
          (when.withdrawal as readonly string[]).includes(withdrawal) &&
          (when.substances as readonly string[]).includes(substance);
        expect(ways.length, `${withdrawal} ${substance} ${pattern}`).toBe(applies && !isMost ? 2 : 1);
      }
  expect(alsoCountsAs).toBe('most');
});

test('the picture names every step once, fits its frame, and nothing overlaps', () => {
  const { stages, height } = flowOf(groupsOf(tables));
  const boxes = stages.flatMap(({ boxes: all }) => all);
  expect(new Set(boxes.map(({ step }) => step)).size).toBe(8);
  for (const [place, { top, width }] of boxes.entries()) {
    const next = boxes[place + 1];
    expect(top + flowSize.box).toBeLessThanOrEqual(next ? next.top : height);
    expect(flowSize.inset + width).toBeLessThan(flowSize.width);
  }
});

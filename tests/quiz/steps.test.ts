import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#quiz/answers.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { type QuestionId, questions, type SignBand, signBands, type Voice, voices } from '#quiz/questions.ts';
import { type Action, after, asked, type Quiz, titleOf, untouched, viewOf } from '#quiz/steps.ts';
import { answersFrom, tick } from '#quiz/ticks.ts';
import { calmAnswers } from './any-answers.ts';
import { calm, english } from './english.ts';

const played = (actions: readonly Action[], from: Quiz = untouched): Quiz => actions.reduce(after, from);
const start: Action = { do: 'start', ticked: {} };
const onward: Action = { do: 'continue' };
const answer = (id: 'now' | 'selfharm', option: string): Action[] => [{ do: 'tick', id, option }, onward];
/** At the list of answers, everything answered calmly. */
const atCheck = () => played([{ do: 'start', ticked: calm }, ...Array<Action>(15).fill(onward)]);

test('the quiz asks every question once, in order, and then shows the answers', () => {
  let quiz = played([{ do: 'start', ticked: calm }]);
  const seen: string[] = [];
  for (let view = viewOf(quiz); view.at === 'question'; view = viewOf(quiz)) {
    seen.push(view.id);
    quiz = after(quiz, onward);
  }
  expect(seen).toEqual(asked(quiz));
  expect(viewOf(quiz)).toEqual({ at: 'check' });
});

test('a blank question is a problem and stays on the screen; an answer clears it', () => {
  const blank = played([start, onward]);
  expect(viewOf(blank)).toMatchObject({ at: 'question', id: 'now' });
  expect(blank.blanks).toBe(1);
  const answered = played(answer('now', 'none'), blank);
  expect(viewOf(answered)).toMatchObject({ id: 'selfharm' });
  expect(answered.blanks).toBe(0);
});

test.each([
  { name: 'danger right now', ticks: answer('now', 'danger') },
  { name: 'not being able to tell', ticks: answer('now', 'unknown') },
  { name: 'a plan to end one’s life', ticks: [...answer('now', 'none'), ...answer('selfharm', 'plan')] },
])('$name stops the quiz at once, and going back leads to the question', ({ ticks }) => {
  const stopped = played([start, ...ticks]);
  expect(viewOf(stopped)).toEqual({ at: 'emergency' });
  expect(viewOf(after(stopped, { do: 'visit', place: stopped.place - 1 }))).toMatchObject({ at: 'question' });
});

test('an emergency answer given late never reaches a result', () => {
  const quiz = played([{ do: 'tick', id: 'now', option: 'danger' }, { do: 'show' }], atCheck());
  expect(viewOf(quiz)).toEqual({ at: 'emergency' });
});

test('a result is never shown over an alarm, even where the browser steps forward to it again', () => {
  const shown = after(atCheck(), { do: 'show' });
  const changed = played(
    [
      { do: 'visit', place: 1 },
      { do: 'tick', id: 'now', option: 'danger' },
      { do: 'visit', place: shown.place },
    ],
    shown,
  );
  expect(viewOf(changed)).toEqual({ at: 'emergency' });
});

test('changing an answer returns to the list of answers', () => {
  const changed = played(
    [{ do: 'change', id: 'home' }, { do: 'tick', id: 'home', option: 'using' }, onward],
    atCheck(),
  );
  expect(viewOf(changed)).toEqual({ at: 'check' });
  expect(changed.answers).toEqual({ ...calm, home: 'using' });
});

test('back and forward keep answers; a step that the page no longer knows starts over', () => {
  const quiz = played([start, ...answer('now', 'none')]);
  const back = after(quiz, { do: 'visit', place: 1 });
  expect(back.answers).toEqual({ now: 'none' });
  expect(after(back, { do: 'visit', place: 2 })).toEqual(quiz);
  expect(after(untouched, { do: 'visit', place: 7 })).toEqual(untouched);
});

test('starting again forgets every answer', () => {
  expect(after(atCheck(), { do: 'forget' })).toEqual(untouched);
});

test('"none" and the other boxes put each other out; "not sure" may stand beside a tick', () => {
  const two = tick(tick({}, 'signs', 'time'), 'signs', 'unknown');
  expect(two).toEqual({ signs: ['time', 'unknown'] });
  expect(tick(two, 'signs', 'none')).toEqual({ signs: ['none'] });
  expect(tick({ signs: ['none'] }, 'signs', 'urges')).toEqual({ signs: ['urges'] });
  expect(tick(two, 'signs', 'time')).toEqual({ signs: ['unknown'] });
});

test('in voice work what makes it hard is asked right after the safety questions', () => {
  const quiz = played([{ do: 'start', ticked: { voice: 'work' } }]);
  expect(asked(quiz).slice(0, 6)).toEqual(['now', 'selfharm', 'age', 'pregnancy', 'practical', 'substances']);
  expect(asked(quiz)).toHaveLength(15);
});

const ticksFor = (answers: Answers, id: QuestionId): Action[] =>
  [answers[id] ?? []].flat().map((option) => ({ do: 'tick', id, option: String(option) }));

/** Answers as they stand after every question was answered when it was asked. */
function oneByOne(answers: Answers, voice: Voice): Answers {
  let quiz = played([{ do: 'start', ticked: { voice } }]);
  for (let view = viewOf(quiz); view.at === 'question'; view = viewOf(quiz))
    quiz = played([...ticksFor(answers, view.id), onward], quiz);
  return quiz.answers;
}

/** The same from the worksheet, in the order given, with one question answered again from the list of answers. */
function fromWorksheet(answers: Answers, voice: Voice, ids: readonly QuestionId[]): Answers {
  const ticked = Object.fromEntries(ids.map((id) => [id, answers[id]]));
  const again: Action[] = [{ do: 'change', id: 'home' }, ...ticksFor(answers, 'home'), onward];
  return played([{ do: 'start', ticked: { ...ticked, voice } }, ...Array<Action>(15).fill(onward), ...again]).answers;
}

test('voice and order of answering never change a result', () => {
  const ids = questions.map(({ id }) => id);
  const listed = calmAnswers.map((answers) => {
    const { substances, practical, signs } = answers;
    const ticked = typeof signs === 'number' || signBands.includes(signs as SignBand) ? ['unknown'] : signs;
    return {
      ...answers,
      substances: [substances].flat(),
      practical: [practical].flat(),
      signs: [ticked].flat(),
    } as Answers;
  });
  fc.assert(
    fc.property(listed, fc.shuffledSubarray(ids, { minLength: ids.length }), (answers, order) => {
      const results = voices.flatMap((voice) =>
        [oneByOne(answers, voice), fromWorksheet(answers, voice, order)].map((given) => {
          const { flags: _, ...result } = evaluate(given);
          return result;
        }),
      );
      for (const result of results) expect(result).toEqual(results[0]);
    }),
  );
});

test('two ticks where one can be are no answer: a tampered page cannot choose the lower', () => {
  const ticked: Record<string, string[]> = { now: ['none', 'danger'], home: ['supportive', 'unsafe'], voice: ['x'] };
  expect(answersFrom((id) => ticked[id] ?? [])).toEqual({});
});

test('ticks of the worksheet become answers; what is not ticked stays unanswered', () => {
  const ticked: Record<string, string[]> = { now: ['none'], substances: ['alcohol', 'opioids'] };
  expect(answersFrom((id) => ticked[id] ?? [])).toEqual({ now: 'none', substances: ['alcohol', 'opioids'] });
});

test('the title names the step, a problem first, and never an answer', () => {
  const words = english();
  expect(titleOf(untouched, words)).toBe('Check your options');
  expect(titleOf(played([start]), words)).toBe('Question 1 - Check your options');
  expect(titleOf(played([start, onward]), words)).toBe('Error: Question 1 - Check your options');
  expect(titleOf(played([start, ...answer('now', 'danger')]), words)).toBe('Before you go on - Check your options');
  expect(titleOf(after(atCheck(), { do: 'show' }), words)).toBe('Your options - Check your options');
});

import { fill } from '#i18n/fill.ts';
import type { Answers } from './answers.ts';
import { hear } from './heard.ts';
import { redFlags } from './judge.ts';
import { type QuestionId, questionsFor } from './questions.ts';
import type { RedFlagId } from './result.ts';
import { tick, tickedOptions } from './ticks.ts';
import type { Wording } from './wording.ts';

/** What stands on the screen. A question asked again from the list of answers returns there. */
export type View =
  | { at: 'start' | 'emergency' | 'check' | 'result' }
  | { at: 'question'; id: QuestionId; returns: boolean };

/** The quiz in the reader's hands. It lives in memory and nowhere else. */
export interface Quiz {
  answers: Answers;
  /** Every screen since the start. The browser's history holds only the place of each, never what it shows. */
  trail: readonly View[];
  place: number;
  /** How often Continue was pressed on this screen without an answer. */
  blanks: number;
}

export type Action =
  | { do: 'start'; ticked: Answers }
  | { do: 'tick'; id: QuestionId; option: string }
  | { do: 'continue' }
  | { do: 'change'; id: QuestionId }
  | { do: 'show' }
  | { do: 'visit'; place: number }
  | { do: 'forget' };

/** Nothing asked, nothing answered. */
export const untouched: Quiz = { answers: {}, trail: [{ at: 'start' }], place: 0, blanks: 0 };

/** The red flags that the answers so far have raised. Before the first question is answered there are none. */
export const alarms = ({ answers }: Quiz): RedFlagId[] => (answers.now ? redFlags(hear(answers)) : []);

const stop: View = { at: 'emergency' };

/** The screen that is shown. A result is never shown over an alarm, whatever way back and forth led to it. */
export function viewOf(quiz: Quiz): View {
  const view = quiz.trail[quiz.place] ?? { at: 'start' };
  return view.at === 'result' && alarms(quiz).length > 0 ? stop : view;
}

/** Steps forward. What lay ahead is cut off, as the browser does with its own history. */
const forward = (quiz: Quiz, view: View): Quiz => ({
  ...quiz,
  trail: [...quiz.trail.slice(0, quiz.place + 1), view],
  place: quiz.place + 1,
  blanks: 0,
});

/** The questions in the order this reader is asked. */
export const asked = ({ answers }: Quiz): QuestionId[] => questionsFor(answers.voice ?? 'self').map(({ id }) => id);

const question = (id: QuestionId, returns = false): View => ({ at: 'question', id, returns });

function onward(quiz: Quiz): Quiz {
  const view = viewOf(quiz);
  if (view.at !== 'question') return quiz;
  if (tickedOptions(quiz.answers, view.id).length === 0) return { ...quiz, blanks: quiz.blanks + 1 };
  if (alarms(quiz).length > 0) return forward(quiz, { at: 'emergency' });
  const ids = asked(quiz);
  const next = ids[ids.indexOf(view.id) + 1];
  return forward(quiz, view.returns || !next ? { at: 'check' } : question(next));
}

/** The quiz after something happened. Pure: history, focus and title follow from what it returns. */
export function after(quiz: Quiz, action: Action): Quiz {
  switch (action.do) {
    case 'start':
      return forward({ ...quiz, answers: action.ticked }, question('now'));
    case 'tick':
      return { ...quiz, answers: tick(quiz.answers, action.id, action.option) };
    case 'continue':
      return onward(quiz);
    case 'change':
      return forward(quiz, question(action.id, true));
    case 'show':
      return forward(quiz, { at: alarms(quiz).length > 0 ? 'emergency' : 'result' });
    case 'visit':
      return quiz.trail[action.place] ? { ...quiz, place: action.place, blanks: 0 } : untouched;
    case 'forget':
      return untouched;
  }
}

/** Title of the tab. It names a step and never an answer: the browser's history keeps it. */
export function titleOf(
  quiz: Quiz,
  words: Pick<Wording, 'title' | 'steps' | 'check'> & { result: { title: string } },
): string {
  const view = viewOf(quiz);
  if (view.at === 'start') return words.title;
  const step = {
    question: () =>
      fill(words.steps.question, { number: view.at === 'question' ? asked(quiz).indexOf(view.id) + 1 : 0 }),
    emergency: () => words.steps.emergencyTitle,
    check: () => words.check.title,
    result: () => words.result.title,
  }[view.at]();
  const title = `${step} - ${words.title}`;
  return quiz.blanks > 0 ? fill(words.steps.errorTitle, { title }) : title;
}

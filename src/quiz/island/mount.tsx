import { render } from 'preact';
import { reportOf } from '../report.ts';
import { type Action, after, titleOf, untouched, viewOf } from '../steps.ts';
import type { QuizProps } from './props.ts';
import { attachPrinting, showResult } from './result.tsx';
import { Screen } from './Screen.tsx';
import { keepVoicesAlike, readWorksheet, writeTicks } from './worksheet.ts';

/** The parts of the page that the quiz takes over. */
export interface Places {
  /** Everything that stands before Start is pressed. */
  start: HTMLElement;
  button: HTMLElement;
  /** Says that answers given before are gone. */
  emptied: HTMLElement;
  worksheet: HTMLFormElement;
  /** Where the steps appear. */
  screen: HTMLElement;
  /** The result, as far as it does not quote answers. */
  result: HTMLElement;
}

const placeInHistory = (): number => history.state?.step ?? 0;

/** Brings a new screen to its top and its heading to the reader's attention; a problem before the heading. */
function callAttention({ start, screen, result }: Places): void {
  scrollTo({ top: 0, behavior: 'instant' });
  const place = [start, result].find(({ hidden }) => !hidden) ?? screen;
  const summary = place.querySelector<HTMLElement>('.error-summary');
  (summary ?? place.querySelector('h1'))?.focus({ preventScroll: true });
}

/**
 * Lays the quiz over the worksheet. All answers live in this closure. An entry of the browser's history holds the number of a step and
 * nothing else, so what it showed is known only as long as the page lives.
 */
export function mount(places: Places, props: QuizProps): void {
  const { start, button, emptied, worksheet, screen, result } = places;
  let quiz = untouched;

  function keepHistoryInStep(): void {
    if (placeInHistory() === quiz.place) return;
    if (quiz === untouched) {
      // A reload, or Start again: the history still counts steps that nobody remembers.
      history.replaceState(null, '');
      emptied.hidden = false;
    } else history.pushState({ step: quiz.place }, '');
  }

  function act(action: Action): void {
    const before = quiz;
    quiz = after(quiz, action);
    const isNewScreen = viewOf(quiz) !== viewOf(before);
    keepHistoryInStep();
    start.hidden = quiz.place > 0;
    render(<Screen quiz={quiz} act={act} {...props} />, screen);
    const isResult = viewOf(quiz).at === 'result';
    showResult(result, isResult ? reportOf(quiz.answers, props.words, props.locale) : undefined, quiz, props.words);
    document.title = titleOf(quiz, props.words);
    if (isNewScreen && quiz.place === 0) writeTicks(start, quiz.answers);
    if (isNewScreen || quiz.blanks > before.blanks) callAttention(places);
  }

  history.scrollRestoration = 'manual';
  keepVoicesAlike(start);
  button.addEventListener('click', () => act({ do: 'start', ticked: readWorksheet(worksheet) }));
  addEventListener('popstate', () => act({ do: 'visit', place: placeInHistory() }));
  const forget = () => {
    for (const form of start.querySelectorAll('form')) form.reset();
    act({ do: 'forget' });
  };
  // Going to another page takes the answers along, also from the copy that the browser keeps for its back button.
  addEventListener('pagehide', forget);
  // "Leave this site" tells the document beforehand.
  document.addEventListener('leave', forget);
  result.addEventListener('click', ({ target }) => {
    const says = (target as Element).closest<HTMLElement>('[data-forget]')?.dataset['forget'];
    if (!says) return;
    emptied.textContent = says;
    forget();
  });
  result.querySelector('[data-back]')?.addEventListener('click', () => history.back());
  attachPrinting(result);
  keepHistoryInStep();
  button.dataset['ready'] = '';
}

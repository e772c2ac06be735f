import { render } from 'preact';
import { reportOf } from '../report.ts';
import { type Action, after, alarms, titleOf, untouched, viewOf } from '../steps.ts';
import { showParts } from './parts.ts';
import type { QuizProps } from './props.ts';
import { attachPrinting, showResult } from './result.tsx';
import { Screen } from './Screen.tsx';
import { keepVoicesAlike, readTicks, writeTicks } from './worksheet.ts';

const placeInHistory = (): number => history.state?.step ?? 0;

/** How long what nobody sees waits for the paint of what is seen, in milliseconds. */
const paintTime = 50;

/** Brings the heading of a new screen to the reader's attention; a problem before the heading. */
function callAttention(page: HTMLElement): void {
  const targets = page.querySelectorAll<HTMLElement>('.error-summary,h1');
  [...targets].find((target) => !target.closest('[hidden]'))?.focus({ preventScroll: true });
}

/**
 * Lays the quiz over the worksheet. All answers live in this closure. An entry of the browser's history holds the number of a step and
 * nothing else, so what it showed is known only as long as the page lives. The parts of the page are those of `CheckYourOptions.astro`.
 */
export function mount(page: HTMLElement, { words, locale }: QuizProps): void {
  const part = (selector: string) => page.querySelector(selector) as HTMLElement;
  const start = part('#quiz-start');
  const emptied = part('[data-emptied]');
  const button = part('[data-start]');
  let quiz = untouched;
  let isScrolled = false;
  /** Title and focus, where they are still to follow the step on the screen. */
  let postponed: (() => void) | undefined;

  function keepHistoryInStep(): void {
    if (placeInHistory() === quiz.place) return;
    if (quiz === untouched) {
      // A reload, or Start again: the history still counts steps that nobody remembers.
      history.replaceState(null, '');
      emptied.hidden = false;
    } else history.pushState({ step: quiz.place }, '');
  }

  function settle(): void {
    keepHistoryInStep();
    const work = postponed;
    postponed = undefined;
    work?.();
  }

  function show(): void {
    const { at } = viewOf(quiz);
    const { answers } = quiz;
    const emergency = part('#quiz-emergency');
    const result = part('#quiz-result');
    start.hidden = quiz.place > 0;
    render(<Screen quiz={quiz} act={act} words={words} />, part('#quiz-screen'));
    // Most steps touch neither: what is hidden and stays so is left alone.
    if (at === 'emergency' || emergency?.hidden === false) {
      const alarm = at === 'emergency' ? new Set([alarms(quiz)[0] ?? 'E-CHECK']) : undefined;
      showParts(emergency, alarm, answers.voice);
    }
    if (at === 'result' || result?.hidden === false) {
      showResult(result, at === 'result' ? reportOf(answers, words, locale) : undefined, quiz, words);
    }
  }

  function act(action: Action): void {
    const before = quiz;
    const next = after(quiz, action);
    // The script runs before the whole page has come, and these screens stand at its end.
    if (document.readyState === 'loading' && ['emergency', 'result'].includes(viewOf(next).at)) {
      document.addEventListener('DOMContentLoaded', () => act(action));
      return;
    }
    // A step that is not counted yet. One that the reader leaves by the browser's own ways never is.
    if (!['visit', 'forget'].includes(action.do)) keepHistoryInStep();
    quiz = next;
    const isNewScreen = viewOf(quiz) !== viewOf(before);
    if (isNewScreen || quiz.blanks > before.blanks) {
      // Before anything changes: after that it would make the browser lay out the page at once.
      if (isScrolled) scrollTo({ top: 0, behavior: 'instant' });
      isScrolled = false;
      postponed = () => {
        document.title = titleOf(quiz, words);
        callAttention(page);
      };
    }
    show();
    if (isNewScreen && quiz.place === 0) writeTicks(start, quiz.answers);
    if (viewOf(quiz).at === 'question') {
      requestAnimationFrame(() => setTimeout(keepHistoryInStep));
      setTimeout(settle, paintTime);
    } else settle();
  }

  function forget(): void {
    for (const form of start.querySelectorAll('form')) form.reset();
    act({ do: 'forget' });
  }

  history.scrollRestoration = 'manual';
  keepVoicesAlike(start);
  button.addEventListener('click', () => act({ do: 'start', ticked: readTicks(start, quiz.answers) }));
  start.addEventListener('unfold', () => writeTicks(start, { ...quiz.answers, ...readTicks(start, {}) }));
  addEventListener('scroll', () => {
    isScrolled = true;
  });
  // Whoever presses a key or a button that soon finds everything done: the focus does not move away under them.
  for (const press of ['keydown', 'pointerdown']) addEventListener(press, settle, true);
  addEventListener('popstate', () => act({ do: 'visit', place: placeInHistory() }));
  // Going to another page takes the answers along, also from the copy that the browser keeps for its back button.
  addEventListener('pagehide', forget);
  // "Leave this site" tells the document beforehand.
  document.addEventListener('leave', forget);
  page.addEventListener('click', ({ target }) => {
    const { back, forget: says } = (target as Element).closest('button')?.dataset ?? {};
    if (back !== undefined) {
      settle();
      history.back();
    }
    if (!says) return;
    emptied.textContent = says;
    forget();
  });
  attachPrinting(page);
  keepHistoryInStep();
  button.dataset['ready'] = '';
}

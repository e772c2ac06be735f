import { render } from 'preact';
import type { Report } from '../report.ts';
import type { Quiz } from '../steps.ts';
import { AnswerList } from './AnswerList.tsx';
import { showParts } from './parts.ts';
import type { QuizProps } from './props.ts';

const listItem = (line: string): Node => Object.assign(document.createElement('li'), { textContent: line });

/** Texts go where `data-fill` names them, lists as items. */
function fillIn(place: HTMLElement, texts: Readonly<Record<string, string | readonly string[]>>): void {
  for (const part of place.querySelectorAll<HTMLElement>('[data-fill]')) {
    const text = texts[part.dataset['fill'] ?? ''] ?? '';
    part.replaceChildren(...(typeof text === 'string' ? [text] : text.map(listItem)));
  }
}

/**
 * Shows the result, or nothing of it on any other screen. The request form, if the page brings one, is put into the page only here, and
 * never for somebody under 18.
 */
export function showResult(
  place: HTMLElement,
  report: Report | undefined,
  quiz: Quiz,
  words: QuizProps['words'],
): void {
  const { shown, name = '', because = '', changes = '', range = '', summary = '' } = report ?? {};
  const form = place.querySelector('[data-request]');
  const template = place.querySelector('template');
  form?.replaceChildren(...(template && shown && !shown.has('TEEN') ? [template.content.cloneNode(true)] : []));
  // They open beside the result, because leaving the page would end it.
  for (const link of form?.querySelectorAll('a') ?? []) link.target = '_blank';
  showParts(place, shown, quiz.answers.voice);
  fillIn(place, { name, because, changes, range, summary });
  render(shown ? <AnswerList quiz={quiz} words={words} /> : null, place.querySelector('[data-answers]') as Element);
}

/** Buttons with `data-paper` print one of the ways that the style sheet knows. The browser's own way to print tells no answers. */
export function attachPrinting(page: HTMLElement): void {
  page.addEventListener('click', ({ target }) => {
    const paper = (target as Element).closest<HTMLElement>('button[data-paper]')?.dataset['paper'];
    if (paper === undefined) return;
    page.dataset['paper'] = paper;
    print();
  });
  addEventListener('afterprint', () => delete page.dataset['paper']);
}

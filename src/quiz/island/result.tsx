import { render } from 'preact';
import type { Report } from '../report.ts';
import type { Quiz } from '../steps.ts';
import { AnswerList } from './AnswerList.tsx';
import type { QuizProps } from './props.ts';

/** Texts go where `data-fill` names them, one per line or as items of a list. */
function fillIn(place: HTMLElement, { name, because, changes, range, summary }: Report): void {
  const filled: Record<string, string | string[]> = { name, because, changes, range, summary };
  for (const part of place.querySelectorAll<HTMLElement>('[data-fill]')) {
    const text = filled[part.dataset['fill'] ?? ''] ?? '';
    const item = (line: string) => Object.assign(document.createElement('li'), { textContent: line });
    part.replaceChildren(...(Array.isArray(text) ? text.map(item) : [text]));
  }
}

/** `data-for` names what a part is for, `data-not` for whom it is not, `data-facts` what it rests on: the list of sources comes last. */
function showParts(place: HTMLElement, names: ReadonlySet<string>): void {
  const shown = new Set(names);
  for (const part of place.querySelectorAll<HTMLElement>('[data-for],[data-not],[data-facts]')) {
    const { for: only, not, facts } = part.dataset;
    part.hidden = Boolean((only && !shown.has(only)) || (not && shown.has(not)));
    if (facts && !part.closest('[hidden]')) for (const fact of facts.split(' ')) shown.add(fact);
  }
}

/**
 * Shows of the result page what fits, and nothing of it on any other screen. The request form, if the page brings one, is put into the page
 * only here, and never for somebody under 18.
 */
export function showResult(
  place: HTMLElement,
  report: Report | undefined,
  quiz: Quiz,
  words: QuizProps['words'],
): void {
  place.hidden = !report;
  place.dataset['speaks'] = quiz.answers.voice ?? 'self';
  const nobody: Report = { shown: new Set(), version: '', name: '', because: [], changes: [], range: '', summary: '' };
  const { shown } = report ?? nobody;
  const form = place.querySelector<HTMLElement>('[data-request]');
  const template = place.querySelector('template');
  const takesForm = report && template && !shown.has('TEEN');
  form?.replaceChildren(...(takesForm ? [template.content.cloneNode(true)] : []));
  showParts(place, shown);
  fillIn(place, report ?? nobody);
  render(
    report ? <AnswerList quiz={quiz} words={words} /> : null,
    place.querySelector('[data-answers]') as HTMLElement,
  );
}

/** Buttons with `data-paper` print one of the ways that the style sheet knows. The browser's own way to print tells no answers. */
export function attachPrinting(place: HTMLElement): void {
  const page = place.parentElement as HTMLElement;
  place.addEventListener('click', ({ target }) => {
    const paper = (target as Element).closest<HTMLElement>('button[data-paper]')?.dataset['paper'];
    if (paper === undefined) return;
    page.dataset['paper'] = paper;
    print();
  });
  addEventListener('afterprint', () => delete page.dataset['paper']);
}

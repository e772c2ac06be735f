import type { Answers } from '../answers.ts';
import type { QuestionId } from '../questions.ts';
import { answersFrom, isTicked } from '../ticks.ts';

/** What is ticked before Start: who it is for, and the worksheet where it is unfolded. A folded one stands as it was `known`. */
export function readTicks(start: HTMLElement, known: Answers): Answers {
  const ticked = answersFrom((id) =>
    Array.from(start.querySelectorAll<HTMLInputElement>(`[name=${id}]:checked`), ({ value }) => value),
  );
  return start.querySelector('[data-folded]') ? { ...known, ...ticked } : ticked;
}

/** Ticks everything that stands before Start as the quiz was answered. */
export function writeTicks(start: HTMLElement, answers: Answers): void {
  for (const box of start.querySelectorAll<HTMLInputElement>('input'))
    box.checked = isTicked(answers, box.name as QuestionId, box.value);
}

/** The voice can be chosen beside Start and on the worksheet. One follows the other. */
export function keepVoicesAlike(start: HTMLElement): void {
  start.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name !== 'voice') return;
    for (const box of start.querySelectorAll<HTMLInputElement>('[name=voice]')) box.checked = box.value === value;
  });
}

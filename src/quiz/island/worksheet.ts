import type { Answers } from '../answers.ts';
import type { QuestionId } from '../questions.ts';
import { answersFrom, isTicked } from '../ticks.ts';

/** What is ticked on the worksheet. */
export function readWorksheet(form: HTMLFormElement): Answers {
  const ticked = new FormData(form);
  return answersFrom((id) => ticked.getAll(id).map(String));
}

/** Ticks the worksheet as the quiz was answered. */
export function writeWorksheet(form: HTMLFormElement, answers: Answers): void {
  for (const box of form.querySelectorAll('input')) box.checked = isTicked(answers, box.name as QuestionId, box.value);
}

import type { ClientProblem } from '../client-answer.ts';
import { placeOf, unfold } from './parts.ts';

/** What is wrong with one field. */
interface FieldError {
  field: string;
  message: string;
}

const errorsOf = ({ errors = [] }: ClientProblem): FieldError[] =>
  errors.map(({ pointer, message }) => ({ field: pointer.replace('#/', ''), message }));

/** Takes every message of an earlier try away. */
export function clearProblems(page: ParentNode): void {
  for (const old of page.querySelectorAll('.error-summary, .field-error')) old.remove();
  for (const field of page.querySelectorAll('[data-field]')) {
    field.removeAttribute('aria-invalid');
    const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => !id.endsWith('-error'));
    if (others.join('')) field.setAttribute('aria-describedby', others.join(' '));
    else field.removeAttribute('aria-describedby');
  }
}

/** Puts a message beside its field, and ties it to it, as the endpoint does. */
function showAtField(page: Element, { field, message }: FieldError): void {
  const id = `${field}-error`;
  const said = Object.assign(document.createElement('p'), { className: 'field-error', id, textContent: message });
  placeOf(page, `error:${field}`)?.after(said);
  for (const one of page.querySelectorAll(`[data-field="${field}"]`)) {
    one.setAttribute('aria-describedby', `${one.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
    if (one.tagName !== 'FIELDSET') one.setAttribute('aria-invalid', 'true');
  }
}

function show(page: Element, box: DocumentFragment): HTMLElement {
  const summary = box.querySelector('.error-summary') as HTMLElement;
  page.prepend(box);
  summary.focus();
  summary.scrollIntoView();
  return summary;
}

/** The box above the form with a link to each field, and each message beside its field. */
export function showErrors(page: Element, problem: ClientProblem): void {
  const box = unfold(page, 'errors');
  for (const error of errorsOf(problem)) {
    showAtField(page, error);
    const link = Object.assign(document.createElement('a'), { href: `#${error.field}`, textContent: error.message });
    const item = document.createElement('li');
    item.append(link);
    box.querySelector('ul')?.append(item);
  }
  // The address of the page stays as it is, and Back leads to the page before.
  show(page, box).addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    document.getElementById(link.hash.slice(1))?.focus();
  });
}

/** The box above the form for what no field can mend. */
export const showNotice = (page: Element, title: string, detail: string, phone: string): HTMLElement =>
  show(page, unfold(page, 'notice', { noticeTitle: title, noticeDetail: detail, noticePhone: phone }));

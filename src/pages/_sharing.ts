/**
 * The one way in which what a reader answered leaves a page: by their own tick, beside the full text (design section 3). The text goes into
 * the form when the box is ticked and out of it when it is not.
 */
export function attachSharing(page: Document): void {
  page.addEventListener('change', ({ target }) => {
    const { name, checked, form } = target as HTMLInputElement;
    if (name !== 'shareQuizSummary') return;
    const field = form?.elements.namedItem('quizSummary') as HTMLInputElement;
    field.disabled = !checked;
    field.value = (checked && form?.querySelector('[data-fill=summary]')?.textContent) || '';
  });
}

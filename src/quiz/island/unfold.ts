/**
 * Lays out the worksheet when the reader asks for it or prints the page. Until then it is text inside `noscript`. Put into the page as it
 * is written here, so it may use nothing from outside.
 */
export function unfoldWorksheet() {
  const folded = document.querySelector('[data-folded]') as HTMLElement;
  const heading = document.querySelector('#worksheet') as HTMLElement;
  const unfold = () => {
    if (!folded.isConnected) return;
    folded.outerHTML = folded.textContent ?? '';
    heading.dispatchEvent(new Event('unfold', { bubbles: true }));
  };
  document.querySelector('[data-unfold]')?.addEventListener('click', () => {
    unfold();
    heading.focus();
  });
  addEventListener('beforeprint', unfold);
}

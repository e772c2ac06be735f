/**
 * Leaves the site without a way back. It stands as text in the head of every page, so it may use nothing from outside its own body.
 *
 * A click on a `[data-leave]` link sends the event `leave` to the document, which is the moment for a page to forget what the reader
 * told it; then the page goes blank and its place in the history goes to the neutral page. The other pages of this visit are still
 * behind Back. While the mark `left` stands in the tab's storage, each of them gives up its place before anything of it is shown. A
 * visit of any other kind takes the mark away.
 */
export function wayOut(neutral: string): void {
  const arrive = (isReturn: boolean) => {
    try {
      if (!isReturn) delete sessionStorage['left'];
      else if (sessionStorage['left']) {
        document.documentElement.hidden = true;
        location.replace(neutral);
      }
    } catch {} // A browser that keeps nothing has no mark to follow.
  };
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  arrive(visit?.type === 'back_forward');
  addEventListener('pageshow', (event) => event.persisted && arrive(true));
  addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-leave]')) return;
    event.preventDefault();
    document.dispatchEvent(new Event('leave'));
    document.body.hidden = true;
    try {
      sessionStorage['left'] = '1';
    } catch {}
    location.replace(neutral);
  });
}

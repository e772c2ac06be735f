/**
 * What runs inside a measured page. Each function is sent to the browser by itself, so it may use nothing from outside. Figures come back
 * through the console: asking the page for them would make it work while it is measured.
 */
import type { Contestant } from './contestants.ts';

/** Presses Start again and again from the first moment, as an impatient reader would, and says when the first question is painted. */
export function pressUntilAnswered({ start, question }: Contestant): void {
  const look = () => {
    if (document.querySelector(question)) return void requestAnimationFrame(() => setTimeout(painted));
    document.querySelector<HTMLElement>(start)?.click();
    setTimeout(look);
  };
  const painted = () => console.debug(`ready ${performance.now()}`);
  look();
}

/**
 * Ticks the first option and sets a watch on the next press, which says how long after it the next question was painted. Resolves to where
 * on the screen Continue stands.
 */
export async function readyToContinue({ question, next }: Contestant): Promise<{ x: number; y: number }> {
  const shown = () => document.querySelector<HTMLInputElement>(`${question} input`)?.name;
  document.querySelector<HTMLElement>(`${question} input`)?.click();
  const button = document.querySelector<HTMLElement>(next);
  if (!button) throw new Error(`Nothing to press at ${shown()}: ${next}`);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  // What a tick sets off is over before the press.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = shown();
  const watch = ({ timeStamp }: MouseEvent) => {
    const look = () => {
      if (shown() === before) return void requestAnimationFrame(look);
      setTimeout(() => console.debug(`latency ${performance.now() - timeStamp}`));
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', watch, { capture: true, once: true });
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Keeps the browser's own measure of each press: from the press to the paint that answers it, in steps of 8 ms (Event Timing). */
export function watchInteractions(): void {
  const longest = new Map<number, number>();
  // The threshold is newer than the types.
  const told: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
    buffered: true,
  };
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
  }).observe(told);
  addEventListener('tell-interactions', () => console.debug(`interactions ${JSON.stringify([...longest.values()])}`));
}

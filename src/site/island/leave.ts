import { afterStroke, longestPause, noPresses, pressesToLeave, type Stroke } from '../leaving.ts';

/** The parts of the bar at the foot of quiz and form pages. */
export interface LeaveBar {
  link: HTMLElement;
  /** Says that Shift leaves too; hidden until this script makes it true, and where there is no keyboard. */
  shift: HTMLElement;
  /** Switches Shift off and on. */
  toggle: HTMLElement;
  /** Counts the presses aloud. */
  status: HTMLElement;
  /** Covers the blank page. */
  cover: HTMLElement;
}

const isReturn = ({ persisted }: PageTransitionEvent): boolean => {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return persisted || visit?.type === 'back_forward';
};

function emptyForms(): void {
  for (const form of document.forms) form.reset();
}

function strokeOf(event: KeyboardEvent): Stroke {
  const isBare = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
  return isBare ? 'shift-down' : 'other';
}

/** On quiz and form pages leaving also empties the forms and covers the page, and Shift pressed three times leaves too. */
export function attachLeaving({ link, shift, toggle, status, cover }: LeaveBar): void {
  let isOn = true;
  let presses = noPresses;
  let clearing: ReturnType<typeof setTimeout> | undefined;

  function say(text = ''): void {
    status.textContent = text;
    clearTimeout(clearing);
    clearing = setTimeout(() => status.replaceChildren(), longestPause);
  }

  function note(stroke: Stroke): void {
    // What is not offered on the screen does not happen.
    if (!isOn || shift.getClientRects().length === 0) return;
    const { count } = presses;
    presses = afterStroke(presses, stroke, performance.now());
    if (presses.count === count) return;
    if (presses.count === pressesToLeave) link.click();
    else say(status.dataset[`after${presses.count}`]);
  }

  document.addEventListener('leave', () => {
    emptyForms();
    cover.hidden = false;
    // Beside the body, which is about to be hidden.
    document.documentElement.append(cover);
  });
  // Whether or not the browser kept the page: the next hands may not be the same.
  addEventListener('pageshow', (event) => {
    if (isReturn(event)) emptyForms();
  });
  addEventListener('keydown', (event) => {
    if (!event.repeat) note(strokeOf(event));
  });
  addEventListener('keyup', (event) => {
    if (event.key === 'Shift') note('shift-up');
  });
  addEventListener('pointerdown', () => note('other'));
  toggle.addEventListener('click', () => {
    isOn = !isOn;
    presses = noPresses;
    const { on = '', off = '' } = toggle.dataset;
    toggle.textContent = isOn ? off : on;
    say(isOn ? status.dataset['on'] : status.dataset['off']);
  });
  shift.hidden = false;
}

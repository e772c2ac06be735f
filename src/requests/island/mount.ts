import type { Locale } from '#i18n/locale.ts';
import { calendarLink } from '../calendar-file.ts';
import type { ClientProblem, ClientReceipt } from '../client-answer.ts';
import { sayMoment, sayStart } from '../say-time.ts';
import type { Slot } from '../slots.ts';
import { newKey } from './key.ts';
import { unfold } from './parts.ts';
import { type Means, post } from './post.ts';
import { clearProblems, showErrors, showNotice } from './problems.ts';
import { attachTimes } from './times.ts';
import type { ClientWords } from './words.ts';
import { preferOwnZone } from './zone.ts';

const browser: Means = {
  fetch: (path, init) => fetch(path, init),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  isOnline: () => navigator.onLine,
};

/** Lets a form page send and answer in place. Whatever it does, the form works without it: the parts it shows are those of the endpoint. */
export function mount(page: HTMLElement, words: ClientWords): void {
  const form = page.querySelector('form') as HTMLFormElement;
  const button = form.querySelector('[type=submit]') as HTMLButtonElement;
  const zone = form.elements.namedItem('timeZone') as HTMLSelectElement;
  const locale = document.documentElement.lang as Locale;
  const { title } = document;
  const status = Object.assign(document.createElement('p'), { role: 'status' });
  /** What was sent last, and under which key. It is gone once it is saved. */
  let sent = { content: '', key: '' };
  let isSending = false;

  button.after(status);
  preferOwnZone(zone);
  const field = form.querySelector<HTMLElement>('[data-slots]');
  const times = field && attachTimes(field, zone, locale, words);
  void times?.look();

  const fields = (): Record<string, string> =>
    Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));

  function refuse(problem: ClientProblem): void {
    document.title = words.titlePrefix + title;
    if (problem.errors && problem.code === 'validation') {
      if (problem.slots) void times?.look();
      showErrors(page, problem);
      return;
    }
    const notice = showNotice(page, problem.title, problem.detail, words.phone);
    if (problem.code !== 'slot-taken' || !times) return;
    void times.look().then(() => {
      times.offer(problem.slots ?? [], notice, () => {
        clearProblems(page);
        document.title = title;
        button.focus();
      });
    });
  }

  function confirm(receipt: ClientReceipt, slot: Slot | undefined): void {
    const reader = { timeZone: zone.value, locale };
    const entry = slot && { ...slot, title: words.entryTitle, id: newKey(), now: new Date() };
    const confirmation = unfold(page, 'confirmation', {
      ...receipt,
      receivedAt: sayMoment(new Date(receipt.receivedAt), reader),
      ...(entry && { calendarUrl: calendarLink(entry), ...sayStart(entry, reader) }),
    });
    const printing = confirmation.querySelector<HTMLElement>('[data-print]');
    if (printing) printing.hidden = false;
    printing?.addEventListener('click', () => print());
    const heading = confirmation.querySelector('h1') as HTMLElement;
    heading.tabIndex = -1;
    form.reset();
    sent = { content: '', key: '' };
    const before = [...page.childNodes];
    page.replaceChildren(confirmation);
    document.title = words.savedTitle;
    history.replaceState(null, '', location.pathname);
    heading.focus();
    scrollTo(0, 0);
    // The browser may keep this page for its Back button, and the next hands may not be the same.
    addEventListener('pagehide', () => page.replaceChildren(...before), { once: true });
  }

  async function submit(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearProblems(page);
    document.title = title;
    status.textContent = words.client.sending;
    const slot = times?.picked();
    const content = JSON.stringify(fields());
    if (content !== sent.content) sent = { content, key: newKey() };
    const answer = await post(JSON.stringify({ ...fields(), requestId: sent.key }), browser);
    isSending = false;
    status.textContent = '';
    if (answer.kind === 'saved') confirm(answer.receipt, slot);
    else if (answer.kind === 'refused') refuse(answer.problem);
    else fail();
  }

  /** Whether it arrived is not known. The same key makes it safe to press again. */
  function fail(): void {
    document.title = words.titlePrefix + title;
    const { offline, noAnswer } = words.client;
    showNotice(page, words.failedTitle, navigator.onLine ? noAnswer : offline, words.phone);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
}

import { type Reader, sayStart, sayTime } from '../say-time.ts';
import { slotDays } from '../slot-days.ts';
import type { Slot } from '../slots.ts';
import { unfold } from './parts.ts';
import type { ClientWords } from './words.ts';

/** The field where a time is picked. */
export interface Times {
  /** Asks for the times that are free now. */
  look(): Promise<void>;
  picked(): Slot | undefined;
  /** Offers times, as buttons, in place of one that is gone. */
  offer(slots: readonly Slot[], place: Element, then: () => void): void;
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);

const options = (all: readonly { value: string; textContent: string }[]) => all.map((one) => element('option', one));

/** Fills the field with the free times, on the clocks that the form names: first the day is chosen, then the time. */
export function attachTimes(
  field: HTMLElement,
  zone: HTMLSelectElement,
  locale: Reader['locale'],
  { client }: Pick<ClientWords, 'client'>,
): Times {
  const reader = (): Reader => ({ timeZone: zone.value, locale });
  const list = element('div');
  const status = element('p', { className: 'hint', role: 'status' });
  let free: readonly Slot[] = [];
  for (const before of field.querySelectorAll('[data-later]')) before.remove();
  field.append(status, list);
  const select = () => list.querySelector<HTMLSelectElement>('select[name]');

  /** Shows the day of a time, and the time as chosen; the first day and no time where it is not free. */
  function show(chosen = select()?.value ?? ''): void {
    list.replaceChildren(unfold(field, free.length > 0 ? 'slots' : 'full'));
    const times = select();
    if (!times) return;
    const byDay = slotDays(free, reader());
    const day = element('select', { id: 'slot-day', className: 'input', autocomplete: 'off' });
    day.append(...options(byDay.map(({ label }) => ({ value: label, textContent: label }))));
    const none = [...times.options];
    const time = sayTime(reader());
    const showDay = () => {
      const slots = byDay.find(({ label }) => label === day.value)?.slots ?? [];
      const free = slots.map(({ id, start }) => ({ value: id, textContent: time(new Date(start)) }));
      times.replaceChildren(...none, ...options(free));
      times.value = '';
    };
    day.addEventListener('change', showDay);
    day.value = (byDay.find(({ slots }) => slots.some(({ id }) => id === chosen)) ?? byDay[0])?.label ?? '';
    showDay();
    if (free.some(({ id }) => id === chosen)) times.value = chosen;
    const line = element('div', { className: 'field' });
    line.append(element('label', { htmlFor: day.id, textContent: client.day }), day);
    list.prepend(line);
  }

  async function look(): Promise<void> {
    status.textContent = client.looking;
    try {
      const response = await fetch('/api/v1/slots', { cache: 'no-store' });
      free = ((await response.json()) as { slots: Slot[] }).slots.slice();
      status.textContent = '';
      show();
    } catch {
      status.textContent = client.noTimes;
      const again = element('button', { type: 'button', className: 'button-quiet', textContent: client.again });
      again.addEventListener('click', look);
      list.replaceChildren(again);
    }
  }

  zone.addEventListener('change', () => free.length > 0 && show());
  return {
    look,
    picked: () => free.find(({ id }) => id === select()?.value),
    offer(slots, place, then) {
      const known = new Set(free.map(({ id }) => id));
      free = [...free, ...slots.filter(({ id }) => !known.has(id))].sort((one, other) => (one.id < other.id ? -1 : 1));
      show();
      const choices = element('ul');
      for (const slot of slots) {
        const { time: said } = sayStart(slot, reader());
        const button = element('button', { type: 'button', className: 'button-quiet', textContent: said });
        button.addEventListener('click', () => {
          show(slot.id);
          status.textContent = client.picked.replace('{time}', said);
          then();
        });
        const item = element('li');
        item.append(button);
        choices.append(item);
      }
      place.append(element('p', { textContent: client.near }), choices);
    },
  };
}

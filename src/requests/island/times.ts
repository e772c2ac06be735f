import { type Reader, sayDay, sayStart, sayTime } from '../say-time.ts';
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

/** Fills the field with the free times, on the clocks that the form names. */
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
  const select = () => list.querySelector('select');

  function show(): void {
    const before = select()?.value ?? '';
    list.replaceChildren(unfold(field, free.length > 0 ? 'slots' : 'full'));
    const day = sayDay(reader());
    const time = sayTime(reader());
    const groups = new Map<string, HTMLOptGroupElement>();
    for (const { id, start } of free) {
      const at = new Date(start);
      const label = day(at);
      const group = groups.get(label) ?? element('optgroup', { label });
      groups.set(label, group);
      group.append(element('option', { value: id, textContent: time(at) }));
    }
    const shown = select();
    shown?.append(...groups.values());
    if (shown && free.some(({ id }) => id === before)) shown.value = before;
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
          const shown = select();
          if (shown) shown.value = slot.id;
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

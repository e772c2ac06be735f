/**
 * Lets a reader fill in the letters of `Letters.astro`, print one alone and copy it. What is typed lives in the fields and in the letters
 * on the page, and nowhere else.
 */
export function attachLetters(section: HTMLElement): void {
  const all = <Kind extends HTMLElement>(selector: string) => [...section.querySelectorAll<Kind>(selector)];
  const inputs = all<HTMLInputElement>('input');
  const blanks = all('[data-fill]').map((place) => ({ place, hint: place.textContent }));
  const status = section.querySelector('[role=status]') as HTMLElement;

  /** A blank means the same in every letter, so nothing is asked twice. */
  function write(name: string, value: string): void {
    for (const input of inputs) if (input.name === name && input.value !== value) input.value = value;
    for (const { place, hint } of blanks) {
      if (place.dataset['fill'] !== name) continue;
      place.textContent = value.trim() || hint;
      place.toggleAttribute('data-filled', Boolean(value.trim()));
    }
  }

  function forget(): void {
    for (const { name } of inputs) write(name, '');
    status.textContent = '';
  }

  async function copy(letter: HTMLElement, says: string): Promise<void> {
    const lines = [...letter.querySelectorAll('p,li')].map(
      ({ tagName, textContent }) => (tagName === 'LI' ? '- ' : '\n') + textContent.trim(),
    );
    await navigator.clipboard.writeText(lines.join('\n').trim());
    status.textContent = says;
  }

  section.addEventListener('input', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    write(name, value);
  });
  section.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const letter = button?.closest('details')?.querySelector<HTMLElement>('[data-letter]');
    if (!button || !letter) return;
    const { copy: says } = button.dataset;
    if (says) copy(letter, says);
    else {
      letter.dataset['alone'] = '';
      print();
    }
  });
  addEventListener('afterprint', () => {
    for (const letter of all('[data-alone]')) delete letter.dataset['alone'];
  });
  // Another page, the copy that the browser keeps for its back button, and "Leave this site".
  addEventListener('pagehide', forget);
  document.addEventListener('leave', forget);
  for (const part of all('[data-needs-script]')) part.hidden = false;
  if (navigator.clipboard) for (const button of all('[data-copy]')) button.hidden = false;
}

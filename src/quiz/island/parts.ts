/**
 * Shows of a screen that stands in the page what fits. `data-for` names what a part is for, `data-not` for whom it is not, `data-facts` what
 * it rests on: a list of sources comes last. Without names nothing of the screen is shown.
 */
export function showParts(place: HTMLElement, names: ReadonlySet<string> | undefined, voice = 'self'): void {
  place.hidden = !names;
  place.dataset['speaks'] = voice;
  const shown = new Set(names);
  for (const part of place.querySelectorAll<HTMLElement>('[data-for],[data-not],[data-facts]')) {
    const { for: only, not, facts } = part.dataset;
    part.hidden = Boolean((only && !shown.has(only)) || (not && shown.has(not)));
    if (facts && !part.closest('[hidden]')) for (const fact of facts.split(' ')) shown.add(fact);
  }
}

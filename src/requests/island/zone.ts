/** Chooses the reader's own time zone where the browser knows it; without script the operator's stands there. */
export function preferOwnZone(select: HTMLSelectElement): void {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // A browser that guards its reader says UTC to every site, and nobody here lives by it.
  if (!own || /^(UTC|GMT|Etc\/.*)$/.test(own)) return;
  let option = [...select.options].find(({ value }) => value === own);
  if (!option) {
    option = new Option(own.replaceAll('_', ' '), own);
    select.prepend(option);
  }
  // By default too: emptying the form must not bring the other one back.
  for (const each of select.options) each.defaultSelected = each === option;
  select.value = own;
}

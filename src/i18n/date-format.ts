const kept = new Map<string, Intl.DateTimeFormat>();
/** More than a site in two languages uses for the zones of one country. */
const most = 200;

/**
 * A formatter of dates. Making one costs a hundred times its use, so they are kept; a zone may come from a request, so not without
 * end. Throws on a zone that does not exist.
 */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${tag} ${JSON.stringify(options)}`;
  const known = kept.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  if (kept.size >= most) kept.clear();
  kept.set(name, made);
  return made;
}

/** Puts values into a text: `fill('Question {number}', { number: 3 })`. A name without a value stays visible, so that it is noticed. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** The names of the placeholders of a text, in order of appearance. */
export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

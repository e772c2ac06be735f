/** From one moment to another, the second excluded. Minutes of any one clock. */
export interface Span {
  from: number;
  to: number;
}

/** What two spans have in common; of no length where they only touch or lie apart. */
export const common = (one: Span, other: Span): Span => {
  const from = Math.max(one.from, other.from);
  return { from, to: Math.max(from, Math.min(one.to, other.to)) };
};

/** Minutes that two spans have in common. */
export const overlap = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));

/** Whether a span takes any time. */
export const isSome = ({ from, to }: Span): boolean => to > from;

/** The same time as few spans in order, none touching another. */
export function merged(spans: readonly Span[]): Span[] {
  const line: Span[] = [];
  for (const { from, to } of spans.filter(isSome).sort((one, other) => one.from - other.from)) {
    const last = line.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else line.push({ from, to });
  }
  return line;
}

/** What remains of a span without the given ones, which come merged. */
export function without(span: Span, line: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let { from } = span;
  for (const taken of line) {
    if (taken.to <= from) continue;
    if (taken.from >= span.to) break;
    if (taken.from > from) rest.push({ from, to: taken.from });
    from = taken.to;
  }
  if (from < span.to) rest.push({ from, to: span.to });
  return rest;
}

/** Minutes in all. */
export const total = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** One measure: our figure first, then each peer's in the order of the columns. */
export interface Row {
  measure: string;
  figures: readonly number[];
  /** Digits after the point; none if left out. */
  digits?: number;
}

/** A table for a terminal: every figure, then how many times each peer's figure ours is. */
export function table(columns: readonly string[], rows: readonly Row[]): string {
  const [ours = '', ...peers] = columns;
  const head = ['', ...columns, ...peers.map((peer) => `${ours} ÷ ${peer}`)];
  const body = rows.map(({ measure, figures: [own = Number.NaN, ...others], digits = 0 }) => [
    measure,
    ...[own, ...others].map((figure) => figure.toFixed(digits)),
    ...others.map((other) => (own / other).toFixed(2)),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  ');
  return [head, ...body].map(line).join('\n');
}

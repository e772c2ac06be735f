/** The value in the middle; between two, their mean. NaN for no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The smallest value that at least `share` (0 to 1) of the values do not exceed (nearest rank). NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A wish that the project holds itself to: our figure is at most this many times a peer's. */
export interface Wish {
  what: string;
  ours: number;
  peer: number;
  atMost: number;
}

/** The wish and how it stands, in a line. A figure that is missing grants nothing. */
export function verdict({ what, ours, peer, atMost }: Wish): string {
  const times = ours / peer;
  return `${times <= atMost ? 'PASS' : 'over the wish'}  ${what}: ${times.toFixed(2)} times, wished at most ${atMost}`;
}

import { distance } from 'fastest-levenshtein';

/** The candidate that a writer most likely meant, for error messages. Undefined where nothing is close. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; steps: number } | undefined;
  for (const candidate of candidates) {
    const steps = distance(written, candidate);
    if (!best || steps < best.steps) best = { candidate, steps };
  }
  // Half of the longer of the two: a word left out, "iop-hours" for "iop-hours-adult", is the commonest slip.
  return best && best.steps <= Math.max(3, Math.max(written.length, best.candidate.length) / 2)
    ? best.candidate
    : undefined;
}

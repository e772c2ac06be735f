/** What can be wrong with what a reader entered. Permanent; the words live in content. */
export const problemCodes = [
  'not-a-time',
  'no-day',
  'no-week',
  'zero-length',
  'ends-before-start',
  'longer-than-a-day',
  'overlaps',
  'empty',
  'empty-week',
  'more-than-a-week',
  'out-of-range',
  'not-a-date',
  'unknown-zone',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * A message for the place beside a field. A row (`shifts.1`, `blocks.0`) with a problem is left out of the plan until it is changed; any
 * other field counts as if untouched. All else stays.
 */
export interface Problem {
  /** Path of the field: `shifts.1.end`, `shifts`, `commute.work`, `rotation.length`, `jobs.0.weeklyHours`. */
  field: string;
  code: ProblemCode;
  /** `overlaps`: the other row of the same list. */
  other?: number;
  /** `empty-week`, `more-than-a-week`: the week of the pattern, from 1. */
  week?: number;
}

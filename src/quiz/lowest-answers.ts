import type { Answers } from './answers.ts';

/** A reader with nothing to report: the lowest answer to every question. */
export const lowestAnswers = {
  voice: 'self',
  now: 'none',
  selfharm: 'none',
  age: '18to64',
  pregnancy: 'no',
  substances: 'none',
  pattern: 'stopped30',
  withdrawal: 'none',
  health: 'ok',
  mental: 'ok',
  signs: 'none',
  tried: 'none',
  overdose: 'no',
  home: 'supportive',
  between: 'likely',
  practical: 'none',
} as const satisfies Answers;

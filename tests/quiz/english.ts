import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answers } from '#quiz/answers.ts';
import { withFigures } from '#quiz/figures.ts';
import { type Wording, wordingSchema } from '#quiz/wording.ts';

/** The English words as they stand in the file. */
export const english = (): Wording => wordingSchema.parse(parse(readFileSync('content/quiz/en.yaml', 'utf8')));

/** The English words with made-up figures in place, for tests of what is said. */
export const spokenEnglish = (): Wording => withFigures(english(), (id) => `figure of ${id}`);

/** Nothing to worry about: every question at its lowest answer. */
export const calm: Answers = {
  voice: 'self',
  now: 'none',
  selfharm: 'none',
  age: '18to64',
  pregnancy: 'no',
  substances: ['alcohol'],
  pattern: 'few-days',
  withdrawal: 'none',
  health: 'ok',
  mental: 'ok',
  signs: ['none'],
  tried: 'none',
  overdose: 'no',
  home: 'supportive',
  between: 'likely',
  practical: ['none'],
};

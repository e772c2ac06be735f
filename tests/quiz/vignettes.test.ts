import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { evaluate } from '#quiz/evaluate.ts';
import { readStrictly } from '#quiz/strict.ts';
import { lowestAnswers } from './lowest-answers.ts';

interface Vignette {
  id: string;
  voice: string;
  story: string;
  answers: Record<string, unknown>;
  expected: string;
  then?: string;
  why: string;
}

const vignettes: Vignette[] = parse(readFileSync(new URL('vignettes.yaml', import.meta.url), 'utf8'));

test('there are forty stories, each told once', () => {
  expect(new Set(vignettes.map(({ id }) => id)).size).toBe(40);
});

test.each(vignettes)('$id, $story, leads to $expected', ({ voice, answers, expected, then = null }) => {
  const read = readStrictly(JSON.stringify({ ...lowestAnswers, voice, ...answers }));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const result = evaluate(read.answers);
  expect([result.headline, result.then]).toEqual([expected, then]);
});

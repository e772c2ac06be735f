import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { place, type Vignette, vignetteSchema } from '#quiz/vignettes.ts';

const file: unknown = parse(readFileSync('content/quiz/vignettes/vignettes.yaml', 'utf8'));
const vignettes = z.array(vignetteSchema).parse(file);

test('the forty stories of the criteria are there, each told once', () => {
  expect(new Set(vignettes.map(({ id }) => id)).size).toBe(vignettes.length);
  expect(vignettes.length).toBeGreaterThanOrEqual(40);
});

test.each(vignettes)('$id, $story, leads to $expected', (vignette) => {
  const { actual, compared } = place(vignette);
  expect(actual).toEqual({ headline: vignette.expected, next: vignette.next ?? null });
  expect(compared).toBe('same');
});

const story = (more: Partial<Vignette>): Vignette => ({
  id: 'V01',
  voice: 'self',
  story: 'Someone drinks every day.',
  answers: { substances: ['alcohol'], pattern: 'daily', withdrawal: 'symptoms' },
  expected: 'medical-first',
  next: 'iop',
  why: 'Stopping can be dangerous.',
  ...more,
});

test('a result above or below the expected one is told apart, the program after the check included', () => {
  expect(place(story({})).compared).toBe('same');
  expect(place(story({ next: 'php' })).compared).toBe('lower');
  expect(place(story({ next: 'outpatient' })).compared).toBe('higher');
  expect(place(story({ expected: 'emergency' })).compared).toBe('lower');
  expect(place(story({ expected: 'residential' })).compared).toBe('higher');
});

test('a story with an answer that nobody offers stops the build', () => {
  expect(() => place(story({ answers: { home: 'ok' } }))).toThrow('V01');
});

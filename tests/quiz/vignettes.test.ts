import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { besideSource, place, type Vignette, vignetteSchema } from '#quiz/vignettes.ts';

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

const beyondTheCriteria = vignettes.filter(({ id }) => Number(id.slice(1)) > 40);

test('at least twenty stories come from public sources', () => {
  expect(beyondTheCriteria.length).toBeGreaterThanOrEqual(20);
});

test.each(beyondTheCriteria)(
  '$id names its source, what was taken from it, and how our result stands beside its care',
  (told) => {
    const { source, basis, sourceCare, sourceExpected, sourceNext = null, placed, placedWhy } = told;
    expect(Object.keys(source ?? {})).toEqual(['title', 'publisher', 'year', 'url']);
    expect([basis, sourceCare]).not.toContain(undefined);
    if (!sourceExpected) throw new Error(`${told.id} does not say its source's care as an outcome`);
    expect(besideSource(place(told).actual, { headline: sourceExpected, next: sourceNext })).toBe(placed);
    expect(placedWhy === undefined).toBe(placed === 'same');
  },
);

test('less care than the source is never hidden by more caution', () => {
  const ours = { headline: 'medical-first', next: 'iop' } as const;
  expect(besideSource(ours, { headline: 'residential', next: null })).toBe('lower');
  expect(besideSource(ours, { headline: 'emergency', next: null })).toBe('lower');
  expect(besideSource(ours, { headline: 'medical-first', next: 'outpatient' })).toBe('higher');
  expect(besideSource(ours, { headline: 'iop', next: null })).toBe('higher');
  expect(besideSource(ours, { headline: 'medical-first', next: null })).toBe('same');
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

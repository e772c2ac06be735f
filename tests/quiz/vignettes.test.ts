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

test.each(vignettes)('$id, $story.en, leads to $expected', (vignette) => {
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
  story: { en: 'Someone drinks every day.', es: 'Alguien bebe todos los días.' },
  answers: { substances: ['alcohol'], pattern: 'daily', withdrawal: 'symptoms' },
  expected: 'medical-first',
  next: 'iop',
  why: { en: 'Stopping can be dangerous.', es: 'Dejarlo puede ser peligroso.' },
  ...more,
});

test('a result above or below the expected one is told apart, the program after the check included', () => {
  expect(place(story({})).compared).toBe('same');
  expect(place(story({ next: 'php' })).compared).toBe('lower');
  expect(place(story({ next: 'outpatient' })).compared).toBe('higher');
  expect(place(story({ expected: 'emergency' })).compared).toBe('lower');
  expect(place(story({ expected: 'residential' })).compared).toBe('higher');
});

/** What readers of a story read, one language beside the other. */
const textsOf = ({ story, why, sourceCare, placedWhy }: Vignette) =>
  [story, why, sourceCare, placedWhy].filter((text) => text !== undefined);

test.each(vignettes)('$id is told in both languages, and no text is the English one again', (vignette) => {
  for (const { en, es } of textsOf(vignette)) expect(es).not.toBe(en);
});

test('no two stories are told with the same Spanish words', () => {
  expect(new Set(vignettes.map((vignette) => vignette.story.es)).size).toBe(vignettes.length);
});

test.each(['story', 'why', 'sourceCare', 'placedWhy'])(
  'a case whose %s lacks one language stops the build',
  (field) => {
    const whole = { ...story({}), [field]: { en: 'Words.', es: 'Palabras.' } };
    expect(vignetteSchema.safeParse(whole).success).toBe(true);
    for (const half of ['Words.', { en: 'Words.' }, { es: 'Palabras.' }, { en: 'Words.', es: ' ' }]) {
      expect(vignetteSchema.safeParse({ ...whole, [field]: half }).success).toBe(false);
    }
  },
);

test('a story with an answer that nobody offers stops the build', () => {
  expect(() => place(story({ answers: { home: 'ok' } }))).toThrow('V01');
});

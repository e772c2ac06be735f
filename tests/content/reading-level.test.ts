import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { namesIn, readingsOfInterface } from '#guides/build/reading.ts';
import { measure } from '#guides/readability.ts';
import { limitsOfInterface, targets, tooHard } from '#guides/reading-gates.ts';
import type { Vignette } from '#quiz/vignettes.ts';

/** Quiz, forms, errors, result, crisis lines: what a frightened reader meets first. */
const files = globSync('content/{ui,quiz,letters}/*.yaml');
const sections = [...files, 'content/site.yaml'].flatMap((file) => readingsOfInterface('.', file));

test('there are sections in both languages', () => {
  expect(new Set(sections.map(({ reading }) => reading.locale))).toEqual(new Set(['en', 'es']));
  expect(sections.length).toBeGreaterThan(100);
});

test.each(sections)('$name is easy to read', ({ reading, limits }) => expect(tooHard(reading, limits)).toEqual([]));

/** A case of the quiz as one text in Spanish. */
const casesInSpanish = (parse(readFileSync('content/quiz/vignettes/vignettes.yaml', 'utf8')) as Vignette[]).map(
  ({ id, story, why, sourceCare, placedWhy }) => ({
    id,
    blocks: [story, why, sourceCare, placedWhy].flatMap((text) =>
      text ? { kind: 'paragraph' as const, text: text.es } : [],
    ),
  }),
);
const inSpanish = (blocks: (typeof casesInSpanish)[number]['blocks']) => measure(blocks, 'es', namesIn('.').es);

test.each(casesInSpanish)('the case $id is easy to read in Spanish', ({ blocks }) =>
  expect(tooHard(inSpanish(blocks), limitsOfInterface)).toEqual([]),
);

test('all cases together reach what writers aim at in Spanish', () => {
  expect(inSpanish(casesInSpanish.flatMap(({ blocks }) => blocks)).score).toBeGreaterThanOrEqual(targets.es);
});

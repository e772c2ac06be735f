import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readingsOfInterface } from '#guides/build/reading.ts';
import { tooHard } from '#guides/reading-gates.ts';

/** Quiz, forms, errors, result, crisis lines: what a frightened reader meets first. */
const files = globSync('content/{ui,quiz,letters}/*.yaml');
const sections = [...files, 'content/site.yaml'].flatMap((file) => readingsOfInterface('.', file));

test('there are sections in both languages', () => {
  expect(new Set(sections.map(({ reading }) => reading.locale))).toEqual(new Set(['en', 'es']));
  expect(sections.length).toBeGreaterThan(100);
});

test.each(sections)('$name is easy to read', ({ reading, limits }) => expect(tooHard(reading, limits)).toEqual([]));

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A row of the tables: its name, what was promised, and what is said of where it is kept. */
const rows = [...readFileSync('docs/coverage.md', 'utf8').matchAll(/^\| ([A-Z]\d+) \| (.+) \| (.+) \|$/gm)].map(
  ([, id = '', promise = '', kept = '']) => ({ id, promise, kept }),
);
const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, place) => `${letter}${place + 1}`);

test('every promise of the five older texts has its row, once', () => {
  expect(rows.map(({ id }) => id)).toEqual([
    ...numbered('C', 17),
    ...numbered('B', 10),
    ...numbered('F', 6),
    ...numbered('L', 6),
    ...numbered('S', 18),
    ...numbered('R', 9),
    ...numbered('D', 17),
  ]);
});

test.each(rows)('$id is kept where it says, or refused with a reason', ({ kept }) => {
  const places = [...kept.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place);
  const missing = places.filter((place) => !existsSync(place.startsWith('/') ? `dist${place}index.html` : place));
  expect(missing).toEqual([]);
  if (places.length === 0) expect(kept).toMatch(/^refused\b.+\w{4}/);
});

import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readings } from '#quiz/readings.ts';
import { tables } from '#quiz/rules.ts';
import { isInOneOf, reaches } from '#quiz/selectors.ts';
import { worksheetStyle } from '#quiz/worksheet-style.ts';

const style = worksheetStyle(tables);

/** Whatever stands inside each `:has(…)`. */
function insides(selector: string): string[] {
  return [...selector.matchAll(/:has\(/g)].map(({ index }) => {
    const start = index + ':has('.length;
    let depth = 1;
    let end = start;
    for (; depth > 0; end++) depth += selector[end] === '(' ? 1 : selector[end] === ')' ? -1 : 0;
    return selector.slice(start, end - 1);
  });
}

test('the style sheet that answers the worksheet stays within 6 kB', () => {
  expect(brotliCompressSync(style).length).toBeLessThanOrEqual(6_000);
});

test('no selector asks for something inside something asked for, which no browser reads', () => {
  expect(insides(style).length).toBeGreaterThan(200);
  expect(insides(style).filter((inside) => inside === '' || inside.includes(':has('))).toEqual([]);
});

test('every reading can be reached by ticking, and signs by how many are ticked', () => {
  for (const reading of readings) expect(reaches(reading, 1), reading).not.toContain(':has()');
  const six =
    ':has([name="signs"]:checked~:checked~:checked~:checked~:checked~:checked:not([value="none"],[value="unknown"]))';
  expect(reaches('signs', 3)).toBe(six);
  expect(reaches('signs', 2)).toContain('[name="signs"][value="unknown"]:checked');
  expect(reaches('sedatives', 1)).toBe(':has([name="substances"]:is([value="sedatives"],[value="unknown"]):checked)');
});

test('who never stops counts as using on most days, but not as just out of a program', () => {
  for (const pattern of [2, 3]) expect(reaches('pattern', pattern)).toContain('never-stopped');
  expect(reaches('pattern', 1)).not.toContain('never-stopped');
});

test('what situations share is asked once', () => {
  const selector = isInOneOf([{ home: 3, signs: 1 }, { home: 3, mental: 2 }, { tried: 2 }]);
  expect(selector.match(/unsafe/g)).toHaveLength(1);
  expect(isInOneOf([{ home: 3 }])).toBe(':has([name="home"][value="unsafe"]:checked)');
});

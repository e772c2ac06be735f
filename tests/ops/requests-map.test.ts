import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Row {
  id: string;
  kept: string;
}

const rows: Row[] = [...readFileSync('docs/requests-map.md', 'utf8').matchAll(/^\| ([\d.]+) \| .+ \| (.+) \|$/gm)].map(
  ([, id = '', kept = '']) => ({ id, kept }),
);

/** The tests that a row names: the file in code, then the title. A quote in a title is written as a curly one. */
const testsIn = (kept: string) =>
  [...kept.matchAll(/`(tests\/[^`]+)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title }));

function isThere({ file, title }: { file: string; title: string }): boolean {
  if (!existsSync(file)) return false;
  const source = readFileSync(file, 'utf8');
  const titles = [title, title.replaceAll('”', '"')];
  return titles.some((one) => [`'${one}'`, `\`${one}\``, `"${one}"`].some((quoted) => source.includes(quoted)));
}

/** What is wrong with a row; undefined where nothing is. */
function faultOf({ id, kept }: Row): string | undefined {
  const named = testsIn(kept);
  const gone = named.find((one) => !isThere(one));
  if (gone) return `${id}: ${gone.file} has no test "${gone.title}"`;
  if ((kept.match(/`tests\//g) ?? []).length !== named.length) return `${id}: a file without the name of a test`;
  return named.length > 0 || /^Not done: .+\w{4}/.test(kept) ? undefined : `${id}: neither a test nor a reason`;
}

test('every section of the specification that demands something has rows, numbered in order', () => {
  const numbered = new Map<string, number>();
  for (const { id } of rows) {
    const [section = '', place] = id.split('.');
    expect(Number(place), id).toBe((numbered.get(section) ?? 0) + 1);
    numbered.set(section, Number(place));
  }
  expect([...numbered.keys()]).toEqual(Array.from({ length: 13 }, (_, place) => `${place + 3}`));
});

test('each row is kept by tests that are there by that name, or has a reason', () => {
  expect(rows.map(faultOf).filter(Boolean)).toEqual([]);
});

test.each([
  ['`tests/requests/gone.test.ts` "a test"', '3.1: tests/requests/gone.test.ts has no test "a test"'],
  ['`tests/requests/log.test.ts` "a made-up name"', '3.1: tests/requests/log.test.ts has no test "a made-up name"'],
  ['`tests/requests/log.test.ts`', '3.1: a file without the name of a test'],
  ['surely', '3.1: neither a test nor a reason'],
  ['Not done:', '3.1: neither a test nor a reason'],
])('a row that says only %s is found', (kept, fault) => {
  expect(faultOf({ id: '3.1', kept })).toBe(fault);
});

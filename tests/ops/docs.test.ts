import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/ops/commands.ts';

const operating = readFileSync('docs/operating.md', 'utf8');
const asvs = [...readFileSync('docs/asvs.md', 'utf8').matchAll(/^\| ([\d.]+) \| (.+) \| (.+) \|$/gm)].map(
  ([, id = '', asks = '', kept = '']) => ({ id, asks, kept }),
);

/** `2.1.1-2.1.3 2.4.2` as single points. */
const points = (written: string): string[] =>
  written.split(' ').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const stem = first.slice(0, first.lastIndexOf('.') + 1);
    const [from, to] = [first, last].map((id) => Number(id.split('.').at(-1)));
    return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, place) => `${stem}${(from ?? 0) + place}`);
  });

/** The points that apply, as consent-and-privacy section 16 lists them. */
const asked = points(
  [
    '1.1.1 1.2.1-1.2.4 1.2.10 1.3.3 1.3.6 1.3.7 1.3.11 1.3.12 1.5.3 2.1.1-2.1.3 2.2.1-2.2.3 2.3.1-2.3.4 2.4.1 2.4.2',
    '3.1.1 3.2.1 3.2.2 3.4.1-3.4.8 3.5.1-3.5.3 3.5.8 3.6.1 3.7.2 3.7.4 4.1.1-4.1.5 4.2.1-4.2.5 8.2.1 8.2.2 8.3.1',
    '11.1.1 11.1.2 11.2.1-11.2.5 11.3.1-11.3.4 11.4.1 11.5.1 12.1.1 12.2.1 12.3.1 12.3.2 13.1.1-13.1.4 13.2.4-13.2.6',
    '13.3.1 13.3.4 13.4.1-13.4.7 14.1.1 14.1.2 14.2.1-14.2.7 14.3.1-14.3.3 15.1.1-15.1.3 15.2.2 15.2.3 15.3.1-15.3.7',
    '15.4.1 15.4.2 16.1.1 16.2.1-16.2.5 16.3.3 16.3.4 16.4.1 16.5.1-16.5.4',
  ].join(' '),
);

test('every point of the standard that applies has its row, once and in order', () => {
  expect(asvs.map(({ id }) => id)).toEqual(asked);
});

const filesIn = (text: string) =>
  [...text.matchAll(/`((?:src|tests|docs)\/[^`]+|package-lock\.json)`/g)].map(([, file = '']) => file);
/** What is wrong with a row; undefined where nothing is. */
function faultOf({ id, kept }: { id: string; kept: string }): string | undefined {
  const missing = filesIn(kept).filter((file) => !existsSync(file));
  if (missing.length > 0) return `${id}: ${missing.join(', ')} is not there`;
  const isReason = /^Not (done|applicable): .+\w{4}/.test(kept);
  return isReason || filesIn(kept).length > 0 ? undefined : `${id}: neither a file nor a reason`;
}

test('each point is kept by files that are there, or has a reason', () => {
  expect(asvs.map(faultOf).filter(Boolean)).toEqual([]);
});

test.each([
  ['`tests/requests/gone.test.ts`', '9.9.9: tests/requests/gone.test.ts is not there'],
  ['surely', '9.9.9: neither a file nor a reason'],
  ['Not done:', '9.9.9: neither a file nor a reason'],
])('a row that says only %s is found', (kept, fault) => {
  expect(faultOf({ id: '9.9.9', kept })).toBe(fault);
});

/** The commands that the table of the document has rows for. */
const described = (text: string): string[] =>
  [...text.matchAll(/^\| (`.+`) \| .+ \|$/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, command = '']) => command))
    .map(
      (command) => Object.keys(commands).find((verb) => command === verb || command.startsWith(`${verb} `)) ?? command,
    );

test('every command stands in the table for operators, and nothing else does', () => {
  const table = /## Commands\n([\s\S]*?)\n## /.exec(operating)?.[1] ?? '';
  expect([...new Set(described(table))].sort()).toEqual(Object.keys(commands).sort());
  expect(described('| `fly <away>` | no |')).toEqual(['fly <away>']);
});

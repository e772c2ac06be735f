import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseCommand } from '../../src/ops/parse.ts';
import { guide } from '../guides/planted.ts';

const factFile = (checked: string) => `figure: { en: 9 hours, es: 9 horas }
claim: { en: It takes 9 hours., es: Toma 9 horas. }
scope: { en: Adults, es: Personas adultas }
sources: [advisory]
checked: ${checked}
`;
const source = `advisory:
  title: An advisory
  publisher: An agency
  year: '2021'
  url: https://example.org/advisory
  tier: A
  accessed: 2026-11-22
  read: page
`;

const folder = mkdtempSync(join(tmpdir(), 'nrs-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
write('content/sources.yaml', source);
write('content/facts/hours.yaml', factFile("'2026-11-22'"));
write('content/facts/doors.yaml', factFile("'2027-03-01'"));
write('content/guides/en/what-is-iop.mdx', guide);

/** Runs the command line in the folder on a day, as `npm run ops --` does. */
function ops(words: string, day = '2026-11-25') {
  write('clock', `${day}T12:00:00Z`);
  const args = ['--disable-warning=ExperimentalWarning', resolve('src/ops/ops.ts'), ...words.split(' ')];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], NRS_TEST_CLOCK: 'clock' },
    encoding: 'utf8',
  });
  return { out: stdout.trim(), error: stderr.trim(), status };
}

test('long before the day there is nothing to compare', () => {
  expect(ops('facts stale')).toEqual({ out: 'Nothing to compare before 2026-12-25.', error: '', status: 0 });
});

test('what is due within 30 days is listed with the addresses to open, guides too, and is no fault yet', () => {
  expect(ops('facts stale', '2027-10-22')).toMatchObject({ out: 'Nothing to compare before 2027-11-21.', status: 0 });
  expect(ops('facts stale', '2027-10-23')).toEqual({
    out: [
      'hours  by 2027-11-22',
      '    An advisory  https://example.org/advisory',
      'content/guides/en/what-is-iop.mdx  by 2027-11-22',
    ].join('\n'),
    error: '',
    status: 0,
  });
});

test('once one is overdue the exit code is 1, and the list still goes to the output', () => {
  const { out, error, status } = ops('facts stale', '2027-11-23');
  expect(status).toBe(1);
  expect(error).toBe('');
  expect(out).toContain('hours  overdue since 2027-11-22');
  expect(out).toContain('what-is-iop.mdx  overdue since 2027-11-22');
  expect(out).not.toContain('doors');
});

test('for machines it is one JSON value', () => {
  const { out, status } = ops('facts stale --json', '2027-11-23');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual({
    today: '2027-11-23',
    until: '2027-12-23',
    facts: [
      {
        id: 'hours',
        checkBy: '2027-11-22',
        isOverdue: true,
        sources: [
          { id: 'advisory', title: 'An advisory', url: 'https://example.org/advisory', accessed: '2026-11-22' },
        ],
      },
    ],
    guides: [{ file: 'content/guides/en/what-is-iop.mdx', reviewBy: '2027-11-22', isOverdue: true }],
  });
});

test('a fact nobody has checked is overdue from the start', () => {
  write('content/facts/never.yaml', factFile('null'));
  expect(ops('facts stale')).toMatchObject({ out: expect.stringContaining('never  never checked'), status: 1 });
  rmSync(join(folder, 'content/facts/never.yaml'));
});

test('one fact is shown with its sources and where it is used', () => {
  expect(ops('facts show hours').out.split('\n')).toEqual([
    'hours  checked 2026-11-22, again by 2027-11-22',
    'en  It takes 9 hours.  [9 hours]  (Adults)',
    'es  Toma 9 horas.  [9 horas]  (Personas adultas)',
    'source  An advisory  https://example.org/advisory  opened 2026-11-22',
    'used in  content/guides/en/what-is-iop.mdx',
  ]);
  expect(JSON.parse(ops('facts show doors --json').out)).toMatchObject({
    id: 'doors',
    checkBy: '2028-03-01',
    usedIn: [],
  });
});

test('an unknown fact is named with its nearest neighbour; a missing id is not understood', () => {
  expect(ops('facts show hour')).toMatchObject({ error: 'No fact "hour". Did you mean "hours"?', status: 1 });
  expect(ops('facts show').status).toBe(2);
  const said = (words: string) => parseCommand(words.split(' '));
  expect(said('facts show')).toMatchObject({ message: expect.stringContaining('Which fact?'), exitCode: 2 });
  expect(said('facts stale hours')).toMatchObject({
    message: '"facts stale" takes nothing more, found "hours"',
    exitCode: 2,
  });
  expect(said('facts stael')).toMatchObject({
    message: expect.stringContaining('Did you mean "facts stale"?'),
    exitCode: 2,
  });
});

test('a fact that cannot be read is said, not left out', () => {
  write('content/facts/broken.yaml', 'figure: {}');
  expect(ops('facts stale')).toMatchObject({ error: expect.stringContaining('content/facts/broken.yaml'), status: 1 });
  rmSync(join(folder, 'content/facts/broken.yaml'));
});

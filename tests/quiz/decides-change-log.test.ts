import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { changeLog, whatDecides } from '#quiz/change-log.ts';
import { type Tables, tables } from '#quiz/rules.ts';
import { version } from '#quiz/version.ts';

const fingerprint = (of: Tables) => createHash('sha256').update(whatDecides(of)).digest('hex').slice(0, 16);

test('the rules are those of the newest line of the change log', () => {
  const said = 'The rules changed: add a line to src/quiz/change-log.ts and raise src/quiz/version.ts.';
  expect(fingerprint(tables), said).toBe(changeLog[0].fingerprint);
  expect(version, said).toBe(changeLog[0].version);
});

test('any change of a floor, a score or an urgency changes the fingerprint', () => {
  const [rule, ...others] = tables.setting;
  const raised = { ...rule, floors: { ...rule.floors, quiet: [1, 1, 1, 2] } } as const;
  const changed: Tables[] = [
    { ...tables, setting: [raised, ...others] },
    { ...tables, urgency: tables.urgency.slice(1) },
    { ...tables, raises: [] },
  ];
  expect(new Set([tables, ...changed].map(fingerprint)).size).toBe(4);
});

test('the log is newest first, and every line has a version of its own', () => {
  const days = changeLog.map(({ day }) => day);
  expect(days).toEqual(days.toSorted().reverse());
  expect(new Set(changeLog.map((line) => line.version)).size).toBe(changeLog.length);
});

import { expect, test } from 'vitest';
import { cite } from '#facts/cite.ts';
import { obstacleTo, printableFacts } from '#facts/library.ts';
import { factsNamedIn, pieces, withFigures } from '#facts/placeholder.ts';
import { printableFact } from '#facts/printable.ts';
import { checkBy, dueFacts, isOverdue, lookAhead, oldestCheck } from '#facts/stale.ts';
import { fact, library } from './library.ts';

test('sources are numbered in the order in which the page first needs them', () => {
  const { notes, sources } = cite(['hours', 'safety', 'doors'], library);
  expect(notes.get('hours')).toEqual([1]);
  expect(notes.get('safety')).toEqual([2]);
  expect(notes.get('doors')).toEqual([1, 3]);
  expect(sources.map(({ number, id }) => [number, id])).toEqual([
    [1, 'advisory'],
    [2, 'review'],
    [3, 'leaflet'],
  ]);
});

test('a fact named twice keeps its number', () => {
  const { notes, sources } = cite(['safety', 'hours', 'safety'], library);
  expect(notes.get('safety')).toEqual([1]);
  expect(sources).toHaveLength(2);
});

test('a page without facts has no sources', () => expect(cite([], library).sources).toEqual([]));

test('a fact that nobody compared with its sources may not be printed', () => {
  expect(obstacleTo(fact({ checked: null }), library.sources)).toBe('never-checked');
});

test('a fact that only a vendor states may not be printed', () => {
  expect(obstacleTo(fact({ sources: ['leaflet'] }), library.sources)).toBe('no-strong-source');
  expect(printableFacts(library).map(([id]) => id)).toEqual(['doors', 'hours', 'safety']);
});

test('a component that names an unknown fact stops the build and says where', () => {
  expect(() => printableFact('hour', library, '/guides/what-is-iop/')).toThrowErrorMatchingInlineSnapshot(
    `[Error: No fact "hour" (/guides/what-is-iop/). Did you mean "hours"?]`,
  );
  expect(() => printableFact('rumour', library, '/guides/what-is-iop/')).toThrowErrorMatchingInlineSnapshot(
    `[Error: The fact "rumour" (/guides/what-is-iop/) may not be printed: no-strong-source.]`,
  );
});

test('a text with placeholders falls into words and facts', () => {
  expect(pieces('Plan on {fact:hours}, or more.')).toEqual([
    { words: 'Plan on ' },
    { fact: 'hours' },
    { words: ', or more.' },
  ]);
  expect(factsNamedIn('{fact:hours} and {fact:safety}')).toEqual(['hours', 'safety']);
  expect(withFigures('Plan on {fact:hours}.', library.facts, 'es')).toBe('Plan on al menos 9 horas por semana.');
});

test('a fact has to be compared again after a year', () => {
  expect(checkBy('2026-11-22')).toBe('2027-11-22');
  const facts = new Map([
    ['fresh', fact({ checked: '2026-11-22' })],
    ['old', fact({ checked: '2025-11-21' })],
    ['never', fact({ checked: null })],
  ]);
  expect(dueFacts(facts, '2026-11-22')).toEqual([
    { id: 'never', checkBy: null },
    { id: 'old', checkBy: '2026-11-21' },
  ]);
  expect(dueFacts(facts, '2027-11-22').map(({ id }) => id)).toEqual(['never', 'old', 'fresh']);
});

test('work on facts is announced a month ahead', () => {
  expect(lookAhead('2026-11-22')).toBe('2026-12-22');
  expect(isOverdue('2026-11-22', '2026-11-22')).toBe(false);
  expect(isOverdue('2026-11-21', '2026-11-22')).toBe(true);
});

test('a page says when its least recent fact was checked', () => {
  const facts = new Map([
    ['new', fact({ checked: '2026-11-22' })],
    ['old', fact({ checked: '2026-03-01' })],
    ['never', fact({ checked: null })],
  ]);
  expect(oldestCheck(['new', 'old', 'never'], facts)).toBe('2026-03-01');
  expect(oldestCheck([], facts)).toBeUndefined();
});

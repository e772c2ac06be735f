import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printed } from '#facts/finding.ts';
import { factsInOrder } from '#guides/body.ts';
import { contentFindings, contentNotes } from '#guides/build/content.ts';
import { parseManuscript } from '#guides/build/manuscripts.ts';

test('the content of the site has no findings', () => {
  expect(contentFindings().map(printed)).toEqual([]);
});

test.each(globSync('content/guides/*/*.mdx'))('%s is numbered by the same facts that the checks see', (file) => {
  const source = readFileSync(file, 'utf8');
  const { manuscript } = parseManuscript(file, source);
  const { summary } = manuscript.data as { summary: string[] };
  const body = source.replace(/^---\n[\s\S]*?\n---\n/, '');
  const checked = new Set(manuscript.uses.map(({ id }) => id));
  expect([...new Set(factsInOrder({ summary }, body))].sort()).toEqual([...checked].sort());
});

test('every guide of the content map is published, in Spanish where it has to be, and every question has an answer', () => {
  // No day of the calendar fails a test: before all guides were written, no review is overdue.
  expect(contentNotes('2026-01-01').map(printed)).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printed } from '#facts/finding.ts';
import { factsInOrder } from '#guides/body.ts';
import { contentFindings } from '#guides/build/content.ts';
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

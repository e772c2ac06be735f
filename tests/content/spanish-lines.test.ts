import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const spanish = globSync(['content/guides/es/*.mdx', 'content/pages/es/*.mdx', 'content/{quiz,ui,letters}/es.yaml']);
const inSpanish = 'oprima 2 o envíe la palabra AYUDA';

/** Lines that say to text 988; a heading may, since its own text follows it. */
const mentions = (text: string) =>
  text.split('\n').filter((line) => /mensaje al 988/.test(line) && !/^\s*(heading:|#)/.test(line));

test('Spanish pages that say to text 988 say what to press and what to text for Spanish', () => {
  const found = spanish.flatMap((file) => mentions(readFileSync(file, 'utf8')).map((line) => ({ file, line })));
  expect(found.length).toBeGreaterThan(10);
  for (const { file, line } of found) expect(line, file).toContain(inSpanish);
});

test('a line that only says to text 988 is found', () => {
  expect(mentions('Llame o envíe un mensaje al 988. En español, oprima 2.')[0]).not.toContain(inSpanish);
});

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { addresses } from '#i18n/paths.ts';

const page = (address: string) => readFileSync(`dist${address}index.html`, 'utf8');
const bytesOf = (text: string) => brotliCompressSync(text).length;

/** The script of the letters: the one that knows their blanks. */
const scriptOf = (html: string) =>
  [...html.matchAll(/<script type="module">(.*?)<\/script>/gs)].find(([, code]) => code?.includes('[data-fill]'))?.[1];

test.each(Object.values(addresses.wordsToUse))('%s is at most 14.6 kB with its style and script', (address) => {
  expect(bytesOf(page(address))).toBeLessThanOrEqual(14_600);
});

test.each(Object.values(addresses.forEmployers))('%s is at most 14.6 kB with its style', (address) => {
  expect(bytesOf(page(address))).toBeLessThanOrEqual(14_600);
});

test('the script of the letters is at most 2 kB', () => {
  const script = scriptOf(page(addresses.wordsToUse.en));
  expect(script).toBeDefined();
  expect(bytesOf(script ?? '')).toBeLessThanOrEqual(2_000);
});

test.each(Object.values(addresses.wordsToUse))('every figure on %s is in its place', (address) => {
  expect(page(address)).not.toContain('{fact:');
});

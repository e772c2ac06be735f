import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compress, isCompressed } from '#site/build/compress.ts';

const page = '<p>Hours of an intensive outpatient program.</p>'.repeat(40);
let root: string;
const at = (name: string) => join(root, name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nrs-compress-'));
  mkdirSync(at('guides'));
  writeFileSync(at('guides/index.html'), page);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('both copies of a page unpack to the page', async () => {
  await compress(root);
  expect(brotliDecompressSync(readFileSync(at('guides/index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(readFileSync(at('guides/index.html.gz'))).toString()).toBe(page);
});

test('a file that would not get smaller, and one that is no text, have no copies', async () => {
  writeFileSync(at('robots.txt'), 'a');
  writeFileSync(at('share.png'), page);
  await compress(root);
  expect(['robots.txt.br', 'robots.txt.gz', 'share.png.br'].filter((name) => existsSync(at(name)))).toEqual([]);
});

test('a build counts as compressed only when every copy is there', async () => {
  expect(isCompressed(root)).toBe(false);
  mkdirSync(at('guides/index.html.br'));
  await expect(compress(root)).rejects.toThrow('EISDIR');
  expect(isCompressed(root)).toBe(false);
});

test('what an interruption left half written is made anew', async () => {
  writeFileSync(at('guides/index.html.br'), 'half');
  await compress(root);
  expect(brotliDecompressSync(readFileSync(at('guides/index.html.br'))).toString()).toBe(page);
  expect(isCompressed(root)).toBe(true);
});

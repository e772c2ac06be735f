import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const page = readFileSync('dist/check-your-options/index.html', 'utf8');
const bytesOf = (text: string) => brotliCompressSync(text).length;

/** A script file and all that it imports, each once. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, file = ''] of readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g))
    withImports(join(dirname(path), file), seen);
  return seen;
}

test('all script of the quiz page, Preact included, stays within 15 kB', () => {
  const scripts = [...page.matchAll(/<script(?![^>]*application\/json)([^>]*)>(.*?)<\/script>/gs)];
  const inline = scripts.map(([, , code = '']) => code).filter(Boolean);
  const entries = scripts.flatMap(([, attributes = '']) => attributes.match(/src="([^"]+)"/)?.[1] ?? []);
  const files = new Set(entries.flatMap((entry) => [...withImports(`dist${entry}`)]));
  const texts = [...inline, ...[...files].map((path) => readFileSync(path, 'utf8'))];
  expect(texts.join('')).toContain('.pushState(');
  expect(texts.reduce((sum, text) => sum + bytesOf(text), 0)).toBeLessThanOrEqual(15_000);
});

test('every figure of the quiz is in its place before the page is sent', () => {
  expect(page).not.toContain('{fact:');
});

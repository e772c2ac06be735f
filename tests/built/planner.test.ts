import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const bytesOf = (text: string) => brotliCompressSync(text).length;
const pageAt = (path: string) => readFileSync(`dist${path}index.html`, 'utf8');

/** A script file and all that it imports, each once. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, file = ''] of readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g))
    withImports(join(dirname(path), file), seen);
  return seen;
}

const scriptsOf = (page: string) => [...page.matchAll(/<script(?![^>]*application\/json)([^>]*)>(.*?)<\/script>/gs)];
const filesOf = (page: string) =>
  new Set(
    scriptsOf(page)
      .flatMap(([, attributes = '']) => attributes.match(/src="([^"]+)"/)?.[1] ?? [])
      .flatMap((entry) => [...withImports(`dist${entry}`)]),
  );
const inlineOf = (page: string) => scriptsOf(page).flatMap(([, , code]) => code || []);

const quiz = pageAt('/check-your-options/');
const planner = pageAt('/plan-around-work/');
const letters = pageAt('/plan-around-work/words-to-use/');

test('the script of planner and letters stays within 12 kB beyond Preact, which the quiz page has inside', () => {
  const isPreact = (file: string) => /\/preact\.[\w-]+\.js$/.test(file);
  const own = [...filesOf(planner), ...filesOf(letters)].filter((file) => !isPreact(file));
  expect(own.length).toBeGreaterThan(0);
  expect([...filesOf(planner)].filter(isPreact)).toHaveLength(1);
  expect(inlineOf(quiz).join('')).toContain('dangerouslySetInnerHTML');
  const inline = [planner, letters].flatMap(inlineOf).filter((code) => !inlineOf(quiz).includes(code));
  const texts = [...inline, ...[...new Set(own)].map((file) => readFileSync(file, 'utf8'))];
  expect(texts.reduce((sum, text) => sum + bytesOf(text), 0)).toBeLessThanOrEqual(12_000);
});

test('what checks content is not sent to readers', () => {
  const sent = [...filesOf(planner)].map((file) => readFileSync(file, 'utf8')).join('');
  expect(sent).not.toMatch(/ZodError|invalid_type/);
});

test.each(['/plan-around-work/', '/es/organice-su-semana/'])('%s comes with its styles in 14.6 kB', (path) => {
  const page = pageAt(path);
  expect(page).not.toMatch(/<link[^>]+rel="stylesheet"/);
  expect(bytesOf(page)).toBeLessThanOrEqual(14_600);
});

test.each(['/plan-around-work/', '/es/organice-su-semana/'])('%s says everything in full before any script', (path) => {
  const shown = pageAt(path).replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
  expect(shown).not.toMatch(/\{\w+(:[\w-]+)?\}|undefined|NaN/);
  expect(shown.match(/<rect class="session"/g)?.length).toBeGreaterThan(2);
  expect(shown.match(/<tr>/g)?.length).toBeGreaterThan(10);
});

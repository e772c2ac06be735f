import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsIn, placesOutside } from '#site/build/only-here.ts';

test.each([
  '@import "https://fonts.example/css";',
  "@import url( '//fonts.example/css');",
  'p{background:url(https://cdn.example/a.png)}',
  'p{background:url(//cdn.example/a.png)}',
  'p{background:image-set("https://cdn.example/a.png" 2x)}',
  'fetch("https://tracker.example/")',
  'import("https://cdn.example/x.js")',
  'import x from"//cdn.example/x.js"',
  'new WebSocket("wss://tracker.example")',
  'navigator.sendBeacon(`https://tracker.example/`)',
  'const scheme="https:";fetch(scheme+"//tracker.example/")',
  String.raw`fetch("https:\/\/tracker.example/")`,
])('a place outside is found in a style sheet or a script: %s', (code) => {
  expect(placesOutside(code)).toHaveLength(1);
});

test.each([
  'p{background:url(/a.png)}',
  `p{background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E")}`,
  'document.createElementNS("http://www.w3.org/1999/xhtml",t)',
  'new URL(path,"https://example.com/")',
  'fetch("/api/v1/requests")',
  String.raw`/^https?:\/\//.test(path)`,
])('our own paths and names that nothing fetches are none: %s', (code) => {
  expect(placesOutside(code)).toEqual([]);
});

test('the way out of the site may be named, and nothing beside it', () => {
  const code = 'leave("https://www.weather.gov/");fetch("https://www.weather.gov/a")';
  expect(placesOutside(code, 'https://www.weather.gov/')).toEqual(['https://www.weather.gov/a']);
});

test('every script, style sheet and drawing of a build is read, and each fault says where it is', () => {
  const root = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(root, 'deep'));
  writeFileSync(join(root, 'deep', 'a.js'), 'fetch("https://tracker.example/a")');
  writeFileSync(join(root, 'b.css'), '@import "//fonts.example/b";');
  writeFileSync(
    join(root, 'c.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://cdn.example/c"/></svg>',
  );
  writeFileSync(join(root, 'd.js'), 'fetch("/d")');
  writeFileSync(join(root, 'e.json'), '{"source":"https://source.example/"}');
  expect(faultsIn(root).sort()).toEqual([
    'b.css names another place: //fonts.example/b',
    'c.svg names another place: https://cdn.example/c',
    'deep/a.js names another place: https://tracker.example/a',
  ]);
  rmSync(root, { recursive: true });
});

import { expect, test } from 'vitest';
import { withPreloads } from '#site/build/preload.ts';

const imports = new Map([
  ['_astro/quiz.js', ['_astro/preact.js', '_astro/words.js']],
  ['_astro/words.js', ['_astro/preact.js', '_astro/quiz.js']],
  ['_astro/other.js', ['_astro/unused.js']],
]);

test('a page names its scripts and all that they import at its top, each once', () => {
  const page = '<head><title>Quiz</title></head><script type="module" src="/_astro/quiz.js"></script>';
  expect(withPreloads(page, imports)).toBe(
    '<head><title>Quiz</title><link rel="modulepreload" href="/_astro/quiz.js"><link rel="modulepreload" href="/_astro/preact.js"><link rel="modulepreload" href="/_astro/words.js"></head><script type="module" async src="/_astro/quiz.js"></script>',
  );
});

test('a page without a script file stays as it is', () => {
  const page = '<head><title>Guide</title></head><script>leave()</script>';
  expect(withPreloads(page, imports)).toBe(page);
});

import { expect, test } from 'vitest';
import { entriesOf, withScriptsInside } from '#site/build/inline-scripts.ts';

const page =
  '<p>Start</p><script type="module" src="/_astro/quiz.js"></script><script>leave()</script><script type="module">own()</script>';

test('a script file of a page is put where it was named, and other scripts stay', () => {
  expect(entriesOf(page)).toEqual(['_astro/quiz.js']);
  expect(withScriptsInside(page, new Map([['_astro/quiz.js', 'start("$&");\n']]))).toBe(
    '<p>Start</p><script>start("$&");</script><script>leave()</script><script type="module">own()</script>',
  );
});

test('a file whose code is not known stays a file', () => {
  expect(withScriptsInside(page, new Map())).toBe(page);
});

test('code cannot end its own element', () => {
  expect(withScriptsInside(page, new Map([['_astro/quiz.js', 'say("</script>")']]))).toContain(
    '<script>say("<\\/script>")</script>',
  );
});

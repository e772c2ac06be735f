import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { onAccent } from '#site/accent.ts';
import { withAccent } from '#site/build/brand.ts';

const tokens = readFileSync('src/site/styles/tokens.css', 'utf8');
const accent = { light: '#1d4f91', dark: '#9cc3f5' };

test('an accent of the operator takes the place of ours in both themes, with words on it that can be read', () => {
  const branded = withAccent(tokens, accent);
  for (const color of [accent.light, accent.dark]) {
    expect(branded).toContain(`--color-accent: ${color};\n--color-on-accent: ${onAccent(color)};`);
  }
  expect(branded).not.toMatch(/#0f5f5c|#7ccfc9/);
  expect(branded.match(/--color-accent:/g)).toHaveLength(tokens.match(/--color-accent:/g)?.length ?? 0);
});

test('without an accent the styles are as they are', () => {
  expect(withAccent(tokens, null)).toBe(tokens);
});

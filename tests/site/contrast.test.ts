import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grounds as accentGrounds, onAccent, ownAccent, whyUnreadable } from '#site/accent.ts';
import { contrastRatio } from '#site/contrast.ts';

const css = readFileSync('src/site/styles/tokens.css', 'utf8');
const [light = '', dark = '', contrast = '', contrastDark = ''] = css.split('@media');

const colorsOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--color-([\w-]+): (#[\da-f]{3,6})/g)].map(([, name, hex]) => [name, hex]),
  ) as Record<string, string>;
const themes = {
  light: colorsOf(light),
  dark: { ...colorsOf(light), ...colorsOf(dark) },
  'more contrast': { ...colorsOf(light), ...colorsOf(contrast) },
  'more contrast, dark': { ...colorsOf(light), ...colorsOf(dark), ...colorsOf(contrastDark) },
};

const grounds = ['paper', 'surface', 'soft'];

for (const [theme, colors] of Object.entries(themes)) {
  test.each(['ink', 'muted', 'accent', 'warm', 'danger'])(`text in ${theme}: %s reads on every ground`, (name) => {
    for (const ground of grounds) {
      expect(contrastRatio(colors[name] ?? '', colors[ground] ?? ''), `${name} on ${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });
  test(`lines and buttons in ${theme} can be seen`, () => {
    for (const ground of grounds)
      expect(contrastRatio(colors['line'] ?? '', colors[ground] ?? '')).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(colors['on-accent'] ?? '', colors['accent'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
}

test.each(['light', 'dark'] as const)(
  'an accent of the operator is held against the grounds of the %s theme',
  (theme) => {
    const long = (hex = '') => (hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex);
    expect(accentGrounds[theme]).toEqual(grounds.map((name) => long(themes[theme][name])));
    expect(ownAccent[theme]).toBe(themes[theme]['accent']);
    expect(onAccent(ownAccent[theme])).toBe(long(themes[theme]['on-accent']));
  },
);

test.each([
  ['#7ccfc9', 'light', 'darker'],
  ['#0f5f5c', 'dark', 'lighter'],
] as const)('the accent %s of one theme is refused in the other, with what would be right', (color, theme, way) => {
  expect(whyUnreadable(color, theme)).toContain(`Take a ${way} one`);
});

test('words on the worst accent that is allowed can be read', () => {
  for (let blue = 0; blue < 256; blue++) {
    for (const theme of ['light', 'dark'] as const) {
      const color = `#40${blue.toString(16).padStart(2, '0')}c0`;
      if (whyUnreadable(color, theme)) continue;
      expect(contrastRatio(color, onAccent(color))).toBeGreaterThanOrEqual(4.5);
    }
  }
});

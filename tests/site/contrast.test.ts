import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

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

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['paper', 'surface', 'soft'];

for (const [theme, colors] of Object.entries(themes)) {
  test.each(['ink', 'muted', 'accent', 'warm', 'danger'])(`text in ${theme}: %s reads on every ground`, (name) => {
    for (const ground of grounds) {
      expect(ratio(colors[name] ?? '', colors[ground] ?? ''), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  test(`lines and buttons in ${theme} can be seen`, () => {
    for (const ground of grounds) expect(ratio(colors['line'] ?? '', colors[ground] ?? '')).toBeGreaterThanOrEqual(3);
    expect(ratio(colors['on-accent'] ?? '', colors['accent'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
}

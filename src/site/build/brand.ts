import type { Plugin } from 'vite';
import { type Accent, onAccent, ownAccent } from '../accent.ts';

/** The tokens with the accent of the operator in the place of our own, and words on it that can be read. */
export function withAccent(css: string, accent: Accent | null): string {
  if (!accent) return css;
  return (['light', 'dark'] as const).reduce(
    (tokens, theme) =>
      tokens.replace(
        new RegExp(`--color-accent: ${ownAccent[theme]};\\s*--color-on-accent: #[\\da-f]+;`),
        `--color-accent: ${accent[theme]};\n--color-on-accent: ${onAccent(accent[theme])};`,
      ),
    css,
  );
}

/** Puts the accent of the operator into styles/tokens.css, so that it is in the styles of every page and needs no rule of its own. */
export const brand = (accent: Accent | null): Plugin => ({
  name: 'operator-accent',
  enforce: 'pre',
  transform: {
    filter: { id: /\/site\/styles\/tokens\.css/ },
    handler: (css) => ({ code: withAccent(css, accent), map: null }),
  },
});

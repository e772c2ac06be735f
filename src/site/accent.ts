import { z } from 'zod';
import { contrastRatio, hexColor } from './contrast.ts';

/** What the accent stands on in each theme: paper, surface and soft of styles/tokens.css. A test compares them. */
export const grounds = {
  light: ['#fbf7f0', '#ffffff', '#e6f0ee'],
  dark: ['#14191c', '#1d2428', '#20302f'],
} as const;
export type Theme = keyof typeof grounds;

/** The accent of styles/tokens.css, for whoever sets none. */
export const ownAccent = { light: '#0f5f5c', dark: '#7ccfc9' } as const;

/** Text on a button is one of these, whichever can be read better. */
const inks = ['#ffffff', '#10201f'] as const;

/** What text needs to be read by most people (WCAG 2.2, 1.4.3). */
const enough = 4.5;

/** The color of words on a ground of the accent. */
export const onAccent = (accent: string): string =>
  contrastRatio(accent, inks[0]) >= contrastRatio(accent, inks[1]) ? inks[0] : inks[1];

/** Why a color cannot be the accent of a theme; undefined where it can. */
export function whyUnreadable(color: string, theme: Theme): string | undefined {
  const measured = grounds[theme].map((ground) => ({ ground, ratio: contrastRatio(color, ground) }));
  const worst = measured.reduce((low, next) => (next.ratio < low.ratio ? next : low));
  if (worst.ratio >= enough) return undefined;
  const way = theme === 'light' ? 'a darker' : 'a lighter';
  // Rounded down: 4.499 is not enough and must not read as if it were.
  const ratio = Math.floor(worst.ratio * 100) / 100;
  return `Links in this color cannot be read: contrast ${ratio} on ${worst.ground}, and ${enough} is needed. Take ${way} one, like ${ownAccent[theme]}`;
}

const accentIn = (theme: Theme) =>
  z
    .string()
    .regex(hexColor, `Write a color as "#" and six digits in quotes, like "${ownAccent[theme]}"`)
    .superRefine((color, context) => {
      const why = hexColor.test(color) ? whyUnreadable(color, theme) : undefined;
      if (why) context.addIssue({ code: 'custom', message: why });
    });

/** The color of links and buttons, on light and on dark screens. Both are held against the grounds they stand on. */
export const accentSchema = z.strictObject({ light: accentIn('light'), dark: accentIn('dark') });
export type Accent = z.infer<typeof accentSchema>;

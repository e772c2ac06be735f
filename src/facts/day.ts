import { z } from 'zod';

/** A calendar day, `2026-11-22`. Astro's YAML reader hands an unquoted day over as a Date, ours as text: both become text. */
export const day = z.union([
  z.iso.date('Write a day like 2026-11-22.'),
  z.date().transform((date) => date.toISOString().slice(0, 10)),
]);

import { z } from 'zod';

/** A text that readers see, written in each language. */
export const perLocale = z.strictObject({ en: z.string().trim().min(1), es: z.string().trim().min(1) });

import { z } from 'zod';
import { addresses, type Page } from '#i18n/paths.ts';

/** Beginnings of words, of which a heading has to hold one; accents and case do not count: "hour", "evening". */
const beginnings = z.array(z.string().trim().min(2)).min(1);

/** A question that readers come with. */
const questionSchema = z.strictObject({
  /** The question in a reader's words. */
  asks: z.string().trim().min(1),
  /** What a heading that asks it speaks of. A guide that claims the question needs such a heading, with an answer below. */
  heading: z.strictObject({ en: beginnings, es: beginnings }),
  /** The fixed page that answers it, where no guide has to. */
  page: z.enum(Object.keys(addresses) as [Page, ...Page[]]).optional(),
});

/** `content/content-map.yaml`: what we mean to write, and for which questions. */
export const contentMapSchema = z.strictObject({
  /** Guides by translationKey, in order of reading; `spanish`: has to exist in Spanish, too. */
  guides: z.record(z.string(), z.strictObject({ spanish: z.boolean() })),
  /** Questions by number, "Q2". */
  questions: z.record(z.string().regex(/^Q\d{1,2}$/), questionSchema),
});

/** The parsed content map. */
export type ContentMap = z.output<typeof contentMapSchema>;
/** A question of the content map; its number travels beside it. */
export type Question = ContentMap['questions'][string];

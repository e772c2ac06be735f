import { z } from 'zod';

/** Front matter of a plain prose page: `content/pages/{en,es}/<name>.mdx`. */
export const pageSchema = z.strictObject({
  /** Title and heading, at most 60 characters. */
  title: z.string().min(1).max(60),
  /** For search results, 70 to 155 characters. */
  description: z.string().min(70).max(155),
  /** Which fixed address it has: a key of `addresses` in src/i18n/paths.ts. */
  page: z.string().min(1),
  /** The day its words last changed. */
  dateModified: z.coerce.date(),
});

/** The parsed front matter of a plain prose page. */
export type PlainPage = z.infer<typeof pageSchema>;

import { defineCollection } from 'astro:content';
import { unpublished } from 'virtual:unpublished-guides';
import { file, glob } from 'astro/loaders';
import { z } from 'zod';
import { factSchema, sourceSchema } from '#facts/schema.ts';
import { factTexts } from '#facts/texts.ts';
import { callSheetSchema } from '#guides/call-sheet.ts';
import { termSchema } from '#guides/glossary.ts';
import { guideSchema } from '#guides/schema.ts';
import { guideTexts } from '#guides/texts.ts';
import { deskTexts } from '#ops/desk-texts.ts';
import { lettersSchema } from '#planner/letters.ts';
import { plannerTexts } from '#planner/texts.ts';
import { trackSchema } from '#planner/track.ts';
import { decidesTexts } from '#quiz/decides-texts.ts';
import { vignetteSchema } from '#quiz/vignettes.ts';
import { wordingSchema } from '#quiz/wording.ts';
import { textingHours } from '#requests/texting-hours.ts';
import { requestTexts } from '#requests/texts.ts';
import { siteSchema } from '#site/config.ts';
import { pageSchema } from '#site/page.ts';
import { searchWords } from '#site/search-words.ts';
import { siteTexts } from '#site/texts.ts';

/** `en/what-is-iop.mdx` is known as `en/what-is-iop`, whatever its address. */
const byFileName = ({ entry }: { entry: string }) => entry.replace(/\.\w+$/, '');

/** Guides that lack sources exist for nobody: no page, no list, no link, no search. */
const exceptUnpublished = unpublished.map((file) => file.replace('content/guides/', '!'));

export const collections = {
  facts: defineCollection({
    loader: glob({ base: 'content/facts', pattern: '*.yaml', generateId: byFileName }),
    schema: factSchema,
  }),
  sources: defineCollection({ loader: file('content/sources.yaml'), schema: sourceSchema }),
  guides: defineCollection({
    loader: glob({ base: 'content/guides', pattern: ['{en,es}/*.mdx', ...exceptUnpublished], generateId: byFileName }),
    schema: guideSchema,
  }),
  glossary: defineCollection({
    loader: glob({ base: 'content/glossary', pattern: '*.yaml', generateId: byFileName }),
    schema: termSchema,
  }),
  callSheet: defineCollection({
    loader: glob({ base: 'content/call-sheet', pattern: '*.yaml', generateId: byFileName }),
    schema: callSheetSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: 'content/pages', pattern: '{en,es}/*.mdx', generateId: byFileName }),
    schema: pageSchema,
  }),
  quiz: defineCollection({
    loader: glob({ base: 'content/quiz', pattern: '*.yaml', generateId: byFileName }),
    schema: wordingSchema,
  }),
  quizDecides: defineCollection({
    loader: glob({ base: 'content/quiz/decides', pattern: '*.yaml', generateId: byFileName }),
    schema: decidesTexts,
  }),
  quizVignettes: defineCollection({
    loader: file('content/quiz/vignettes/vignettes.yaml'),
    schema: vignetteSchema,
  }),
  tracks: defineCollection({ loader: file('content/tracks.yaml'), schema: trackSchema }),
  letters: defineCollection({
    loader: glob({ base: 'content/letters', pattern: '*.yaml', generateId: byFileName }),
    schema: lettersSchema,
  }),
  search: defineCollection({
    loader: glob({ base: 'content/search', pattern: '*.yaml', generateId: byFileName }),
    schema: searchWords,
  }),
  ui: defineCollection({
    loader: glob({ base: 'content/ui', pattern: '*.yaml', generateId: byFileName }),
    schema: z.strictObject({
      site: siteTexts,
      facts: factTexts,
      guides: guideTexts,
      requests: requestTexts,
      planner: plannerTexts,
      desk: deskTexts,
    }),
  }),
  site: defineCollection({
    loader: glob({ base: 'content', pattern: 'site.yaml', generateId: byFileName }),
    schema: siteSchema,
  }),
  textingHours: defineCollection({
    loader: glob({ base: 'content', pattern: 'texting-hours.yaml', generateId: byFileName }),
    schema: textingHours,
  }),
};

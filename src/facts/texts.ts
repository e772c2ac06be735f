import { z } from 'zod';
import { waysOfReading } from './schema.ts';

const text = z.string().min(1);

/** The words around facts: section `facts` of `content/ui/<locale>.yaml`. */
export const factTexts = z.strictObject({
  /** What a screen reader says for a note number. `{number}` */
  note: text,
  /** What a screen reader says for a figure's link to the facts page, outside guides. */
  allSources: text,
  /** The list at the end of a guide. */
  sources: z.strictObject({ heading: text, /** `{read}` how, `{date}` when. */ opened: text }),
  /** How far a source can be trusted, in words, after its title. */
  tiers: z.strictObject({ A: text, B: text, C: text }),
  /** How a source was read, to stand in `sources.opened`. */
  waysOfReading: z.record(z.enum(waysOfReading), text),
  /** The page with every fact. */
  page: z.strictObject({
    title: text,
    description: text,
    heading: text,
    /** What the list is. `{facts}` and `{sources}` are counts. */
    lead: text,
    /** What to do on seeing a mistake. */
    correction: text,
    /** Words before the scope, before the sources, before the day. */
    scope: text,
    sources: text,
    /** `{date}` */
    checked: text,
  }),
});

/** The parsed `facts` section. */
export type FactTexts = z.infer<typeof factTexts>;

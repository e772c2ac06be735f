import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { day } from './day.ts';

/** How a source can have been read. Readers see the words of `facts.waysOfReading` in `content/ui`. */
export const waysOfReading = [
  'page',
  'abstract',
  'archived copy',
  'opening part',
  'reprint',
  'table',
  'summary',
] as const;

/** One text per language, neither of them empty. */
const perLanguage = z.strictObject({ en: z.string().trim().min(1), es: z.string().trim().min(1) });

/** One checkable claim, `content/facts/<id>.yaml`. The file name is the id; renaming it is a breaking change. */
export const factSchema = z.strictObject({
  /** What stands inside a sentence: a short phrase with its figure and unit, no full stop. "at least 9 hours a week" */
  figure: perLanguage,
  /** The whole claim as one sentence of our own, true when read alone. "For adults, an intensive outpatient program means …" */
  claim: perLanguage,
  /** For whom, where and when the claim holds, as short plain text. "Adults, United States, since 2021" */
  scope: perLanguage,
  /** Ids of `content/sources.yaml`, the strongest first. A fact without a source fails the build. */
  sources: z.array(z.string().min(1)).min(1),
  /** The day a person last opened the sources and compared. Null: nobody has, so the fact may not be printed. */
  checked: day.nullable(),
});

/** Who says so: one entry of `content/sources.yaml`, under its id. */
export const sourceSchema = z.strictObject({
  /** The title as the source itself gives it, in its own language. */
  title: z.string().trim().min(1),
  /** The language it is written in. */
  lang: z.enum(locales).default('en'),
  /** Who stands behind it: an agency, a journal, a university. Not the web host. */
  publisher: z.string().trim().min(1),
  /** The year it was published, in quotes: "2021", "2017, reaffirmed 2021". "n.d." where the source shows none. */
  year: z.string().regex(/^(\d{4}|n\.d\.)/, 'Write the year in quotes, like "2021", or "n.d." where there is none.'),
  /** The address a reader can open. */
  url: z.url({ protocol: /^https?$/, error: 'Write a whole address that starts with https:// or http://.' }),
  /** A: government, statute, peer-reviewed paper or guideline. B: established non-profit, university, professional body. C: the rest; never enough alone. */
  tier: z.enum(['A', 'B', 'C']),
  /** The day we last opened it. */
  accessed: day,
  /** How much of it we read, honestly; the page says it in words. */
  read: z.enum(waysOfReading),
});

/** All of `content/sources.yaml`: source id → source. */
export const sourcesSchema = z.record(z.string(), sourceSchema);

/** A fact as the rest of the site sees it; its id travels beside it. */
export type Fact = z.output<typeof factSchema>;
/** A source as the rest of the site sees it; its id travels beside it. */
export type Source = z.output<typeof sourceSchema>;
/** How far a source can be trusted, `A` the furthest. */
export type Tier = Source['tier'];

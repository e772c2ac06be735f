import { z } from 'zod';
import { accentSchema } from './accent.ts';
import { helplineSchema } from './helpline.ts';
import { operatorSchema } from './operator.ts';
import { perLocale } from './per-locale.ts';
import { programSchema } from './program.ts';
import { shareSites } from './share.ts';

export type { Helpline } from './helpline.ts';
export type { Operator } from './operator.ts';

/** The ways to ask for contact, each on or off. A way that is off has no page that anybody is led to, and is not taken. */
const contactKinds = z.strictObject({
  callback: z.boolean(),
  'text-info': z.boolean(),
  meeting: z.boolean(),
  'short-call': z.boolean(),
});

/** `content/site.yaml`: who runs this site, under which name, and the public lines it shows. */
export const siteSchema = z.strictObject({
  /** The name over the door. Neutral on purpose: it may be read over a shoulder. */
  name: perLocale,
  /** What the site is, in one sentence for search results and the home page. */
  description: perLocale,
  /** The site's own https origin; null until there is one. `NRS_ORIGIN` wins over it. */
  origin: z.url().nullable(),
  /** Where "Leave this site" leads: a neutral page that is not about health. */
  leaveTo: z.url(),
  /** Sites that guides link to for sharing, as plain links without script. Empty, unless the operator wants them. */
  share: z.array(z.enum(shareSites)),
  /** The color of links and buttons; null for the one that comes with the site. */
  accent: accentSchema.nullable().default(null),
  /** A file in `public/` that stands before the name, like "logo.svg"; null for the three steps. Square, and neutral like the name. */
  logo: z
    .string()
    .regex(/^[\w-]+\.(svg|png|webp)$/, 'Write the name of a file in public/, like "logo.svg"')
    .nullable()
    .default(null),
  /** Which ways to ask for contact are open. `NRS_REQUESTS=off` closes them all. */
  contactKinds: contactKinds.default({ callback: true, 'text-info': true, meeting: true, 'short-call': true }),
  /** Guides that this site leaves out, by file name without ending: no page, no link, no search result. */
  guidesLeftOut: z.array(z.string().min(1)).default([]),
  operator: operatorSchema,
  /** The operator's own program; null where there is none. */
  program: programSchema.nullable().default(null),
  helplines: z.strictObject({
    emergency: helplineSchema,
    crisis: helplineSchema,
    treatment: helplineSchema,
    poison: helplineSchema,
    violence: helplineSchema,
    veterans: helplineSchema,
  }),
});

/** The parsed `content/site.yaml`. */
export type SiteConfig = z.infer<typeof siteSchema>;

/** What kind of deployment this is; known at build and at start, and they must agree. */
export const modes = ['demo', 'rehearsal', 'production'] as const;
export type Mode = (typeof modes)[number];

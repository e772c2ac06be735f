import { z } from 'zod';
import { shareSites } from './share.ts';

const perLocale = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM, for example "09:00".');

/** Opening and closing time of one day in the operator's own zone; null on a day without anybody there. */
const dayHours = z.strictObject({ opens: clockTime, closes: clockTime }).nullable();

/** A public line that readers can reach. Numbers are data with a date: somebody dialled or read it that day. */
const helplineSchema = z.strictObject({
  /** What the line is called, in the reader's language. */
  name: perLocale,
  /** What it is for and what it is not, one sentence. */
  what: perLocale,
  /** The number as people read it, for example "1-800-662-4357". */
  number: z.string().min(3),
  /** The same number for `tel:`, digits and plus only. */
  dial: z.string().regex(/^\+?\d+$/),
  /** The number or short code for a text message, where the line takes texts. */
  text: z.string().regex(/^\d+$/).optional(),
  /** What to do or send for a special case, for example Spanish or veterans. */
  also: perLocale.optional(),
  /** The fact that this line rests on; its sources are the proof. */
  fact: z.string().min(1).optional(),
  /** The day somebody last checked name and number. */
  checkedOn: z.iso.date(),
});

/** The one legal entity that receives requests. Sample values are refused in production. */
const operatorSchema = z.strictObject({
  /** True while these values are made up. Production refuses to build and to start with it. */
  isSample: z.boolean(),
  /** The registered name, as a reader could look it up. */
  legalName: z.string().min(1),
  /** Whether readers would talk to a treatment program or to an information service. */
  whatWeAre: z.enum(['licensed-program', 'information-service']),
  /** State licences, each with its number; empty for an information service. */
  licences: z.array(z.strictObject({ state: z.string().length(2), number: z.string().min(1) })),
  /** Where a letter arrives. */
  postalAddress: z.string().min(1),
  /** The operator's own line, as people read it. Fictional numbers are 555-01xx. */
  phone: z.string().min(7),
  /** What a called phone shows. */
  callerIdText: z.string().min(1),
  /** The name that texts carry. Neutral where it can be: whoever sees the phone reads it. */
  smsBrand: z.string().min(1),
  /** IANA zone in which the hours are meant. */
  timeZone: z.string().min(1),
  /** When a person is there to call back, by weekday. */
  hours: z.strictObject({
    monday: dayHours,
    tuesday: dayHours,
    wednesday: dayHours,
    thursday: dayHours,
    friday: dayHours,
    saturday: dayHours,
    sunday: dayHours,
  }),
  /** How many people can be called in the same quarter of an hour; short calls are booked up to this number. */
  callSeats: z.int().min(1).default(1),
  /** False, or the names of everybody who pays for referrals. The form pages name every one. */
  paidForReferrals: z.union([z.literal(false), z.array(z.string().min(1)).min(1)]),
  /** Whether 42 CFR Part 2 covers the operator. */
  isPart2Program: z.boolean(),
  /** Whether HIPAA covers the operator. */
  isHipaaCovered: z.boolean(),
  /** Days until an open request is erased, 1 to 30. */
  retentionDays: z.int().min(1).max(30),
  /** Where a reader reports a mistake on a page: a mail address, an https address, or words such as a phone number. */
  correctionsContact: z.string().min(1),
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
  operator: operatorSchema,
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
/** The parsed operator of `content/site.yaml`. */
export type Operator = SiteConfig['operator'];
/** A public line. */
export type Helpline = z.infer<typeof helplineSchema>;

/** What kind of deployment this is; known at build and at start, and they must agree. */
export const modes = ['demo', 'rehearsal', 'production'] as const;
export type Mode = (typeof modes)[number];

import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { nearest } from '#i18n/nearest.ts';
import { isTimeZone, offeredZones } from '#i18n/time-zone.ts';
import { perLocale } from './per-locale.ts';
import { states } from './states.ts';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write a time as HH:MM in quotes, like "09:00"', abort: true });
const day = z.iso.date('Write a day in quotes, like "2026-12-24"');

/** Opening and closing time of one day in the operator's own zone; null on a day without anybody there. */
const dayHours = z
  .strictObject({ opens: clockTime, closes: clockTime })
  .refine(({ opens, closes }) => closes > opens, {
    path: ['closes'],
    error: 'A day closes after it opens, before midnight',
  })
  .nullable();

/** A zone by its IANA name; the nearest one is named where there is none. */
const timeZone = z.string().superRefine((zone, context) => {
  if (isTimeZone(zone)) return;
  const near = nearest(zone, offeredZones);
  const message = near ? `Did you mean "${near}"?` : 'Write an IANA zone, like "America/Chicago"';
  context.addIssue({ code: 'custom', message });
});

/** A company that handles what readers send, for the operator. The privacy page names every one. */
const processorSchema = z.strictObject({
  /** What it does: runs the computer, keeps the store, carries texts, carries mail. */
  does: z.enum(['host', 'store', 'texts', 'mail']),
  /** Its name, as a reader could look it up. */
  name: z.string().trim().min(1),
});

/** The operator's own chat: a plain link, nothing of it is loaded. */
const chatSchema = z.strictObject({
  /** Where the chat is. It leads away from this site. */
  url: z.url({ protocol: /^https$/, error: 'Write an address that starts with https://' }),
  /** Who answers there and when, honestly: a trained person, a volunteer, a program. One or two sentences. */
  whoAnswers: perLocale,
});

/** The one legal entity that receives requests. Sample values are refused in production. */
export const operatorSchema = z.strictObject({
  /** True while these values are made up. Production refuses to build and to start with it. */
  isSample: z.boolean(),
  /** The registered name, as a reader could look it up. */
  legalName: z.string().trim().min(1),
  /** Whether readers would talk to a treatment program or to an information service. */
  whatWeAre: z.enum(['licensed-program', 'information-service']),
  /** State licences, each with its number; empty for an information service. */
  licences: z.array(z.strictObject({ state: z.enum(states), number: z.string().trim().min(1) })),
  /** Where a letter arrives. */
  postalAddress: z.string().trim().min(1),
  /** The operator's own line, as people read it. Fictional numbers are 555-01xx. */
  phone: z.string().trim().min(7),
  /** What a called phone shows. */
  callerIdText: z.string().trim().min(1),
  /** The name that texts carry. Neutral where it can be: whoever sees the phone reads it. */
  smsBrand: z.string().trim().min(1),
  /** The languages in which a person answers and calls. The site itself is always in both. */
  languages: z.array(z.enum(locales)).min(1).default(['en']),
  /** IANA zone in which the hours are meant. */
  timeZone,
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
  /** Days without anybody there, whatever weekday they are. No short call can be booked then. */
  closed: z
    .strictObject({
      /** The holidays of the federal government, and the days that stand in for them. */
      federalHolidays: z.boolean(),
      /** Single days, like "2026-12-24". */
      days: z.array(day),
    })
    .default({ federalHolidays: false, days: [] }),
  /** How many people can be called in the same quarter of an hour; short calls are booked up to this number. */
  callSeats: z.int().min(1).default(1),
  /** False, or the names of everybody who pays for referrals. The form pages name every one. */
  paidForReferrals: z.union([z.literal(false), z.array(z.string().trim().min(1)).min(1)], {
    error: 'Write false, or a list with the name of everybody who pays',
  }),
  /** Whether 42 CFR Part 2 covers the operator. */
  isPart2Program: z.boolean(),
  /** Whether HIPAA covers the operator. */
  isHipaaCovered: z.boolean(),
  /** Days until an open request is erased, 1 to 30. */
  retentionDays: z.int().min(1).max(30),
  /**
   * Days for which the database can bring back what was erased; readers are told. 0 for the file on a machine of your own. Cloudflare D1
   * keeps 30 days of history, on the free plan 7.
   */
  historyDays: z.int().min(0).max(30).default(0),
  /** Where a reader reports a mistake on a page: a mail address, an https address, or words such as a phone number. */
  correctionsContact: z.string().trim().min(1),
  /** Companies that handle requests for the operator. The privacy page names them. */
  processors: z.array(processorSchema).default([]),
  /** The operator's own chat; null where there is none. */
  chat: chatSchema.nullable().default(null),
});
/** The parsed operator of `content/site.yaml`. */
export type Operator = z.infer<typeof operatorSchema>;

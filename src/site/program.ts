import { z } from 'zod';
import { perLocale } from './per-locale.ts';

/** Somebody who hears complaints about the program and does not belong to it: the state's agency, an ombudsman. */
const complaintSchema = z.strictObject({
  /** Who that is. */
  who: perLocale,
  /** The number as people read it. */
  phone: z.string().trim().min(3).optional(),
  /** Its own page. */
  url: z.url({ protocol: /^https$/, error: 'Write an address that starts with https://' }).optional(),
});

/** The operator's own program. Its page is built only where this is filled in. */
export const programSchema = z.strictObject({
  /** What the program is called. */
  name: perLocale,
  /** Who it is for and what it does, in one or two plain sentences. */
  what: perLocale,
  /** What is offered, a line each: groups, single talks, medicines, family hours. */
  offers: z.array(perLocale).min(1),
  /** Ids of content/tracks.yaml: the weekly timetables of this program, each with its own zone. */
  tracks: z.array(z.string().min(1)).min(1),
  /** Who pays: insurance that is taken, public money, what a place costs without any. A line each, without promises. */
  whoPays: z.array(perLocale).min(1),
  /** Where to complain, outside of the program first. At least one. */
  complaints: z.array(complaintSchema).min(1),
});
export type Program = z.infer<typeof programSchema>;

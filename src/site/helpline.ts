import { z } from 'zod';
import { type Locale, locales } from '#i18n/locale.ts';
import { perLocale } from './per-locale.ts';

/** A public line that readers can reach. Numbers are data with a date: somebody dialled or read it that day. */
export const helplineSchema = z.strictObject({
  /** What the line is called, in the reader's language. */
  name: perLocale,
  /** What it is for and what it is not, one sentence. */
  what: perLocale,
  /** The number as people read it, for example "1-800-662-4357". */
  number: z.string().min(3),
  /** The same number for `tel:`, digits and plus only. */
  dial: z.string().regex(/^\+?\d+$/, 'Write digits and plus only, like "+18006624357"'),
  /** The number or short code for a text message, where the line takes texts. */
  text: z.string().regex(/^\d+$/, 'Write digits only, in quotes, like "988"').optional(),
  /** The word that the line wants to be sent, where it wants one, by the reader's language. */
  textWith: z.partialRecord(z.enum(locales), z.string().regex(/^[A-Z]+$/, 'Write one word in capitals')).optional(),
  /** What to do or send for a special case, for example Spanish or veterans. */
  also: perLocale.optional(),
  /** The fact that this line rests on; its sources are the proof. */
  fact: z.string().min(1).optional(),
  /** The day somebody last checked name and number. */
  checkedOn: z.iso.date('Write a day in quotes, like "2026-11-22"'),
});
/** A public line. */
export type Helpline = z.infer<typeof helplineSchema>;

/** Where a link for texting leads: the word to send is there already. The empty part after `?` is for phones that read one way or the other. */
export function textHref({ text, textWith }: Pick<Helpline, 'text' | 'textWith'>, locale: Locale): string | undefined {
  const word = textWith?.[locale];
  return text && `sms:${text}${word ? `?&body=${word}` : ''}`;
}

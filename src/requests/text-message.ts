import { z } from 'zod';
import { fill } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import { topics } from './fields.ts';
import type { Kind } from './kind.ts';
import { textingHours } from './texting-hours.ts';

const text = z.string().min(1);

/** What the texts say: section `requests.textMessages` of `content/ui/<locale>.yaml`. Each names the sender and how to end it. */
export const textMessageWords = z.strictObject({
  /** Asks for the yes that starts everything. No word about health: others read this phone, too. `{brand}` */
  confirm: text,
  /** The same, for texts beside a call or a meeting. */
  confirmToo: text,
  /** What was asked for. Placeholders: brand, what, url. */
  info: text,
  /** What each topic is called in a text, and the page about it. */
  topics: z.record(z.enum(topics), z.strictObject({ what: text, path: z.string().startsWith('/') })),
  /** The one text that goes with a call or a meeting. Placeholders: brand, reference. */
  infoToo: text,
  /** The answer to a wish to stop. `{brand}` */
  stopped: text,
  /** The answer to HELP. Placeholders: brand, phone, emergency, crisis, treatment. */
  help: text,
});
export type TextMessageWords = z.infer<typeof textMessageWords>;

/** What the endpoint and the sender need to know of texts, as a part of the manifest. */
export const texting = z.strictObject({
  /** The sender as texts name it. */
  brand: text,
  /** The public lines that HELP names. */
  lines: z.strictObject({ emergency: text, crisis: text, treatment: text }),
  hours: textingHours,
});
export type Texting = z.infer<typeof texting>;

/** What is sent without being asked for at that moment. */
export type Outgoing = 'text.confirm' | 'text.info';

/** What a text is about. */
export interface TextSubject {
  kind: Kind;
  reference: string;
  topic?: (typeof topics)[number];
}

/** A text in words. `origin` is the site's own, without a closing slash. */
export function textMessage(
  type: Outgoing,
  { kind, reference, topic }: TextSubject,
  words: TextMessageWords,
  { brand, origin }: { brand: string; origin: string },
): string {
  if (type === 'text.confirm') return fill(kind === 'text-info' ? words.confirm : words.confirmToo, { brand });
  if (kind !== 'text-info' || !topic) return fill(words.infoToo, { brand, reference });
  const { what, path } = words.topics[topic];
  return fill(words.info, { brand, what, url: origin + path });
}

/** The answer to a message that has one, in the language of the person's last request. */
export function textAnswer(
  to: 'stopped' | 'help',
  locale: Locale,
  {
    brand,
    lines,
    phone,
    words,
  }: Pick<Texting, 'brand' | 'lines'> & { phone: string; words: Record<Locale, TextMessageWords> },
): string {
  return fill(words[locale][to], { brand, phone, ...lines });
}

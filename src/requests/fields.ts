import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { isTimeZone } from '#i18n/time-zone.ts';
import { contactWindows } from './hours.ts';
import { readPhone } from './phone.ts';
import type { FieldCode } from './problem.ts';

/** What it may be about. No substances, no free text. */
export const topics = ['hours', 'cost', 'work', 'what-to-expect'] as const;
/** Whom the request is about; nothing is asked about the other person. */
export const forWhom = ['me', 'someone-else'] as const;
/** What may be said to a machine; the first is the default, and each one is more private than the next. */
export const voicemail = ['none', 'first-name-and-number', 'may-name-program'] as const;
/** What to do when somebody else picks up; the first is the default, and more private than the other. */
export const someoneElseAnswers = ['hang-up', 'ask-for-me'] as const;
/** When the confirming text goes out to somebody who asks at night. */
export const textTiming = ['now', 'next-open-hour'] as const;

/** Every name that a form of this site may ever send. One that its kind does not take is refused, any other is dropped unread. */
export const knownFields = [
  ...['kind', 'requestId', 'locale', 'disclosureVersion'],
  ...['name', 'phone', 'email', 'contactWindow', 'slot', 'timeZone', 'topic', 'forWhom'],
  ...['voicemail', 'someoneElseAnswers', 'textConsent', 'textTiming', 'shareQuizSummary', 'quizSummary'],
] as const;

/** Control characters, line breaks, bidi overrides and halves of surrogate pairs have no place in a line. */
const isPlainLine = (text: string): boolean =>
  text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text);

/** Lines of text; the forms of browsers send them with carriage returns. */
const isPlainText = (text: string): boolean => text.split('\n').every(isPlainLine);

/** The longest summary of the quiz, in characters. */
const longestSummary = 4000;

/** Something before and behind one @, a dot in the name of the host, and nothing that ends a header or starts another address. */
const isMailAddress = (text: string): boolean =>
  isPlainLine(text) && /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\.]+(\.[^\s@"(),:;<>[\]\\.]+)+$/u.test(text);

/** The code for a field that is not there, and for one that is there and wrong. */
const missingOr = (whenMissing: FieldCode, whenOther: FieldCode) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? whenMissing : whenOther),
});

const name = z
  .string(missingOr('name.missing', 'name.characters'))
  .max(100, 'name.too-long')
  .refine(isPlainLine, 'name.characters');
const phone = z
  .string(missingOr('phone.missing', 'phone.unknown'))
  .max(40, { error: 'phone.unknown', abort: true })
  .transform((written, context) => {
    const read = readPhone(written);
    if (read.ok) return read.phone;
    context.addIssue({ code: 'custom', message: `phone.${read.problem}` });
    return z.NEVER;
  });
const isTicked = (code: FieldCode, whenMissing: FieldCode = code) =>
  z.literal([true, 'true'], missingOr(whenMissing, code)).transform((): true => true);

/**
 * The fields of consent-and-privacy section 3, each parsed in one place. Messages are codes: words live in `content/ui`. A form
 * picks its own and says which of them may be left out.
 */
export const field = {
  /** What to call the person; any script, need not be legal. */
  name,
  /** Where to call or text, E.164 once parsed. */
  phone,
  email: z
    .string({ error: 'email.unknown' })
    .max(254, { error: 'email.too-long', abort: true })
    .refine(isMailAddress, 'email.unknown'),
  /** In which part of the week to call. */
  contactWindow: z.enum(contactWindows, missingOr('contactWindow.missing', 'contactWindow.unknown')),
  /** The id of a quarter of an hour. Whether it exists and is free is for others to say. */
  slot: z.string(missingOr('slot.missing', 'slot.unknown')).regex(/^\d{8}T\d{4}Z$/, 'slot.unknown'),
  /** Whose clocks count, an IANA id. */
  timeZone: z.string(missingOr('timeZone.missing', 'timeZone.unknown')).refine(isTimeZone, 'timeZone.unknown'),
  topic: z.enum(topics, missingOr('topic.missing', 'topic.unknown')),
  forWhom: z.enum(forWhom, { error: 'forWhom.unknown' }),
  voicemail: z.enum(voicemail, missingOr('voicemail.missing', 'voicemail.unknown')),
  someoneElseAnswers: z.enum(someoneElseAnswers, missingOr('someoneElseAnswers.missing', 'someoneElseAnswers.unknown')),
  /** The box for texts, unticked in the page. Literally true. */
  textConsent: isTicked('textConsent.unknown', 'textConsent.missing'),
  textTiming: z.enum(textTiming, { error: 'textTiming.unknown' }),
  /** Ticked beside the full text of the summary, in the form on the result page. Literally true. */
  shareQuizSummary: isTicked('shareQuizSummary.unknown'),
  /** What the quiz said, as the reader saw it. Only together with the tick (consent-and-privacy sections 3 and 7). */
  quizSummary: z
    .string({ error: 'quizSummary.characters' })
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(z.string().max(longestSummary, 'quizSummary.too-long').refine(isPlainText, 'quizSummary.characters')),
};

/** What every form sends besides what a person fills in. */
export const hiddenFields = {
  /** The language of the form. */
  locale: z.enum(locales, { error: 'locale.unknown' }),
  /** Which wording of the consent was on the page. */
  disclosureVersion: z.string({ error: 'disclosureVersion.unknown' }).max(40, 'disclosureVersion.unknown'),
  /** The page's own key of this filling of the form; a repeat with the same key is the same request. */
  requestId: z.uuid({ error: 'requestId.unknown' }).toLowerCase().optional(),
};

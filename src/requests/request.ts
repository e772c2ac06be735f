import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { isTimeZone } from '#i18n/time-zone.ts';
import { contactWindows } from './hours.ts';
import { readPhone } from './phone.ts';
import { type FieldCode, type FieldProblem, fieldCode } from './problem.ts';

/** What people can ask for. */
export const kinds = ['callback'] as const;
export type Kind = (typeof kinds)[number];

/** What a call may be about. No substances, no free text. */
export const topics = ['hours', 'cost', 'work', 'what-to-expect'] as const;
/** Whom the request is about; nothing is asked about the other person. */
export const forWhom = ['me', 'someone-else'] as const;
/** What may be said to a machine; the first is the default. */
export const voicemail = ['none', 'first-name-and-number', 'may-name-program'] as const;
/** What to do when somebody else picks up; the first is the default. */
export const someoneElseAnswers = ['hang-up', 'ask-for-me'] as const;

/** Every name that a form of this site may ever send. One that its kind does not take is refused, any other is dropped unread. */
const knownFields = [
  ...[
    'kind',
    'requestId',
    'locale',
    'disclosureVersion',
    'name',
    'phone',
    'email',
    'contactWindow',
    'slot',
    'timeZone',
  ],
  ...[
    'topic',
    'forWhom',
    'voicemail',
    'someoneElseAnswers',
    'textConsent',
    'textTiming',
    'shareQuizSummary',
    'quizSummary',
  ],
] as const;

/** Control characters, line breaks, bidi overrides and halves of surrogate pairs have no place in a name. */
const isPlainLine = (text: string): boolean =>
  text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text);

/** The longest summary of the quiz, in characters. */
const longestSummary = 4000;

/** Lines of text; the forms of browsers send them with carriage returns. */
const isPlainText = (text: string): boolean => text.split('\n').every(isPlainLine);

const oneOf = <Options extends readonly [string, ...string[]]>(
  options: Options,
  whenMissing: FieldCode,
  whenOther: FieldCode,
) => z.enum(options, { error: ({ input }) => (input === undefined ? whenMissing : whenOther) });
const optionalOneOf = <Options extends readonly [string, ...string[]]>(options: Options, whenOther: FieldCode) =>
  z.enum(options, { error: whenOther }).optional();

/**
 * A request for a call back, fields in the order of the form. Messages are codes: words live in `content/ui`.
 * Source of the fields: consent-and-privacy section 3.
 */
export const callbackSchema = z.strictObject({
  /** What to call the person; any script, need not be legal. */
  name: z
    .string({ error: 'name.characters' })
    .max(100, 'name.too-long')
    .refine(isPlainLine, 'name.characters')
    .optional(),
  /** Where to call, E.164 once parsed. */
  phone: z
    .string({ error: ({ input }) => (input === undefined ? 'phone.missing' : 'phone.unknown') })
    .max(40, { error: 'phone.unknown', abort: true })
    .transform((written, context) => {
      const read = readPhone(written);
      if (read.ok) return read.phone;
      context.addIssue({ code: 'custom', message: `phone.${read.problem}` });
      return z.NEVER;
    }),
  /** When to call. */
  contactWindow: oneOf(contactWindows, 'contactWindow.missing', 'contactWindow.unknown'),
  /** Whose clocks count, an IANA id. */
  timeZone: z
    .string({ error: ({ input }) => (input === undefined ? 'timeZone.missing' : 'timeZone.unknown') })
    .refine(isTimeZone, 'timeZone.unknown'),
  topic: optionalOneOf(topics, 'topic.unknown'),
  forWhom: optionalOneOf(forWhom, 'forWhom.unknown'),
  voicemail: oneOf(voicemail, 'voicemail.missing', 'voicemail.unknown'),
  someoneElseAnswers: oneOf(someoneElseAnswers, 'someoneElseAnswers.missing', 'someoneElseAnswers.unknown'),
  /** Ticked beside the full text of the summary, in the form on the result page. Literally true. */
  shareQuizSummary: z
    .literal([true, 'true'], { error: 'shareQuizSummary.unknown' })
    .transform((): true => true)
    .optional(),
  /** What the quiz said, as the reader saw it. Only together with the tick (consent-and-privacy sections 3 and 7). */
  quizSummary: z
    .string({ error: 'quizSummary.characters' })
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(z.string().max(longestSummary, 'quizSummary.too-long').refine(isPlainText, 'quizSummary.characters'))
    .optional(),
  kind: z.literal('callback', { error: 'kind.unknown' }),
  /** The language of the form. */
  locale: z.enum(locales, { error: 'locale.unknown' }),
  /** Which wording of the consent was on the page. */
  disclosureVersion: z.string({ error: 'disclosureVersion.unknown' }).max(40, 'disclosureVersion.unknown'),
  /** The page's own key of this filling of the form; a repeat with the same key is the same request. */
  requestId: z.uuid({ error: 'requestId.unknown' }).toLowerCase().optional(),
});

/** A request as the rest of the room knows it: checked, and nothing in it that the form does not have. */
export type CareRequest = z.infer<typeof callbackSchema>;

/** What a deployment offers at the moment; a choice that was taken away is told apart from one that never was. */
export interface Offer {
  contactWindows: readonly string[];
  disclosureVersions: readonly string[];
  /** The versions whose wording asks for the summary of the quiz. */
  summaryVersions: readonly string[];
}

/** A request, or what keeps it from being one. `dropped` counts the fields that were not ours and were never read. */
export type Reading =
  | { ok: true; request: CareRequest; dropped: number }
  | { ok: false; problems: FieldProblem[]; dropped: number };

const isKnown = (name: string): boolean => (knownFields as readonly string[]).includes(name);
const codeOf = (message: string): FieldCode => fieldCode.safeParse(message).data ?? 'field.not-here';

/** Our own fields only; a field left empty counts as absent. Spaces around a value are the keyboard's, not the person's. */
function ownFields(submitted: Readonly<Record<string, unknown>>): { fields: Record<string, unknown>; dropped: number } {
  const fields: Record<string, unknown> = {};
  let dropped = 0;
  for (const name of Object.keys(submitted)) {
    if (!isKnown(name)) {
      dropped += 1;
      continue;
    }
    const value = submitted[name];
    const trimmed = typeof value === 'string' ? value.trim() : value;
    if (trimmed !== '') fields[name] = trimmed;
  }
  return { fields, dropped };
}

/** The summary and its tick go together, and only where the wording asked for them. */
function problemsWithSummary(
  { shareQuizSummary, quizSummary, disclosureVersion }: CareRequest,
  offer: Offer,
): FieldProblem[] {
  if (!shareQuizSummary) return quizSummary ? [{ field: 'quizSummary', code: 'quizSummary.not-shared' }] : [];
  if (!quizSummary) return [{ field: 'quizSummary', code: 'quizSummary.missing' }];
  const isAsked = offer.summaryVersions.includes(disclosureVersion);
  return isAsked ? [] : [{ field: 'shareQuizSummary', code: 'shareQuizSummary.unknown' }];
}

function problemsWithOffer(request: CareRequest, offer: Offer): FieldProblem[] {
  const problems = problemsWithSummary(request, offer);
  if (!offer.contactWindows.includes(request.contactWindow)) {
    problems.push({ field: 'contactWindow', code: 'contactWindow.not-offered' });
  }
  if (!offer.disclosureVersions.includes(request.disclosureVersion)) {
    problems.push({ field: 'disclosureVersion', code: 'disclosureVersion.unknown' });
  }
  return problems;
}

/** One problem per field, in the order of the form; fields of another kind come last. */
function inFormOrder(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  const byField = new Map<string, FieldCode>();
  for (const issue of issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
    for (const name of names) if (!byField.has(name)) byField.set(name, codeOf(issue.message));
  }
  const order = [...Object.keys(callbackSchema.shape), ...knownFields];
  return [...byField]
    .map(([field, code]) => ({ field, code }))
    .sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** Reads a submitted form, whether it came urlencoded or as JSON. */
export function readRequest(submitted: Readonly<Record<string, unknown>>, offer: Offer): Reading {
  const { fields, dropped } = ownFields(submitted);
  const parsed = callbackSchema.safeParse(fields);
  if (!parsed.success) return { ok: false, problems: inFormOrder(parsed.error.issues), dropped };
  const problems = problemsWithOffer(parsed.data, offer);
  return problems.length > 0 ? { ok: false, problems, dropped } : { ok: true, request: parsed.data, dropped };
}

/** Whether a value has the form of a key that our pages make. */
export const isRequestId = (value: unknown): value is string =>
  callbackSchema.shape.requestId.unwrap().safeParse(value).success;

import { z } from 'zod';
import { field, hiddenFields } from './fields.ts';
import type { Kind } from './kind.ts';

const summary = {
  shareQuizSummary: field.shareQuizSummary.optional(),
  quizSummary: field.quizSummary.optional(),
};

/** Each kind's form: which fields it has and which may be left out, in the order of the page (consent-and-privacy section 3). */
export const forms = {
  callback: z.strictObject({
    name: field.name.optional(),
    phone: field.phone,
    contactWindow: field.contactWindow,
    timeZone: field.timeZone,
    topic: field.topic.optional(),
    forWhom: field.forWhom.optional(),
    voicemail: field.voicemail,
    someoneElseAnswers: field.someoneElseAnswers,
    ...summary,
    kind: z.literal('callback'),
    ...hiddenFields,
  }),
  'text-info': z.strictObject({
    topic: field.topic,
    timeZone: field.timeZone,
    phone: field.phone,
    textTiming: field.textTiming.optional(),
    textConsent: field.textConsent,
    kind: z.literal('text-info'),
    ...hiddenFields,
  }),
  meeting: z.strictObject({
    name: field.name,
    phone: field.phone.optional(),
    email: field.email.optional(),
    contactWindow: field.contactWindow.optional(),
    slot: field.slot.optional(),
    timeZone: field.timeZone,
    topic: field.topic.optional(),
    forWhom: field.forWhom.optional(),
    voicemail: field.voicemail.optional(),
    someoneElseAnswers: field.someoneElseAnswers.optional(),
    textConsent: field.textConsent.optional(),
    ...summary,
    kind: z.literal('meeting'),
    ...hiddenFields,
  }),
  'short-call': z.strictObject({
    name: field.name,
    phone: field.phone,
    email: field.email.optional(),
    timeZone: field.timeZone,
    slot: field.slot,
    topic: field.topic.optional(),
    forWhom: field.forWhom.optional(),
    voicemail: field.voicemail,
    someoneElseAnswers: field.someoneElseAnswers,
    textConsent: field.textConsent.optional(),
    ...summary,
    kind: z.literal('short-call'),
    ...hiddenFields,
  }),
} as const satisfies Record<Kind, z.ZodObject>;

/** A request as the rest of the room knows it: checked, and nothing in it that its form does not have. */
export type CareRequest = z.infer<(typeof forms)[Kind]>;

/** Whether texts were asked for beside a meeting or a call. */
export const wantsTextsToo = (request: CareRequest): boolean =>
  request.kind !== 'text-info' && 'textConsent' in request && request.textConsent === true;

import { z } from 'zod';
import type { Slot } from './slots.ts';

/** Every way the endpoint says no, with its status. Codes are permanent: they stand in addresses and in other people's programs. */
export const problemStatus = {
  malformed: 400,
  'duplicate-field': 400,
  'query-present': 400,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-slow': 408,
  'in-flight': 409,
  'slot-taken': 409,
  'too-big': 413,
  'url-too-long': 414,
  'wrong-type': 415,
  validation: 422,
  'key-reused': 422,
  'too-many': 429,
  'headers-too-big': 431,
  'not-saved': 503,
  'demo-elsewhere': 503,
} as const satisfies Record<string, number>;

/** A refusal of the endpoint, as it stands in `code` and in `/problems/<code>/`. */
export type ProblemCode = keyof typeof problemStatus;

/** All refusals, for the pages under `/problems/`. */
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** Everything that can be wrong with one field: the field's name, then what is wrong. Published and permanent. */
export const fieldCodes = [
  'kind.unknown',
  'locale.unknown',
  'disclosureVersion.unknown',
  'requestId.unknown',
  'requestId.differs',
  'name.missing',
  'name.too-long',
  'name.characters',
  'phone.missing',
  'phone.unknown',
  'phone.not-us',
  'phone.not-callable',
  'phone.or-email',
  'email.unknown',
  'email.too-long',
  'contactWindow.missing',
  'contactWindow.unknown',
  'contactWindow.not-offered',
  'slot.missing',
  'slot.unknown',
  'slot.not-offered',
  'timeZone.missing',
  'timeZone.unknown',
  'topic.missing',
  'topic.unknown',
  'forWhom.unknown',
  'voicemail.missing',
  'voicemail.unknown',
  'someoneElseAnswers.missing',
  'someoneElseAnswers.unknown',
  'textConsent.missing',
  'textConsent.unknown',
  'textConsent.needs-phone',
  'textTiming.missing',
  'textTiming.unknown',
  'shareQuizSummary.unknown',
  'quizSummary.missing',
  'quizSummary.not-shared',
  'quizSummary.too-long',
  'quizSummary.characters',
  'field.not-here',
] as const;

/** What is wrong with one field. */
export const fieldCode = z.enum(fieldCodes);
export type FieldCode = z.infer<typeof fieldCode>;

/** One field that cannot be accepted as it is. `field` is a name of ours, never one that a client made up. */
export interface FieldProblem {
  field: string;
  code: FieldCode;
}

/** Something the endpoint refuses, as a value. What was submitted is never part of it. */
export interface Problem {
  code: ProblemCode;
  /** For `validation` and `key-reused`: one entry per field, in the order of the form. */
  fields?: readonly FieldProblem[];
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** For `slot-taken`, and for a time that is not there: times that are free. */
  slots?: readonly Slot[];
  /** For `method-not-allowed`: what the path does take. */
  allow?: string;
}

/** The words for a problem in the reader's language. */
export interface ProblemWords {
  problems: Readonly<Record<ProblemCode, { title: string; detail: string }>>;
  fieldMessages: Readonly<Record<FieldCode, string>>;
}

/** The body of a refusal as RFC 9457 wants it. `requestId` only where the client gave a well-formed one. */
export function problemDocument(problem: Problem, words: ProblemWords, known: { phone?: string; requestId?: string }) {
  return {
    type: `/problems/${problem.code}/`,
    ...words.problems[problem.code],
    status: problemStatus[problem.code],
    code: problem.code,
    ...known,
    ...(problem.slots && { slots: problem.slots }),
    ...(problem.fields && {
      errors: problem.fields.map(({ field, code }) => ({
        pointer: `#/${field}`,
        code,
        message: words.fieldMessages[code],
      })),
    }),
  };
}

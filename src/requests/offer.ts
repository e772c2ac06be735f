import type { Agreement } from './disclosure.ts';
import { type CareRequest, wantsTextsToo } from './forms.ts';
import type { SlotTimes } from './intake.ts';
import type { Kind } from './kind.ts';
import type { FieldProblem } from './problem.ts';

/** What a deployment offers at the moment; a choice that was taken away is told apart from one that never was. */
export interface Offer {
  kinds: readonly Kind[];
  contactWindows: readonly string[];
  /** The versions of the wording that ask for each agreement, those of older copies of a page included. */
  versions: Readonly<Record<Agreement, readonly string[]>>;
  /** The times of a slot that exists, whether or not it is free. */
  slot(id: string): SlotTimes | undefined;
  /** Whether the hour allows a text now; at other times the person says when it may come. */
  mayTextNow(request: { phone: string; timeZone: string }): boolean;
}

/** The wording must have been one of ours, and must ask for everything that was agreed to. */
function wordingProblems(request: CareRequest, { versions }: Offer): FieldProblem[] {
  const isAsked = (agreement: Agreement) => versions[agreement].includes(request.disclosureVersion);
  if (!isAsked(request.kind)) return [{ field: 'disclosureVersion', code: 'disclosureVersion.unknown' }];
  const problems: FieldProblem[] = [];
  if (wantsTextsToo(request) && !isAsked('texts-too')) {
    problems.push({ field: 'textConsent', code: 'textConsent.unknown' });
  }
  if ('shareQuizSummary' in request && request.shareQuizSummary && !isAsked('quiz-summary')) {
    problems.push({ field: 'shareQuizSummary', code: 'shareQuizSummary.unknown' });
  }
  return problems;
}

/** Someone has to be reachable, and a call or text needs a number. */
function contactProblems(request: CareRequest): FieldProblem[] {
  if (request.kind !== 'meeting') return [];
  const { phone, email, voicemail, someoneElseAnswers, textConsent } = request;
  if (!phone) {
    const problems: FieldProblem[] = textConsent ? [{ field: 'textConsent', code: 'textConsent.needs-phone' }] : [];
    if (request.slot) return [...problems, { field: 'phone', code: 'phone.missing' }];
    return email ? problems : [...problems, { field: 'phone', code: 'phone.or-email' }];
  }
  const problems: FieldProblem[] = [];
  if (!voicemail) problems.push({ field: 'voicemail', code: 'voicemail.missing' });
  if (!someoneElseAnswers) problems.push({ field: 'someoneElseAnswers', code: 'someoneElseAnswers.missing' });
  return problems;
}

/** The time must exist. */
function timeProblems(request: CareRequest, offer: Offer): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if ('contactWindow' in request && request.contactWindow && !offer.contactWindows.includes(request.contactWindow)) {
    problems.push({ field: 'contactWindow', code: 'contactWindow.not-offered' });
  }
  if ('slot' in request && request.slot && !offer.slot(request.slot)) {
    problems.push({ field: 'slot', code: 'slot.not-offered' });
  }
  if (request.kind === 'text-info' && !request.textTiming && !offer.mayTextNow(request)) {
    problems.push({ field: 'textTiming', code: 'textTiming.missing' });
  }
  return problems;
}

/** The summary and its tick go together. */
function summaryProblems(request: CareRequest): FieldProblem[] {
  const isShared = 'shareQuizSummary' in request && request.shareQuizSummary === true;
  const isThere = 'quizSummary' in request && request.quizSummary !== undefined;
  if (isShared === isThere) return [];
  return [{ field: 'quizSummary', code: isThere ? 'quizSummary.not-shared' : 'quizSummary.missing' }];
}

/** What no field can tell alone. */
export const problemsTogether = (request: CareRequest, offer: Offer): FieldProblem[] => [
  ...wordingProblems(request, offer),
  ...contactProblems(request),
  ...timeProblems(request, offer),
  ...summaryProblems(request),
];

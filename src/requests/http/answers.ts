import { fill } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import { type Kind, picksTime } from '../kind.ts';
import type { Manifest } from '../manifest.ts';
import type { ChoiceGroup } from '../ports.ts';
import { type Problem, problemDocument, problemStatus } from '../problem.ts';
import type { Deps } from './deps.ts';

/** An answer is for whoever asked. Neither a browser nor a search engine may keep it. */
const keptByNobody = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };

/** Headers of every answer for programs (consent-and-privacy section 13). */
const apiHeaders: Record<string, string> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  ...keptByNobody,
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Origin, Sec-Fetch-Site',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const transportSecurity = (origin: string): Record<string, string> =>
  origin.startsWith('https://') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {};

/** An answer for a program. */
export function jsonAnswer(
  body: unknown,
  status: number,
  { manifest }: Deps,
  more: Record<string, string> = {},
): Response {
  const headers = { ...apiHeaders, ...transportSecurity(manifest.origin), 'Content-Type': 'application/json', ...more };
  return new Response(JSON.stringify(body), { status, headers });
}

/** An answer for the carrier of texts. */
export function xmlAnswer(
  xml: string,
  status: number,
  { manifest }: Deps,
  more: Record<string, string> = {},
): Response {
  const headers = { ...apiHeaders, ...transportSecurity(manifest.origin), 'Content-Type': 'text/xml', ...more };
  return new Response(xml, { status, headers });
}

/** What a watcher hears: a word and a status, and nothing of why. */
export function healthAnswer(isHealthy: boolean, { origin }: Pick<Manifest, 'origin'>): Response {
  const headers = { ...apiHeaders, ...transportSecurity(origin), 'Content-Type': 'text/plain' };
  return new Response(isHealthy ? 'ok\n' : 'not ok\n', { status: isHealthy ? 200 : 503, headers });
}

/** An answer for a person: a page of the site, never kept anywhere. */
export function htmlAnswer(
  html: string,
  status: number,
  { htmlHeaders }: Deps,
  more: Record<string, string> = {},
): Response {
  const headers = { ...htmlHeaders, ...keptByNobody, 'Content-Type': 'text/html; charset=utf-8', ...more };
  return new Response(html, { status, headers });
}

/** Headers that belong to a refusal whatever its form. */
const headersOf = ({ retryAfter, allow }: Problem): Record<string, string> => ({
  ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
  ...(allow && { Allow: allow }),
});

/** A refusal as RFC 9457 wants it. */
export function problemAnswer(problem: Problem, locale: Locale, deps: Deps, requestId?: string): Response {
  const { texts, callInstead, helplines } = deps.manifest;
  const known = { phone: callInstead, ...(requestId && { requestId }) };
  const lines = helplines.map(({ name, number }) => ({ name: name[locale], number }));
  const body = {
    ...problemDocument(problem, texts[locale], known),
    ...(problemStatus[problem.code] === 503 && { helplines: lines }),
  };
  const more = { ...headersOf(problem), 'Content-Type': 'application/problem+json' };
  return jsonAnswer(body, problemStatus[problem.code], deps, more);
}

/** A refusal as a page of its own: nothing of the form was read. */
export const problemPage = (problem: Problem, deps: Deps): Response =>
  htmlAnswer(deps.pages.problem(problem.code), problemStatus[problem.code], deps, headersOf(problem));

/** Times that can be picked in a form without script, and the days whose times it can ask for. */
export interface SlotChoices {
  times: readonly ChoiceGroup[];
  otherDays: ChoiceGroup['options'];
}

/** What a form that comes back has to do with, and which form it is. The summary of the quiz does not come back: an answer never moves from page to page. */
export interface Typed {
  kind: Kind;
  /** To stand in the fields again. */
  values: Readonly<Record<string, string>>;
  hadSummary: boolean;
  /** Times that can be picked now, for a form that asks for one. Absent where they are not known. */
  slots?: SlotChoices | undefined;
}

/** Which parts of a form page stand where times are picked: the times and how to see other days, that there are none, or how to get them. */
function placesOf(slots: Typed['slots']): string[] {
  if (!slots) return ['later'];
  if (slots.times.length === 0) return ['full'];
  return slots.otherDays.length > 0 ? ['slots', 'otherDays'] : ['slots'];
}

/** A refusal as the form page itself: what is wrong, where, and everything that was typed. */
export function problemForm(problem: Problem, locale: Locale, typed: Typed, deps: Deps): Response {
  const { kind, values, hadSummary, slots } = typed;
  const { texts, callInstead } = deps.manifest;
  const { problems, fieldMessages, errors: words, problemPage: around } = texts[locale];
  const { title, detail } = problems[problem.code];
  const { otherDays: label } = texts[locale].fields.slot;
  const days = slots?.otherDays.length ? [{ label, options: slots.otherDays }] : [];
  const errors = (problem.fields ?? []).map(({ field, code }) => ({ field, message: fieldMessages[code] }));
  const html = deps.pages.fill(kind, locale, {
    shows: [
      'form',
      errors.length > 0 && problem.code === 'validation' ? 'errors' : 'notice',
      ...(hadSummary ? ['summaryLost'] : []),
      ...(picksTime(kind) ? placesOf(slots) : []),
    ],
    title: (own) => words.titlePrefix + own,
    texts: {
      noticeTitle: title,
      noticeDetail: detail,
      noticePhone: fill(around.callInstead, { phone: callInstead }),
    },
    errors,
    choices: { slot: [...(slots?.times ?? []), ...days] },
    values,
  });
  return htmlAnswer(html, problemStatus[problem.code], deps, headersOf(problem));
}

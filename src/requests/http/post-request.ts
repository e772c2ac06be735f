import type { Locale } from '#i18n/locale.ts';
import { calendarLink } from '../calendar-file.ts';
import type { CareRequest } from '../forms.ts';
import type { SlotTimes } from '../intake.ts';
import { type Kind, kinds, picksTime } from '../kind.ts';
import type { FieldProblem, Problem } from '../problem.ts';
import { isRequestId, kindOf, readRequest } from '../request.ts';
import { sayMoment, sayStart } from '../say-time.ts';
import { htmlAnswer, jsonAnswer, problemAnswer, problemForm, type Typed } from './answers.ts';
import type { Connection, Deps } from './deps.ts';
import type { Answered } from './handle.ts';
import { offerAt } from './offer.ts';
import type { Provenance } from './origin.ts';
import { type Saved, save } from './save.ts';
import { honeypot } from './signals.ts';
import { choicesOf, freeNow, isAboutTime, withAlternatives } from './slots.ts';
import type { Encoding } from './submission.ts';

/** A post that passed every guard: readable, and from our own pages as far as one can know. */
export interface Post {
  fields: Readonly<Record<string, unknown>>;
  encoding: Encoding;
  /** The `Idempotency-Key` header. */
  key: string | undefined;
  locale: Locale;
  connection: Connection;
  provenance: Provenance;
}

/** Answers `POST /api/v1/requests`. */
export async function postRequest(post: Post, deps: Deps): Promise<Answered> {
  const { [honeypot]: bait, ...fields } = post.fields;
  const offer = offerAt(deps.clock.now(), deps.manifest);
  const withKey = withHeaderKey(fields, post.key);
  const reading = withKey.ok ? readRequest(withKey.fields, offer) : { ...withKey, dropped: 0 };
  if (!reading.ok) return refusalWithTimes({ code: 'validation', fields: reading.problems }, post, deps);

  const { request, dropped } = reading;
  const { connection, provenance } = post;
  const slot = 'slot' in request && request.slot ? offer.slot(request.slot) : undefined;
  const isHoneypotFilled = typeof bait === 'string' ? bait.trim() !== '' : bait !== undefined;
  const saved = await save(
    { request, connection, provenance, isHoneypotFilled, droppedFields: dropped, ...(slot && { slot }) },
    deps,
  );
  if (!saved.ok) return { ...(await refusalWithTimes(saved.problem, post, deps)), kind: request.kind };
  return {
    response: receiptAnswer(request, saved, post, deps, slot),
    kind: request.kind,
    requestId: saved.rowId,
    quarantined: saved.isQuarantined,
  };
}

/** The key may come as a header or as a field; where both come they must agree. */
function withHeaderKey(
  fields: Readonly<Record<string, unknown>>,
  key: string | undefined,
): { ok: true; fields: Readonly<Record<string, unknown>> } | { ok: false; problems: FieldProblem[] } {
  if (key === undefined) return { ok: true, fields };
  const own = fields['requestId'];
  const differs = typeof own === 'string' && own.trim() !== '' && own.trim().toLowerCase() !== key.toLowerCase();
  if (differs) return { ok: false, problems: [{ field: 'requestId', code: 'requestId.differs' }] };
  return { ok: true, fields: { ...fields, requestId: key } };
}

function receiptAnswer(
  request: CareRequest,
  { receipt, cancelToken, isReplay }: Extract<Saved, { ok: true }>,
  post: Post,
  deps: Deps,
  slot?: SlotTimes,
): Response {
  const cancelUrl = `/api/v1/cancel/${cancelToken}`;
  const status = isReplay ? 200 : 201;
  const more: Record<string, string> = isReplay ? { 'Idempotent-Replayed': 'true' } : {};
  if (post.encoding === 'json') return jsonAnswer({ ...receipt, cancelUrl }, status, deps, more);
  const { reference, whatNext } = receipt;
  const { title, calendar } = deps.manifest.texts[request.locale].confirmation;
  const entry = slot && { ...slot, title: calendar.title, id: deps.ids.uuid(), now: deps.clock.now() };
  const html = deps.pages.fill(request.kind, request.locale, {
    shows: ['confirmation'],
    title: () => title,
    texts: {
      ...{ reference, whatNext, cancelUrl, receivedAt: sayMoment(new Date(receipt.receivedAt), request) },
      ...(entry && { calendarUrl: calendarLink(entry), ...sayStart(entry, request) }),
    },
  });
  return htmlAnswer(html, status, deps, more);
}

/** The form that a refused post came from, as far as it says so; one that is not offered is answered with the first that is. */
function formOf({ fields }: Post, { manifest: { pages } }: Deps): Kind {
  const kind = kindOf(fields);
  return kind && pages[kind] ? kind : (kinds.find((open) => pages[open]) ?? 'callback');
}

/** A refusal in the form that the post had, with what was typed where a person typed it. */
export function refusal(problem: Problem, post: Post, deps: Deps, slots?: Typed['slots']): Answered {
  const { fields, encoding, locale, key } = post;
  const requestId = [fields['requestId'], key].find(isRequestId);
  const typed = {
    kind: formOf(post, deps),
    values: typedIn(fields),
    hadSummary: Boolean(fields['quizSummary']),
    slots,
  };
  const response =
    encoding === 'json' ? problemAnswer(problem, locale, deps, requestId) : problemForm(problem, locale, typed, deps);
  return { response, code: problem.code };
}

/** The same, with the times that are free now: near ones for a program, by day in the form of somebody without script. */
async function refusalWithTimes(problem: Problem, post: Post, deps: Deps): Promise<Answered> {
  const needsTimes = post.encoding === 'form' ? picksTime(formOf(post, deps)) : isAboutTime(problem);
  if (!needsTimes) return refusal(problem, post, deps);
  const free = await freeNow(deps);
  const { fields, locale } = post;
  return refusal(withAlternatives(problem, fields['slot'], free), post, deps, choicesOf(free, fields, locale, deps));
}

/** What a person can have typed or chosen in our form. The page's own hidden fields stay as the page has them. */
const typedFields = [
  ...['name', 'phone', 'email', 'contactWindow', 'slot', 'timeZone', 'topic', 'forWhom'],
  ...['voicemail', 'someoneElseAnswers', 'textConsent', 'textTiming'],
];

function typedIn(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const typed = typedFields.map((name) => [name, fields[name]]).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(typed);
}

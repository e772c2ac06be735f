import type { Locale } from '#i18n/locale.ts';
import { offeredWindows } from '../hours.ts';
import type { FieldProblem, Problem } from '../problem.ts';
import { type CareRequest, isRequestId, readRequest } from '../request.ts';
import { htmlAnswer, jsonAnswer, problemAnswer, problemForm } from './answers.ts';
import type { Connection, Deps } from './deps.ts';
import type { Answered } from './handle.ts';
import type { Provenance } from './origin.ts';
import { type Saved, save } from './save.ts';
import { honeypot, isSuspicious } from './signals.ts';
import type { Encoding } from './submission.ts';
import { sayMoment } from './what-next.ts';

/** A post that passed every guard: readable, and from our own pages as far as one can know. */
export interface Post {
  fields: Readonly<Record<string, unknown>>;
  encoding: Encoding;
  /** The `Idempotency-Key` header, without the quotes that the draft allows. */
  key: string | undefined;
  locale: Locale;
  connection: Connection;
  provenance: Provenance;
}

/** Answers `POST /api/v1/requests`. */
export async function postRequest(post: Post, deps: Deps): Promise<Answered> {
  const { [honeypot]: bait, ...fields } = post.fields;
  const withKey = withHeaderKey(fields, post.key);
  const reading = withKey.ok ? readRequest(withKey.fields, offerOf(deps)) : { ...withKey, dropped: 0 };
  if (!reading.ok) return refusal({ code: 'validation', fields: reading.problems }, post, deps);

  const { request, dropped } = reading;
  const isQuarantined = isSuspicious({
    isHoneypotFilled: typeof bait === 'string' ? bait.trim() !== '' : bait !== undefined,
    droppedFields: dropped,
    provenance: post.provenance,
  });
  const { connection, provenance } = post;
  const saved = await save({ request, connection, provenance, isQuarantined }, deps);
  if (!saved.ok) return { ...refusal(saved.problem, post, deps), kind: request.kind };
  return {
    response: await receiptAnswer(request, saved, post, deps),
    kind: request.kind,
    requestId: saved.rowId,
    quarantined: isQuarantined,
  };
}

const offerOf = ({ manifest }: Deps) => ({
  contactWindows: offeredWindows(manifest.operator.hours),
  disclosureVersions: manifest.disclosures.map(({ version }) => version),
  summaryVersions: manifest.disclosures.filter(({ kind }) => kind === 'quiz-summary').map(({ version }) => version),
});

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

async function receiptAnswer(
  request: CareRequest,
  { receipt, rowId, isReplay }: Extract<Saved, { ok: true }>,
  post: Post,
  deps: Deps,
): Promise<Response> {
  const cancelUrl = `/api/v1/cancel/${await deps.keyed.cancelToken(rowId)}`;
  const status = isReplay ? 200 : 201;
  const more: Record<string, string> = isReplay ? { 'Idempotent-Replayed': 'true' } : {};
  if (post.encoding === 'json') return jsonAnswer({ ...receipt, cancelUrl }, status, deps, more);
  const { reference, whatNext } = receipt;
  const html = deps.pages.fill('callback', request.locale, {
    shows: ['confirmation'],
    title: () => deps.manifest.texts[request.locale].confirmation.title,
    texts: { reference, whatNext, cancelUrl, receivedAt: sayMoment(new Date(receipt.receivedAt), request) },
  });
  return htmlAnswer(html, status, deps, more);
}

/** A refusal in the form that the post had, with what was typed where a person typed it. */
export function refusal(problem: Problem, { fields, encoding, locale }: Post, deps: Deps): Answered {
  const requestId = isRequestId(fields['requestId']) ? fields['requestId'] : undefined;
  const response =
    encoding === 'json'
      ? problemAnswer(problem, locale, deps, requestId)
      : problemForm(problem, locale, { values: typedIn(fields), hadSummary: Boolean(fields['quizSummary']) }, deps);
  return { response, code: problem.code };
}

/** What a person can have typed or chosen in our form. The page's own hidden fields stay as the page has them. */
const typedFields = [
  'name',
  'phone',
  'contactWindow',
  'timeZone',
  'topic',
  'forWhom',
  'voicemail',
  'someoneElseAnswers',
];

function typedIn(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const typed = typedFields.map((name) => [name, fields[name]]).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(typed);
}

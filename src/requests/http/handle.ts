import { type Locale, locales } from '#i18n/locale.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { failureHash, type LogEvent } from '../redact.ts';
import { isRequestId } from '../request.ts';
import { healthAnswer, problemAnswer, problemPage } from './answers.ts';
import { cancel } from './cancel.ts';
import type { Connection, Deps } from './deps.ts';
import { isFromThisComputer, provenanceOf } from './origin.ts';
import { type Post, postRequest, refusal } from './post-request.ts';
import { slots } from './slots.ts';
import { smsInbound } from './sms-inbound.ts';
import { encodingOf, headersProblem, readSubmission } from './submission.ts';

/** An answer, and what the log may say about it. */
export interface Answered extends Pick<LogEvent, 'kind' | 'requestId' | 'quarantined'> {
  response: Response;
  code?: ProblemCode;
}

type Route = NonNullable<LogEvent['route']>;

const routes: readonly { route: Route; path: RegExp; methods: readonly string[] }[] = [
  { route: 'requests', path: /^\/api\/v1\/requests$/, methods: ['POST'] },
  { route: 'slots', path: /^\/api\/v1\/slots$/, methods: ['GET', 'HEAD'] },
  { route: 'cancel', path: /^\/api\/v1\/cancel\/([\w-]{22})$/, methods: ['GET', 'HEAD', 'POST'] },
  { route: 'sms-inbound', path: /^\/api\/v1\/sms\/inbound$/, methods: ['POST'] },
  { route: 'healthz', path: /^\/healthz$/, methods: ['GET', 'HEAD'] },
  { route: 'page', path: /^\/(?!api(\/|$))/, methods: ['GET', 'HEAD'] },
];

/** Longer than any address of ours. */
const maxUrl = 2048;
/** Seconds after which a store that could not save is worth another try. */
const storeRetry = 30;
const demoRetry = 3600;

/** The endpoint: every request under `/api/`, `/healthz`, and whatever else is not a plain look at a page. Never rejects. */
export async function handle(request: Request, connection: Connection, deps: Deps): Promise<Response> {
  const started = performance.now();
  const { pathname, search } = URL.parse(request.url) ?? { pathname: '', search: '' };
  const match = routes.find(({ path }) => path.test(pathname));
  const route = match?.route ?? 'none';
  let answered: Answered;
  try {
    const problem = guard(request, search, match, connection, deps);
    answered = problem
      ? refuse(problem, request, deps)
      : await answer(route, match?.path.exec(pathname)?.[1] ?? '', request, connection, deps);
  } catch (error) {
    await reportFailure(error, route, deps);
    answered = refuse({ code: 'not-saved', retryAfter: storeRetry }, request, deps);
  }
  const { response, ...known } = answered;
  const durationMs = Math.round(performance.now() - started);
  deps.report({
    event: 'request',
    route,
    status: response.status,
    durationMs,
    buildId: deps.manifest.buildId,
    ...known,
  });
  return request.method === 'HEAD' ? new Response(null, response) : response;
}

/** An unforeseen error leaves a hash, to count and compare by. */
async function reportFailure(error: unknown, route: Route, { report }: Deps): Promise<void> {
  report({ event: 'failure', route, failure: await failureHash(error) });
}

/** Everything that can be told without reading the body, in the order of consent-and-privacy section 10. */
function guard(
  { method, url, headers }: Request,
  search: string,
  match: (typeof routes)[number] | undefined,
  { peer }: Connection,
  { manifest, isOurOrigin }: Deps,
): Problem | undefined {
  if (url.length > maxUrl) return { code: 'url-too-long' };
  if (!match) return { code: 'not-found' };
  const { route, methods } = match;
  if (!methods.includes(method)) return { code: 'method-not-allowed', allow: methods.join(', ') };
  if (method !== 'POST') return undefined;
  if (search) return { code: 'query-present' };
  const unreadable = route === 'requests' ? headersProblem(headers) : undefined;
  if (unreadable) return { code: unreadable };
  if (manifest.mode === 'demo' && !isFromThisComputer(headers, peer))
    return { code: 'demo-elsewhere', retryAfter: demoRetry };
  return provenanceOf(headers, isOurOrigin) === 'foreign' ? { code: 'cross-site' } : undefined;
}

async function answer(
  route: Route,
  token: string,
  request: Request,
  connection: Connection,
  deps: Deps,
): Promise<Answered> {
  if (route === 'healthz') return health(deps);
  if (route === 'slots') return slots(deps);
  if (route === 'cancel') return cancel(request.method, token, languageOf(request.headers), deps);
  if (route === 'requests') return takePost(request, connection, deps);
  if (route === 'sms-inbound') return smsInbound(request, deps);
  return refuse({ code: 'not-found' }, request, deps);
}

async function health({ store, manifest }: Deps): Promise<Answered> {
  const isHealthy = await store.isHealthy();
  return { response: healthAnswer(isHealthy, manifest) };
}

async function takePost(request: Request, connection: Connection, deps: Deps): Promise<Answered> {
  const { headers } = request;
  const { seconds } = await deps.limiters.posts.take(connection.address);
  if (seconds > 0) return refuse({ code: 'too-many', retryAfter: seconds }, request, deps);

  const submission = await readSubmission(request);
  if (!submission.ok) return refuse({ code: submission.code }, request, deps);
  const { fields } = submission;
  const post: Post = {
    fields,
    encoding: encodingOf(headers) ?? 'json',
    key: keyIn(headers),
    locale: locales.find((locale) => locale === fields['locale']) ?? languageOf(headers),
    connection,
    provenance: provenanceOf(headers, deps.isOurOrigin),
  };
  try {
    return await postRequest(post, deps);
  } catch (error) {
    await reportFailure(error, 'requests', deps);
    return refusal({ code: 'not-saved', retryAfter: storeRetry }, post, deps);
  }
}

/** A refusal before anything of the form was read: a page for a form, a document for a program. */
export function refuse(problem: Problem, { headers }: Pick<Request, 'headers'>, deps: Deps): Answered {
  const isForm = encodingOf(headers) === 'form';
  const requestId = [keyIn(headers)].find(isRequestId);
  const response = isForm ? problemPage(problem, deps) : problemAnswer(problem, languageOf(headers), deps, requestId);
  return { response, code: problem.code };
}

/** The `Idempotency-Key`, without the quotes that the draft allows. */
const keyIn = (headers: Headers): string | undefined => headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1');

/** The language of somebody whose form we have not read. */
const languageOf = (headers: Headers): Locale => (/^\s*es\b/i.test(headers.get('accept-language') ?? '') ? 'es' : 'en');

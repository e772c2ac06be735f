import { fill } from '#i18n/fill.ts';
import { type Locale, locales } from '#i18n/locale.ts';
import { type Outcome, outcomes } from '#requests/desk.ts';
import { worklist } from '#requests/worklist.ts';
import type { Desk } from '../desk.ts';
import type { DeskTexts } from '../desk-texts.ts';
import { close, findRequest, reveal } from '../requests.ts';
import { resumeTexts } from '../texts.ts';
import { getCookie } from './cookie.ts';
import type { Frame, Html } from './layout.ts';
import { pathIn } from './layout.ts';
import { listPage } from './list-page.ts';
import { closedPage, openPage } from './open-page.ts';
import { requestPage, unknownPage } from './request-page.ts';
import type { Session } from './session.ts';

/** What the desk's page works with. */
export interface DeskPage {
  desk: Desk;
  words: Readonly<Record<Locale, DeskTexts>>;
  session: Session;
  /** Where it listens, without a closing slash. */
  origin: string;
  /** A path of its own that nobody can guess, with slashes around it: cookies do not know ports, so this keeps ours from others. */
  base: string;
  legalName: string;
  timeZone: string;
  css: string;
  /** Somebody works at the desk. */
  used(): void;
  /** Somebody closes it. */
  ended(): void;
}

/** Longer than any form here. */
const mostBytes = 4096;

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  // Not `no-referrer`: that would turn our own posts into `Origin: null`.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const answer = async (body: Html | string, status = 200, more: Record<string, string> = {}): Promise<Response> =>
  new Response(String(await body), {
    status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', ...more },
  });
const refused = (status: number): Response => new Response(null, { status, headers });
const seeOther = (to: string, more: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { ...headers, Location: to, ...more } });

/** Posts come from our own pages only. A browser that says nothing of where a post comes from is none of today. */
function isOurPost(request: Request, origin: string): boolean {
  const [from, site] = [request.headers.get('origin'), request.headers.get('sec-fetch-site')];
  return from === origin && (site === null || site === 'same-origin');
}

async function fieldsOf(request: Request): Promise<URLSearchParams | undefined> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > mostBytes) return undefined;
  return new URLSearchParams(await request.text());
}

const cookieName = 'desk';

/** Answers everything that comes to the desk's address. */
export async function handleDesk(request: Request, at: DeskPage): Promise<Response> {
  const { origin, base, session, words } = at;
  const url = new URL(request.url);
  // A name that leads to this computer (DNS rebinding) is not ours.
  if (request.headers.get('host') !== new URL(origin).host) return refused(421);
  if (!url.pathname.startsWith(base)) return refused(404);
  if (url.pathname === `${base}desk.css` && request.method === 'GET') {
    return new Response(at.css, { headers: { ...headers, 'Content-Type': 'text/css; charset=utf-8' } });
  }
  const [language = '', ...rest] = url.pathname.slice(base.length).split('/');
  const locale = locales.find((one) => one === language);
  if (!locale) return refused(404);
  const { legalName, timeZone } = at;
  const frame: Frame = { words: words[locale], locale, base, legalName, timeZone };
  const post = request.method === 'POST';
  if (!post && request.method !== 'GET') return refused(405);
  if (post && !isOurPost(request, origin)) return refused(403);
  const fields = post ? await fieldsOf(request) : new URLSearchParams();
  if (!fields) return refused(415);

  const [verb = '', token = ''] = rest;
  if (verb === 'open') return open(token, post ? fields : undefined, frame, at);
  const by = session.holder(getCookie(request.headers.get('cookie'), cookieName));
  if (by === undefined) return answer(closedPage(frame), 403);
  at.used();
  if (!post) return verb === '' ? list(frame, at) : seeOther(pathIn(frame));
  if (verb === 'end') {
    at.ended();
    return answer(closedPage(frame), 200, { 'Set-Cookie': `${cookieName}=; Path=${base}; Max-Age=0` });
  }
  return act(verb, fields, by, frame, at);
}

/** GET asks for a name and uses nothing up; POST opens the desk. */
async function open(
  token: string,
  fields: URLSearchParams | undefined,
  frame: Frame,
  { session, desk, base, used }: DeskPage,
) {
  if (!session.isOpenable(token)) return answer(closedPage(frame), 403);
  if (!fields) return answer(openPage(token, desk.user, frame));
  const by = (fields.get('by') ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 100);
  if (!by) return answer(openPage(token, '', frame, true), 422);
  used();
  const cookie = `${cookieName}=${session.open(by)}; Path=${base}; HttpOnly; SameSite=Strict`;
  return seeOther(pathIn(frame), { 'Set-Cookie': cookie });
}

async function list(frame: Frame, { desk, session }: DeskPage): Promise<Response> {
  const requests = await desk.store.list();
  const now = desk.clock.now();
  const lines = worklist(requests, now, desk.operator());
  const wroteIn = (await desk.store.wroteIn()).filter(({ hasOpenRequest }) => !hasOpenRequest).length;
  return answer(listPage(lines, requests, { now, news: session.takeNews(), wroteIn, frame }));
}

const outcomeOf = (fields: URLSearchParams): Outcome | undefined =>
  outcomes.find((outcome) => outcome === fields.get('outcome'));

/** Opens, closes or resumes a request; what was done is said by the next list. */
async function act(verb: string, fields: URLSearchParams, by: string, frame: Frame, { desk, session }: DeskPage) {
  const request = await findRequest(desk, fields.get('reference') ?? '');
  if (!request) return answer(unknownPage(frame), 404);
  const { words } = frame;
  if (verb === 'resume') {
    await resumeTexts(desk, request.reference, false);
    session.say(fill(words.list.resumed, { reference: request.reference }));
    return seeOther(pathIn(frame));
  }
  const outcome = verb === 'done' ? outcomeOf(fields) : undefined;
  if (outcome) {
    const references = (await close(desk, request, outcome)).map(({ reference }) => reference).join(', ');
    if (references) session.say(fill(words.list.closed, { references, outcome: words.values.outcome[outcome] }));
    return seeOther(pathIn(frame));
  }
  if (verb !== 'request' && verb !== 'done') return refused(404);
  const content = await reveal(request, by, desk);
  const opened = {
    request,
    content: typeof content === 'string' ? undefined : content,
    reveals: await desk.store.reveals(request.id),
    repeats: (await desk.store.withRepeats(request.id)).filter(({ id, sealed }) => sealed && id !== request.id),
  };
  const isOutcomeMissing = verb === 'done';
  return answer(requestPage(opened, { now: desk.clock.now(), frame, isOutcomeMissing }), isOutcomeMissing ? 422 : 200);
}

import { handle } from '../http/handle.ts';
import { failureHash } from '../redact.ts';
import { jumpFrom } from '../retention.ts';
import type { Bindings, Context } from './bindings.ts';
import { Refused } from './refused.ts';
import { reportRetention } from './retention.ts';
import { isDeskOnly } from './settings.ts';
import { triggers } from './triggers.ts';
import { waking } from './waking.ts';
import { type Ready, readyWith, reportToLog } from './worker-deps.ts';

/** What a worker does beside answering. */
export interface Background {
  /**
   * Tells outside whatever is due by the state of its rows. Called after a request was saved, and every minute whether or not
   * anybody called before; two calls may overlap. Rejects where it should be tried again soon.
   */
  deliverDue(ready: Ready): Promise<unknown>;
  /** Sends the daily test of the way out where it is time. Called every hour. */
  testDelivery(ready: Ready): Promise<unknown>;
}

/** A trigger, and the moment for which the platform's own clock had it, in milliseconds. */
export interface Scheduled {
  cron: string;
  scheduledTime?: number;
}

/** The functions that the platform calls. */
export interface WorkerSite {
  fetch(request: Request, bindings: Bindings, context: Context): Promise<Response>;
  queue(batch: unknown, bindings: Bindings): Promise<void>;
  scheduled(event: Scheduled, bindings: Bindings): Promise<void>;
}

const forEndpoint = /^\/(api(\/|$)|healthz$)/;
const forEndpointOnly = ['/endpoint.json', '/headers.json'];

const isLook = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** The whole site on Workers. */
export function workerSite({ deliverDue, testDelivery }: Background): WorkerSite {
  let known: Ready | undefined;
  /** Requests share what is ready, never the way there: a promise of one request may die with it. */
  const ready = async (bindings: Bindings): Promise<Ready> => {
    known ??= await readyWith(bindings);
    return known;
  };

  return {
    async fetch(request, bindings, context) {
      const { pathname } = new URL(request.url);
      if (isLook(request) && !forEndpoint.test(pathname))
        return forEndpointOnly.includes(pathname) ? notFound(request, bindings) : bindings.ASSETS.fetch(request);
      try {
        const { deps } = await ready(bindings);
        const peer = request.headers.get(addressHeader) ?? undefined;
        const store = waking(deps.store, () => context.waitUntil(sendWakeUp(bindings)));
        const own = withoutAddress(request);
        const response = await handle(own, { peer, address: peer }, { ...deps, store });
        await readToEnd(own);
        return response;
      } catch (error) {
        await reportUnready(error);
        return notReady(request, bindings);
      }
    },

    async queue(_, bindings) {
      await deliverDue(await ready(bindings));
    },

    async scheduled({ cron, scheduledTime }, bindings) {
      const found = await ready(bindings);
      if (cron !== triggers.everyHour) return void (await deliverDue(found));
      await erase(found, scheduledTime);
      await testDelivery(found);
    },
  };
}

/** The platform's own word for who is at the other end. It writes over whatever a client sends under that name. */
const addressHeader = 'cf-connecting-ip';

/** What the platform says stands for the socket, so it is no sign of a proxy in between. */
function withoutAddress(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete(addressHeader);
  return new Request(request, { headers });
}

/** Beyond this a body is none of a form. */
const readAtMost = 64 * 1024;

/** A refusal may leave the body unread, and a connection that ends within a body may lose the answer, too. */
async function readToEnd({ bodyUsed, body }: Request): Promise<void> {
  if (bodyUsed || !body) return;
  const reader = body.getReader();
  let size = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done && size < readAtMost; chunk = await reader.read())
      size += chunk.value.length;
    await reader.cancel();
  } catch {
    // Whoever breaks off their own post waits for no answer.
  }
}

/** Says that something is due, and not what: the rows know. Where it is lost, the next minute finds them. */
async function sendWakeUp({ DELIVERIES }: Bindings): Promise<void> {
  try {
    await DELIVERIES.send('due');
  } catch (error) {
    reportToLog({ event: 'failure', failure: await failureHash(error) });
  }
}

/**
 * Erases what was kept long enough. A worker has no clock that only passes, so the watch goes by the platform's own for the trigger: one
 * that comes later than that counts as a jump, too, and the next hour erases.
 */
async function erase({ settings, deps }: Ready, scheduledTime: number | undefined): Promise<void> {
  const { store, clock, manifest, report } = deps;
  const promise = { retentionDays: manifest.operator.retentionDays, isDeskOnly: isDeskOnly(settings) };
  const findJump = () => (scheduledTime === undefined ? undefined : jumpFrom(scheduledTime, clock.now().getTime()));
  await reportRetention({ store, clock, promise }, findJump, report);
}

const notFound = (request: Request, { ASSETS }: Bindings): Promise<Response> =>
  ASSETS.fetch(new Request(new URL('/not-here/', request.url), request));

async function reportUnready(error: unknown): Promise<void> {
  if (error instanceof Refused) console.error(`Not started: ${error.message}`);
  else reportToLog({ event: 'failure', failure: await failureHash(error) });
}

/** Nothing was saved, and the built page that says so needs no settings. Programs get the same without words. */
async function notReady(request: Request, { ASSETS }: Bindings): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store', 'Retry-After': '30', 'X-Content-Type-Options': 'nosniff' };
  if (request.headers.get('content-type')?.startsWith('application/json')) {
    const problem = { type: '/problems/not-saved/', status: 503, code: 'not-saved' };
    const answer = { ...headers, 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify(problem), { status: 503, headers: answer });
  }
  const page = await ASSETS.fetch(new Request(new URL('/problems/not-saved/', request.url)));
  const answer = new Headers(page.headers);
  for (const [name, value] of Object.entries(headers)) answer.set(name, value);
  return new Response(page.body, { status: 503, headers: answer });
}

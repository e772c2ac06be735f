import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { healthAnswer } from '../http/answers.ts';
import { clientAddress } from '../http/client-address.ts';
import { handle } from '../http/handle.ts';
import type { Manifest } from '../manifest.ts';
import type { RetentionPromise } from '../retention.ts';
import { lockStore } from '../stores/lock.ts';
import { disagreement } from './agreement.ts';
import { answerBroken } from './broken-requests.ts';
import { type BuiltSite, readBuiltSite } from './built-site.ts';
import { clockFrom } from './clock.ts';
import { readyToDeliver } from './delivery.ts';
import { depsFor, reportToOutput } from './deps.ts';
import { isHandedOver } from './handed-over.ts';
import type { Delivering } from './keep-delivering.ts';
import { closing, listen, type Place, portOf } from './listen.ts';
import { openStore, storeFile } from './open-store.ts';
import { Refused } from './refused.ts';
import { keepRetention } from './retention.ts';
import { isDeskOnly, readSettings, type Settings } from './settings.ts';
import { staticFiles } from './static-files.ts';
import { orRefuse, refusalFor } from './store-trouble.ts';
import { keepTexting } from './texts.ts';
import { waking } from './waking.ts';

/** A running server. */
export interface Running {
  /** Where it listens, with a closing slash. */
  address: string;
  /** Takes no new connections, finishes what it has begun, then lets go of the store. */
  stop(): Promise<void>;
}

/** Slow clients are cut off with 408, so that they cannot hold every connection. Node looks for them every 30 seconds if not told. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 5_000,
};
/** How long a stop waits for answers under way. */
const stopPatienceMs = 5_000;

/** Starts the whole site from its settings. Throws `Refused` with the reason where it must not start. */
export async function serve(env: Readonly<Record<string, string | undefined>>, dist = 'dist'): Promise<Running> {
  const read = readSettings(env);
  if (!read.ok) throw new Refused(read.problems.join('\n'));
  const { settings } = read;
  const built = readBuiltSite(dist);
  const reason = disagreement(settings, built.manifest);
  if (reason) throw new Refused(reason);
  const place = { host: settings.HOST, port: settings.PORT, isHandedOver: isHandedOver(env, process.pid) };
  const started = await (built.manifest.takesRequests ? serveAll : servePagesOnly)(settings, built, place);
  reportToOutput({ event: 'started', buildId: built.manifest.buildId });
  return started;
}

async function serveAll(settings: Settings, built: BuiltSite, place: Place): Promise<Running> {
  const { DATA_DIR } = settings;
  const lock = orRefuse('folder', DATA_DIR, () => {
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
    return lockStore(join(DATA_DIR, 'server.lock'));
  });
  if (!lock)
    throw new Refused(`Another server uses ${DATA_DIR}. Stop it, or give this one its own: DATA_DIR=other npm start`);
  let endRetention = () => {};
  let delivering: Delivering | undefined;
  let close = () => {};
  const release = () => {
    endRetention();
    close();
    lock.release();
  };
  try {
    const opened = openStore(DATA_DIR);
    const { store } = opened;
    close = opened.close;
    const server = createServer(timeouts);
    const deps = await depsFor(
      settings,
      built,
      waking(store, () => delivering?.wake()),
      () => portOf(server),
    );
    // The first that is written: a store that can only be read is opened without a word.
    await store.keepDisclosures(built.manifest.disclosures, deps.clock.now().toISOString()).catch((error) => {
      throw refusalFor('store', storeFile(DATA_DIR), error);
    });
    const promise = retentionPromise(settings, built.manifest);
    endRetention = await keepRetention({ store, clock: deps.clock, promise }, deps.report);
    const endTexting = await keepTexting(settings, deps);
    const trustedProxies = settings.NRS_TRUSTED_PROXIES;
    const answer = (request: Request, { incoming }: { incoming: { socket: Socket } }) => {
      const peer = incoming.socket.remoteAddress;
      const address = clientAddress(peer, request.headers.get('x-forwarded-for'), trustedProxies);
      return handle(request, { peer, address }, deps);
    };
    const endpoint = getRequestListener(answer);
    answerBroken(server, deps);
    const pages = staticFiles(built.dist, built.rules);
    server.on('request', (request, response) =>
      isForEndpoint(request) ? endpoint(request, response) : pages(request, response),
    );
    const deliver = await readyToDeliver(settings, deps, stopPatienceMs);
    const started = await running(server, place, release, async () => {
      await Promise.all([delivering?.stop(), endTexting()]);
    });
    delivering = deliver();
    return started;
  } catch (error) {
    release();
    throw error;
  }
}

/** Without an endpoint nothing is taken: there are pages, and nothing else. What was taken before is still erased in time. */
async function servePagesOnly(settings: Settings, built: BuiltSite, place: Place): Promise<Running> {
  const { dist, rules, manifest } = built;
  const pages = staticFiles(dist, rules);
  const well = Object.fromEntries(healthAnswer(true, manifest).headers);
  const answer: RequestListener = (request, response) => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (!isAsked) return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    if (!isForEndpoint(request)) return pages(request, response);
    // Whoever watches the process asks the same in every shape.
    if (request.url?.startsWith('/healthz')) return response.writeHead(200, well).end('ok\n');
    return pages(request, response);
  };
  return running(createServer(timeouts, answer), place, await retentionOfOldStore(settings, manifest));
}

/** Keeps the promise of a store that an earlier start has left; resolves to what lets go of it. */
async function retentionOfOldStore(settings: Settings, manifest: Manifest): Promise<() => void> {
  const { DATA_DIR, NRS_TEST_CLOCK } = settings;
  if (!existsSync(storeFile(DATA_DIR))) return () => {};
  const { store, close } = openStore(DATA_DIR);
  const retention = { store, clock: clockFrom(NRS_TEST_CLOCK), promise: retentionPromise(settings, manifest) };
  const endRetention = await keepRetention(retention, reportToOutput);
  return () => {
    endRetention();
    close();
  };
}

const retentionPromise = (settings: Settings, { operator }: Manifest): RetentionPromise => ({
  retentionDays: operator.retentionDays,
  isDeskOnly: isDeskOnly(settings),
});

const isForEndpoint = ({ method, url }: { method?: string | undefined; url?: string | undefined }): boolean =>
  (method !== 'GET' && method !== 'HEAD') || /^\/(api(\/|\?|$)|healthz(\?|$))/.test(url ?? '');

async function running(server: Server, place: Place, release: () => void, finish = async () => {}): Promise<Running> {
  const close = closing(server, stopPatienceMs);
  const address = await listen(server, place);
  return {
    address,
    async stop() {
      await Promise.all([close(), finish()]);
      release();
    },
  };
}

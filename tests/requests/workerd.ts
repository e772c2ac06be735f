import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Manifest } from '#requests/manifest.ts';
import { quietWrangler } from '#requests/run/quiet-wrangler.ts';
import type { Database } from '#requests/stores/database.ts';
import { tinySite } from './tiny-site.ts';

const ownFolder = mkdtempSync(join(tmpdir(), 'nrs-workerd-'));
Object.assign(process.env, quietWrangler(ownFolder), { WRANGLER_LOG: 'none' });
// Wrangler reads them while it is loaded.
const { createTestHarness, experimental_readRawConfig } = await import('wrangler');

const origin = 'https://help.gov';

/** What we change of `wrangler.jsonc`. */
interface Deployed {
  $schema: string;
  assets: object;
  d1_databases: object[];
  queues: { producers: object[]; consumers: [{ queue: string; dead_letter_queue: string }] };
}

const { $schema: _, ...deployed } = experimental_readRawConfig({ config: 'wrangler.jsonc' }).rawConfig as Deployed;
const [deliveries] = deployed.queues.consumers;

/** How a worker of a test differs from the one that is deployed. */
interface Difference {
  settings: Record<string, string>;
  manifest: Partial<Manifest>;
  /** The file that is the worker. */
  main: string;
}

/** The part of a worker's default export that the platform calls with messages. */
interface Consumer {
  queue(name: string, messages: readonly object[]): Promise<{ outcome: string }>;
}

/**
 * A worker in the real runtime, on this computer and in memory, with the D1, the queues and the assets of `wrangler.jsonc`. Only
 * the waits of the queue are shorter. Its clock is the test: nothing is triggered by itself.
 */
export async function workerd({ settings, manifest, main }: Difference) {
  const site = tinySite({ origin, ...manifest });
  const ours = { database_id: 'local', migrations_dir: resolve('migrations') };
  const harness = createTestHarness({
    workers: [
      {
        config: {
          ...deployed,
          main: resolve(main),
          assets: { ...deployed.assets, directory: `${site}/dist` },
          d1_databases: deployed.d1_databases.map((store) => ({ ...store, ...ours })),
          queues: { ...deployed.queues, consumers: [{ ...deliveries, max_batch_timeout: 0, retry_delay: 1 }] },
          vars: { NRS_MODE: 'rehearsal', NRS_ORIGIN: origin, ...settings },
        },
      },
      {
        config: {
          name: 'dead-letters',
          main: resolve('tests/requests/dead-letters.ts'),
          compatibility_date: '2026-10-01',
          queues: { consumers: [{ queue: deliveries.dead_letter_queue, max_batch_timeout: 0 }] },
        },
      },
    ],
  });
  await harness.listen();
  const worker = harness.getWorker<{ STORE: Database; DELIVERIES: { send(word: string): Promise<unknown> } }>();
  await worker.applyD1Migrations('STORE');
  const { STORE, DELIVERIES } = await worker.getEnv();
  const consumer = (await worker.getExport()) as unknown as Consumer;
  const said = () => harness.getLogs().map(({ message }) => message);
  return {
    store: STORE,
    queue: DELIVERIES,
    /** Asks for a path, from an address of its own. */
    fetch: (path: string, init?: RequestInit) => ask(worker, fromElsewhere(new Request(origin + path, init))),
    ask: (request: Request) => ask(worker, request),
    /** A trigger of the clock. */
    scheduled: (cron: string) => worker.scheduled({ cron }),
    /** Hands a message to the consumer, past the queue. Resolves to how that ended. */
    async deliver(): Promise<string> {
      const message = { id: crypto.randomUUID(), timestamp: new Date(), body: 'due', attempts: 1 };
      return (await consumer.queue(deliveries.queue, [message])).outcome;
    },
    /** What it has logged since the last `forget`. */
    said,
    /** How many messages were given up. */
    deadLetters: () => said().filter((line) => line === 'A message was given up').length,
    forget: () => harness.clearLogs(),
    async close() {
      await harness.close();
      for (const folder of [site, ownFolder]) rmSync(folder, { recursive: true });
    },
  };
}

let addresses = 0;
/** From an address that nobody else has, as the platform would say. */
function fromElsewhere(request: Request): Request {
  addresses += 1;
  request.headers.set('cf-connecting-ip', `203.0.${addresses >> 8}.${addresses & 255}`);
  return request;
}

type Fetch = ReturnType<typeof createTestHarness>['fetch'];

/** Sends a request of this process; the answer is one of this process, too. Without a length of its own, a body is sent in pieces. */
async function ask({ fetch }: { fetch: Fetch }, request: Request): Promise<Response> {
  const { url, method } = request;
  const headers = [...request.headers].filter(([name]) => name !== 'content-length');
  const sent = request.headers.has('content-length') ? await request.arrayBuffer() : request.body;
  const init = { method, headers, body: sent, duplex: 'half', redirect: 'manual' } as Parameters<Fetch>[1];
  const { status, headers: answered, body } = await fetch(url, init);
  return new Response(body as ReadableStream | null, { status, headers: [...answered] });
}

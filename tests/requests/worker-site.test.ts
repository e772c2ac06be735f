import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bindings } from '#requests/run/bindings.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { triggers } from '#requests/run/triggers.ts';
import { workerSite } from '#requests/run/worker-site.ts';
import type { Database } from '#requests/stores/database.ts';
import { migrations } from '#requests/stores/migrations.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { openSqlite } from '#requests/stores/sqlite.ts';
import { goodRequest, manifestOf } from './fixtures.ts';
import { tinySite } from './tiny-site.ts';

const keys = await makeKeys('test');
const origin = 'https://help.gov';

const said = { log: [] as string[], error: [] as string[] };
let folder = '';
beforeEach(() => {
  folder = tinySite({ mode: 'rehearsal', origin });
  vi.spyOn(console, 'log').mockImplementation((line) => said.log.push(line));
  vi.spyOn(console, 'error').mockImplementation((line) => said.error.push(line));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
  said.log = [];
  said.error = [];
});

/** The files of the site, as the platform gives them to the worker. */
const assets = {
  async fetch({ url }: Request) {
    const { pathname } = new URL(url);
    try {
      const file = join(folder, 'dist', pathname.replace(/\/$/, '/index.html'));
      return new Response(readFileSync(file), { headers: { 'Content-Type': 'text/html' } });
    } catch {
      return new Response('not here', { status: 404 });
    }
  },
};

const applied = 'INSERT INTO d1_migrations (name) VALUES (?)';
let stores = 0;
const newStore = async (names: readonly string[] = migrations): Promise<Database> => {
  stores += 1;
  const database = openSqlite(join(folder, `${stores}.sqlite`));
  await database.prepare('CREATE TABLE d1_migrations (name TEXT)').bind().run();
  await database.batch(names.map((name) => database.prepare(applied).bind(name)));
  return database;
};

/** A worker with everything it needs; `changes` takes or breaks some of it. */
async function worker(changes: Partial<Bindings> = {}) {
  const sent: unknown[] = [];
  const STORE = changes.STORE ?? (await newStore());
  const bindings: Bindings = {
    ASSETS: assets,
    STORE,
    DELIVERIES: { send: async (message) => sent.push(message) },
    NRS_MODE: 'rehearsal',
    NRS_ORIGIN: origin,
    ...keys,
    ...changes,
  };
  const deliverDue = vi.fn(async (_: unknown): Promise<void> => {});
  const testDelivery = vi.fn(async (_: unknown): Promise<void> => {});
  const site = workerSite({ deliverDue, testDelivery });
  const later: Promise<unknown>[] = [];
  const fetch = async (path: string, init?: RequestInit) => {
    const response = await site.fetch(new Request(origin + path, init), bindings, {
      waitUntil: (work) => later.push(work),
    });
    await Promise.all(later);
    return response;
  };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch('/api/v1/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body: JSON.stringify(body),
    });
  return { site, bindings, deliverDue, testDelivery, sent, fetch, post, store: sqlStore(STORE) };
}

test('a saved request wakes the queue, with a word that says nothing about it', async () => {
  const { post, sent, store } = await worker();
  const response = await post(goodRequest);
  expect(response.status).toBe(201);
  expect(await store.list()).toHaveLength(1);
  expect(sent).toEqual(['due']);
});

test('a request that is taken back wakes the queue once, a refused one never', async () => {
  const { fetch, post, sent } = await worker();
  expect((await post({ ...goodRequest, phone: '911' })).status).toBe(422);
  expect(sent).toEqual([]);
  const { cancelUrl } = await (await post(goodRequest)).json();
  for (const _ of [1, 2]) expect((await fetch(cancelUrl, { method: 'POST' })).status).toBe(200);
  expect(sent).toEqual(['due', 'due']);
});

test('a request counts as saved where the queue is down', async () => {
  const down = { send: () => Promise.reject(new Error('queue of 217 555 0142 is down')) };
  const { post, store } = await worker({ DELIVERIES: down });
  expect((await post(goodRequest)).status).toBe(201);
  expect(await store.list()).toHaveLength(1);
  expect(said.log.join()).toContain('"event":"failure"');
  expect(said.log.join()).not.toContain('0142');
});

test('queue and clock both deliver what is due, and hear of it when that fails', async () => {
  const { site, bindings, deliverDue } = await worker();
  await site.queue({}, bindings);
  await site.scheduled({ cron: triggers.everyMinute }, bindings);
  expect(deliverDue).toHaveBeenCalledTimes(2);
  deliverDue.mockRejectedValue(new Error('no way out'));
  await expect(site.queue({}, bindings)).rejects.toThrow('no way out');
});

test('every hour erases what was kept long enough, and tests the way out', async () => {
  const { site, bindings, deliverDue, testDelivery } = await worker();
  await site.scheduled({ cron: triggers.everyHour }, bindings);
  expect(said.log.join()).toContain('"event":"retention","erasedRequests":0');
  expect(deliverDue).not.toHaveBeenCalled();
  expect(testDelivery).toHaveBeenCalledOnce();
});

test.each([
  ['forward', -11 * 60_000],
  ['back', 11 * 60_000],
])(
  'a worker whose clock jumped %s by the platform’s clock says so, and erases nothing on the word of one that is ahead',
  async (jump, apart) => {
    const { site, bindings } = await worker();
    await site.scheduled({ cron: triggers.everyHour, scheduledTime: Date.now() + apart }, bindings);
    expect(said.log.join()).toContain(`"event":"clock-jumped","jump":"${jump}"`);
    expect(said.log.join().includes('"event":"retention"')).toBe(jump === 'back');
  },
);

test('wrangler.jsonc has the triggers that the worker knows, and nothing of anybody', () => {
  const file = readFileSync('wrangler.jsonc', 'utf8');
  expect(file).toContain(`"crons": ${JSON.stringify(Object.values(triggers)).replace(',', ', ')}`);
  expect(file).not.toMatch(/account_id|database_id|"vars"|NRS_/);
});

test('fifty posts at once with one key are one request', async () => {
  const { post, store } = await worker();
  const requestId = '3f2b8c1e-7a54-4d0e-9b1a-2c6d5e4f3a21';
  const responses = await Promise.all(Array.from({ length: 50 }, () => post({ ...goodRequest, requestId })));
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201]);
  expect(await store.list()).toHaveLength(1);
});

test('the sixth request of an address within ten minutes has to wait; the platform alone says whose it is', async () => {
  const { post } = await worker();
  const from = (address: string) => post(goodRequest, { 'cf-connecting-ip': address, 'x-forwarded-for': '192.0.2.9' });
  for (let count = 0; count < 5; count += 1) expect((await from('192.0.2.1')).status).toBe(201);
  expect((await from('192.0.2.1')).status).toBe(429);
  expect((await from('192.0.2.2')).status).toBe(201);
});

test('a post that is refused before it is read is read all the same, so that its answer arrives', async () => {
  const { fetch } = await worker();
  let left = 20;
  const body = new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left === 0) controller.close();
      else controller.enqueue(new Uint8Array(100));
    },
  });
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  expect((await fetch('/api/v1/requests', init)).status).toBe(403);
  expect(left).toBe(0);
});

test('files for the endpoint alone are given to nobody else; pages are', async () => {
  const { fetch } = await worker();
  expect((await fetch('/endpoint.json')).status).toBe(404);
  expect((await fetch('/headers.json')).status).toBe(404);
  expect((await fetch('/guides/')).status).toBe(200);
});

test.each([
  {
    case: 'tables that are behind',
    change: async () => ({ STORE: await newStore(migrations.slice(0, 1)) }),
    says: /^Not started: The D1 store lacks 0002_delivery_slots_texts\.sql\. Apply: npx wrangler d1 migrations apply/,
  },
  {
    case: 'a missing key',
    change: async () => ({ NRS_PUBLIC_KEY: '' }),
    says: /^Not started: NRS_PUBLIC_KEY is missing: requests cannot be sealed without it\.$/,
  },
  {
    case: 'a key that is none',
    change: async () => ({ NRS_PUBLIC_KEY: 'k1:AAAA' }),
    says: /^Not started: NRS_PUBLIC_KEY is not an RSA public key/,
  },
  {
    case: 'a carrier of texts without the key that opens',
    change: async () => ({
      ...{ NRS_SMS_URL: 'https://messages.example.org', NRS_SMS_ACCOUNT: 'AC1', NRS_SMS_TOKEN: 't' },
      ...{ NRS_SMS_FROM: '+12175550100', NRS_PRIVATE_KEY: '' },
    }),
    says: /^Not started: NRS_PRIVATE_KEY does not hold the key "test" of NRS_PUBLIC_KEY\. NRS_SMS_URL needs it/,
  },
  {
    case: 'another mode than the build',
    change: async () => ({ NRS_MODE: 'demo' }),
    says: /^Not started: The site was built with NRS_MODE=rehearsal and is started with NRS_MODE=demo\./,
  },
  {
    case: 'a site that takes no requests',
    change: async () => ({ NRS_REQUESTS: 'off' }),
    says: /^Not started: NRS_REQUESTS is off\. A site that takes no requests needs no worker/,
  },
  {
    case: 'a test clock',
    change: async () => ({ NRS_TEST_CLOCK: 'clock.txt' }),
    says: /^Not started: NRS_TEST_CLOCK is a file, and a worker has none\./,
  },
])('$case: posts are told that nothing was saved, the log says why in one line, pages stay', async (fault) => {
  const { fetch, post, sent } = await worker((await fault.change()) as Partial<Bindings>);
  const asProgram = await post(goodRequest);
  expect([asProgram.status, await asProgram.json()]).toMatchObject([503, { code: 'not-saved' }]);
  const asForm = await fetch('/api/v1/requests', { method: 'POST', body: new URLSearchParams(goodRequest) });
  expect([asForm.status, asForm.headers.get('cache-control'), await asForm.text()]).toEqual([
    503,
    'no-store',
    'problem not-saved',
  ]);
  expect(said.error[0]).toMatch(fault.says);
  expect(said.error[0]).not.toContain('\n');
  expect(sent).toEqual([]);
  expect((await fetch('/healthz')).status).toBe(503);
  expect((await fetch('/guides/')).status).toBe(200);
});

test('the real site on D1 is refused while it tells readers of no history of the database', async () => {
  const real = (historyDays: number) => {
    rmSync(folder, { recursive: true });
    const { operator, pages } = manifestOf();
    const { 'text-info': _, ...withoutTexts } = pages;
    folder = tinySite({
      ...{ mode: 'production', origin, pages: withoutTexts, callInstead: '1-800-662-4357' },
      operator: { ...operator, historyDays },
    });
    return worker({ NRS_MODE: 'production' });
  };
  expect((await (await real(0)).post(goodRequest)).status).toBe(503);
  expect(said.error[0]).toMatch(
    /^Not started: content\/site\.yaml says operator\.historyDays: 0, and D1 keeps 30 days/,
  );
  expect((await (await real(7)).post(goodRequest)).status).toBe(201);
});

test('a store that was brought up to date is used from the next request on', async () => {
  const STORE = await newStore(migrations.slice(0, 1));
  const { post } = await worker({ STORE });
  expect((await post(goodRequest)).status).toBe(503);
  await STORE.prepare(applied)
    .bind(migrations[1] ?? '')
    .run();
  expect((await post(goodRequest)).status).toBe(201);
});

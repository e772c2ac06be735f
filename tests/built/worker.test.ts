import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test, vi } from 'vitest';
import { texts } from '../requests/fixtures.ts';
import { receiver, webhookSecret } from '../requests/receiver.ts';
import { startWorker } from './local-worker.ts';

const desk = await receiver();
const worker = await startWorker({ NRS_WEBHOOK_URL: desk.url, NRS_WEBHOOK_SECRET: webhookSecret });
afterAll(async () => {
  await desk.close();
  await worker.stop();
  worker.clear();
});
const { origin } = worker;

const goodRequest = {
  kind: 'callback',
  locale: 'en',
  disclosureVersion: '2026-11-23',
  phone: '217 555 0142',
  timeZone: 'America/Chicago',
  contactWindow: 'weekday-morning',
  voicemail: 'none',
  someoneElseAnswers: 'hang-up',
};
const get = (path: string) => fetch(origin + path, { redirect: 'manual' });
const json = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const form = (fields: Record<string, string>) =>
  fetch(`${origin}/api/v1/requests`, { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) });

test('a request is on the disk of D1, sealed, with its evidence and its news, before it is acknowledged', async () => {
  const response = await json(goodRequest);
  expect(response.status).toBe(201);
  const { reference, whatNext } = await response.json();
  expect(whatNext).toBe(texts.en.confirmation.nobodyCalls.demo);
  const tables = `SELECT r.reference, r.body, k.key_id, e.status, o.type FROM request r
    JOIN request_key k ON k.request_id = r.id JOIN evidence e ON e.request_id = r.id JOIN outbox o ON o.request_id = r.id
    WHERE r.reference = '${reference}'`;
  const [row, ...more] = worker.rows(tables);
  expect(row).toMatchObject({ reference, key_id: 'demo', status: 'active', type: 'request.created' });
  expect(more).toEqual([]);
  expect(JSON.stringify(row)).not.toContain('555');
});

test('what was acknowledged is told to the operator, signed and opened', async () => {
  const { reference } = await (await json({ ...goodRequest, name: 'Ana' })).json();
  const arrived = await vi.waitFor(() => {
    const found = desk.arrived.find(({ data }) => data['reference'] === reference);
    expect(found).toBeDefined();
    return found;
  }, 20_000);
  expect(arrived).toMatchObject({
    type: 'request.created',
    data: { kind: 'callback', name: 'Ana', phone: '+12175550142' },
  });
});

test('evidence is chained beside the requests', async () => {
  expect((await json(goodRequest)).status).toBe(201);
  await vi.waitFor(() => {
    const [counts] = worker.rows(
      'SELECT (SELECT count(*) FROM evidence) AS written, (SELECT count(*) FROM evidence_chain) AS chained',
    ) as { written: number; chained: number }[];
    expect(counts?.chained).toBe(counts?.written);
  }, 20_000);
});

test('a key sent twice is one request, fifty times at once, too', async () => {
  const requestId = randomUUID();
  const responses = await Promise.all(Array.from({ length: 50 }, () => json({ ...goodRequest, requestId })));
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201]);
  const bodies = await Promise.all(responses.map((response) => response.text()));
  expect(new Set(bodies).size).toBe(1);
  const again = await json({ ...goodRequest, phone: '217 555 0143', requestId });
  expect([again.status, (await again.json()).code]).toEqual([422, 'key-reused']);
});

test('a form without script is answered with the page itself, in its language', async () => {
  const response = await form({ ...goodRequest, locale: 'es' });
  expect(response.status).toBe(201);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).toContain('<html lang="es"');
  expect(html).toContain(texts.es.confirmation.nobodyCalls.demo);
  expect(html).not.toMatch(/<form|<script|\[\[/);
});

test('a form with a mistake comes back with what was typed', async () => {
  const response = await form({ ...goodRequest, phone: '12', name: "D'Arcy" });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('Enter a US phone number, like 217 555 0142');
  expect(html).toContain('value="D&#39;Arcy"');
});

test('the link of a confirmation shows first and erases then: the data key is gone from the disk', async () => {
  const { reference, cancelUrl } = await (await json(goodRequest)).json();
  const keys = `SELECT wrapped_key FROM request_key JOIN request ON id = request_id WHERE reference = '${reference}'`;
  expect((await get(cancelUrl)).status).toBe(200);
  expect(worker.rows(keys)).toHaveLength(1);
  expect((await fetch(origin + cancelUrl, { method: 'POST' })).status).toBe(200);
  expect(worker.rows(keys)).toEqual([]);
  expect(worker.rows(`SELECT body FROM request WHERE reference = '${reference}'`)).toEqual([{ body: null }]);
});

test('free times are told without any personal data', async () => {
  const response = await get('/api/v1/slots');
  const { zone, slots } = await response.json();
  expect([response.status, zone]).toEqual([200, 'America/Chicago']);
  expect(slots.length).toBeGreaterThan(100);
  expect(slots[0]).toEqual({ id: expect.any(String), start: expect.any(String), end: expect.any(String) });
});

test('a post from another site is refused', async () => {
  const response = await json(goodRequest, { 'sec-fetch-site': 'cross-site' });
  expect([response.status, (await response.json()).code]).toEqual([403, 'cross-site']);
});

test('the demonstration takes nothing that came through somebody else', async () => {
  const response = await json(goodRequest, { 'x-forwarded-for': '192.0.2.7' });
  expect([response.status, (await response.json()).code]).toEqual([503, 'demo-elsewhere']);
});

const rules: { prefix: string; headers: Record<string, string> }[] = JSON.parse(
  readFileSync('dist/headers.json', 'utf8'),
);

test.each([
  '/',
  '/guides/what-is-iop/',
  '/es/contacto/llamada/',
  '/search/index.json',
  '/pagefind/en/pagefind-worker.js',
  '/robots.txt',
])('%s has exactly the headers that the build gives it', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  const wanted = rules.find(({ prefix }) => path.startsWith(prefix))?.headers ?? {};
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  for (const name of names) expect([name, response.headers.get(name)]).toEqual([name, wanted[name] ?? null]);
  expect([...response.headers.keys()]).not.toContain('set-cookie');
});

test('an answer of the endpoint has the headers of an answer for programs, and no cookie', async () => {
  const { headers } = await json(goodRequest);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining('sandbox'),
    'cross-origin-resource-policy': 'same-origin',
    vary: 'Origin, Sec-Fetch-Site',
    'x-content-type-options': 'nosniff',
  });
  expect([...headers.keys()].filter((name) => /^(set-cookie|access-control-.*)$/.test(name))).toEqual([]);
});

test('what is no page is answered with the page that says so', async () => {
  for (const path of ['/nothing-here/', '/endpoint.json', '/headers.json', '/build-id.txt', '/_headers']) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toContain('<html');
  }
  const api = await get('/api/v1/nothing');
  expect([api.status, (await api.json()).code]).toEqual([404, 'not-found']);
  expect((await get('/api/v1/requests')).headers.get('allow')).toBe('POST');
});

test('an address without its slash leads to the page, and one that moved to its new place', async () => {
  const withoutSlash = await get('/guides');
  expect([withoutSlash.status, withoutSlash.headers.get('location')]).toEqual([307, '/guides/']);
  const [, from = '', to = ''] = /^(\S+\/) (\S+) 301$/m.exec(readFileSync('dist/_redirects', 'utf8')) ?? [];
  if (from) expect((await get(from)).headers.get('location')).toBe(to);
});

test('the clock erases what was kept long enough, and what was said holds nothing that anybody typed', async () => {
  const cron = new URLSearchParams({ cron: '17 * * * *' });
  expect((await get(`/cdn-cgi/handler/scheduled?${cron}`)).status).toBe(200);
  expect((await get('/healthz')).status).toBe(200);
  expect(worker.said()).toContain('"event":"retention"');
  expect(worker.said()).not.toMatch(/555.?0142|D'Arcy/);
});

test('a stop is clean, and what was acknowledged is still on the disk', async () => {
  const { reference } = await (await json(goodRequest)).json();
  expect(await worker.stop()).toBe(0);
  expect(worker.rows(`SELECT reference FROM request WHERE reference = '${reference}'`)).toHaveLength(1);
});

test('a worker that could take no request says why in one line and ends', async () => {
  const failed = await startWorker({ NRS_TEST_CLOCK: 'clock.txt' }).catch(String);
  expect(failed).toMatch(
    /ended with code 1 before it listened:\nNot started: NRS_TEST_CLOCK is a file, and a worker has none\. .+\n$/,
  );
});

/** Kilobytes that Cloudflare counts against a worker are those of its gzip. */
test('the worker is small enough to start fast', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-bundle-'));
  const args = ['scripts/run.mjs', 'scripts/wrangler.ts', 'deploy', '--dry-run', '--outdir', folder];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const script = readFileSync(join(folder, 'worker.js'));
  rmSync(folder, { recursive: true });
  const bytes = gzipSync(script, { level: 6 }).length;
  console.log(`The worker has ${Math.round(bytes / 1000)} kB in gzip`);
  expect(bytes).toBeLessThanOrEqual(300_000);
  expect(existsSync('dist/.assetsignore')).toBe(true);
});

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '#requests/run/open-store.ts';
import { goodRequest } from './fixtures.ts';
import { start, tinySite } from './tiny-site.ts';

// Each test starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const folders: string[] = [];
const processes: { kill(): unknown }[] = [];
afterEach(() => {
  for (const process of processes.splice(0)) process.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newSite(...site: Parameters<typeof tinySite>): string {
  const folder = tinySite(...site);
  folders.push(folder);
  return folder;
}

async function running(folder: string, env: Record<string, string> = {}) {
  const server = await start(folder, env);
  processes.push({ kill: () => server.process.kill('SIGKILL') });
  return server;
}

/** Whether a word stands in any file of the store. */
const isInStore = (folder: string, word: string): boolean =>
  readdirSync(join(folder, 'data')).some((file) => readFileSync(join(folder, 'data', file)).includes(word));

const post = (origin: string, body: Record<string, string>) =>
  fetch(`${origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('whatever was acknowledged before a kill is there after it, once', { timeout: 60_000 }, async () => {
  const folder = newSite();
  const acknowledged = new Map<string, string>();
  const sent: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { process, origin, ended } = await running(folder);
    const send = async () => {
      const requestId = randomUUID();
      sent.push(requestId);
      const response = await post(origin, { ...goodRequest, requestId }).catch(() => undefined);
      const body = await response?.json().catch(() => undefined);
      if (body) acknowledged.set(requestId, body.reference);
      return response !== undefined;
    };
    const client = async () => {
      while (await send());
    };
    const clients = Array.from({ length: 8 }, client);
    while (acknowledged.size < 20 * (round + 1)) await new Promise(setImmediate);
    process.kill('SIGKILL');
    await Promise.all([...clients, ended]);
  }

  const { origin } = await running(folder);
  const again = await Promise.all(sent.map((requestId) => post(origin, { ...goodRequest, requestId })));
  const references = new Map<string, string>();
  for (const [index, response] of again.entries()) references.set(sent[index] ?? '', (await response.json()).reference);
  for (const [requestId, reference] of acknowledged) expect(references.get(requestId)).toBe(reference);

  const { store, close } = openStore(join(folder, 'data'));
  const { requests, evidence, outbox } = await store.stats();
  close();
  expect([requests.open, evidence.active, outbox.due]).toEqual([sent.length, sent.length, sent.length]);
});

test('a second server on the same store is refused in one line', async () => {
  const folder = newSite();
  await running(folder);
  const second = await running(folder);
  expect(await second.ended).toBe(1);
  expect(second.said()).toBe(
    'Not started: Another server uses data. Stop it, or give this one its own: DATA_DIR=other npm start\n',
  );
});

test('a stop finishes cleanly and lets go of the store', async () => {
  const folder = newSite();
  const first = await running(folder);
  expect((await post(first.origin, goodRequest)).status).toBe(201);
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect((await running(folder)).origin).not.toBe('');
});

test.each([
  {
    case: 'a bad setting',
    env: { NRS_MODE: 'live' },
    says: 'Not started: NRS_MODE must be demo, rehearsal or production, found "live". Example: NRS_MODE=demo\n',
  },
  {
    case: 'another mode than the build',
    env: { NRS_MODE: 'rehearsal' },
    says: 'Not started: The site was built with NRS_MODE=demo and is started with NRS_MODE=rehearsal. Build and start it with the same mode.\n',
  },
  {
    case: 'a test clock without a time',
    env: { NRS_TEST_CLOCK: 'none.txt' },
    says: 'Not started: NRS_TEST_CLOCK: no ISO time in none.txt. Write one into it, for example 2026-11-22T15:00:00Z\n',
  },
])('$case stops the start with its name', async ({ env, says }) => {
  const server = await running(newSite(), env as unknown as Record<string, string>);
  expect([await server.ended, server.said()]).toEqual([1, says]);
});

/** Sends bytes that no client library would, and gives the answer as it came. */
const sendRaw = (origin: string, bytes: string | Buffer) =>
  new Promise<string>((done) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => done(answer));
  });

test('what HTTP itself forbids is answered as a mistake of the client', async () => {
  const { origin } = await running(newSite());
  const post = 'POST /api/v1/requests HTTP/1.1\r\n';
  const status = async (bytes: string) => (await sendRaw(origin, bytes)).split('\r\n', 1)[0];
  const badRequest = 'HTTP/1.1 400 Bad Request';
  expect(await status(`${post}\r\n`), 'no Host').toBe(badRequest);
  expect(await status(`${post}Host: a b\r\n\r\n`), 'a broken Host').toBe(badRequest);
  expect(await status('OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'), 'no address').toBe(badRequest);
  expect(await status(`${post}Host: x\r\nContent-Length: many\r\n\r\n`), 'no length').toBe(badRequest);
  const tooBig = await sendRaw(origin, `${post}Host: x\r\nMore: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(tooBig).toContain('HTTP/1.1 431 Request Header Fields Too Large');
  expect(tooBig).toContain('"code":"headers-too-big"');
});

test('garbage on the wire does not end the process', async () => {
  const folder = newSite();
  const { origin } = await running(folder);
  const raw = (bytes: string | Buffer) => sendRaw(origin, bytes);
  const line = 'POST /api/v1/requests HTTP/1.1\r\n';
  await raw('\0\xff\r\n\r\n');
  await raw('GET / HTTP/9.9\r\n\r\n');
  await raw(`${line}\r\n`);
  await raw(`${line}Host: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"ki`);
  await raw(`${line}Host: a b\r\n\r\n`);
  await raw(`GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n`);
  await raw(`GET ${'/a'.repeat(9000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await raw(`GET //evil.example/%2e%2e/ HTTP/1.1\r\nHost: x\r\n\r\n`);
  await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n`);
  await raw(Buffer.alloc(70_000, 'A'));
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect((await post(origin, goodRequest)).status).toBe(201);
});

test('pages are served with their headers, moved to their slash, or missed with the page for that', async () => {
  const { origin } = await running(newSite());
  const home = await fetch(`${origin}/`);
  expect([home.status, home.headers.get('x-frame-options')]).toEqual([200, 'DENY']);
  const moved = await fetch(`${origin}/guides`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/guides/']);
  for (const old of ['/guides/old-name/', '/guides/old-name']) {
    const { status, headers } = await fetch(origin + old, { redirect: 'manual' });
    // Browsers keep a 301 for good unless told otherwise, a wrong one, too.
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([301, '/guides/', 'no-cache']);
  }
  const missing = await fetch(`${origin}/nothing/`);
  expect([missing.status, await missing.text()]).toEqual([404, '<title>Not here</title>']);
  for (const hidden of ['/endpoint.json', '/headers.json', '/_redirects', '/_headers'])
    expect((await fetch(origin + hidden)).status).toBe(404);
  expect((await fetch(`${origin}/guides/`, { method: 'PUT' })).status).toBe(405);
});

test('the page for a missing address comes in its small copy to whoever takes it', async () => {
  const folder = newSite();
  writeFileSync(join(folder, 'dist', '404.html.br'), brotliCompressSync('<title>Small</title>'));
  const { origin } = await running(folder);
  const small = await fetch(`${origin}/nothing/`, { headers: { 'accept-encoding': 'br' } });
  expect([small.status, small.headers.get('content-encoding')]).toEqual([404, 'br']);
  expect(await small.text()).toBe('<title>Small</title>');
  const whole = await fetch(`${origin}/nothing/`, { headers: { 'accept-encoding': 'identity' } });
  expect([whole.status, await whole.text()]).toEqual([404, '<title>Not here</title>']);
});

test('the packed files of a search are sent as they are, as bytes of no other type', async () => {
  const folder = newSite();
  const packed = [
    'pagefind/en/wasm.en.pagefind',
    'pagefind/en/pagefind.en_1a2b.pf_meta',
    'pagefind/en/index/en_1a2b.pf_index',
  ];
  for (const file of packed) {
    mkdirSync(dirname(join(folder, 'dist', file)), { recursive: true });
    writeFileSync(join(folder, 'dist', file), 'packed');
  }
  const { origin } = await running(folder);
  for (const file of packed) {
    const { headers } = await fetch(`${origin}/${file}`);
    expect(headers.get('content-type'), file).toBe('application/octet-stream');
    expect(headers.get('content-encoding'), file).toBeNull();
  }
});

test('no file and no log line of a server holds a readable number or name', async () => {
  const folder = newSite();
  const { origin, said } = await running(folder);
  const response = await post(origin, { ...goodRequest, name: 'Canary Name', canary: 'Canary Name' });
  expect(response.status).toBe(201);
  await post(origin, { ...goodRequest, phone: '217 555 0142 x' });
  const data = join(folder, 'data');
  const bytes = readdirSync(data)
    .map((file) => readFileSync(join(data, file), 'latin1'))
    .join('');
  for (const readable of ['2175550142', '217 555 0142', 'Canary']) {
    expect(bytes).not.toContain(readable);
    expect(said()).not.toContain(readable);
  }
});

/** A server with a request from 1 December and one from 30 days later, where its clock stands. */
async function twoRequestsAMonthApart() {
  const folder = newSite();
  const clock = { NRS_TEST_CLOCK: 'clock.txt' };
  const setClock = (time: string) => writeFileSync(join(folder, 'clock.txt'), time);
  setClock('2026-12-01T12:00:00Z');
  const server = await running(folder, clock);
  const ask = async (phone: string): Promise<string> =>
    (await (await post(server.origin, { ...goodRequest, phone, name: 'Canary Name' })).json()).reference;
  const old = await ask('217 555 0142');
  setClock('2026-12-31T12:00:00Z');
  const young = await ask('217 555 0143');
  const sealedOf = async (reference: string) => {
    const { store, close } = openStore(join(folder, 'data'));
    const found = await store.find(reference);
    close();
    return found?.sealed;
  };
  return { folder, clock, setClock, server, old, young, sealedOf };
}

const desk = (folder: string, words: string, env: Record<string, string>) => {
  const args = ['--disable-warning=ExperimentalWarning', resolve('src/ops/ops.ts'), ...words.split(' '), '--json'];
  return JSON.parse(
    spawnSync(process.execPath, args, { cwd: folder, env: { PATH: process.env['PATH'], ...env } }).stdout.toString(),
  );
};

test('31 days on, nothing of a request is left in the raw store, and one of yesterday stays', async () => {
  const { folder, clock, setClock, server, old, young, sealedOf } = await twoRequestsAMonthApart();
  const { body = '', wrappedKey = '' } = (await sealedOf(old)) ?? {};
  expect([isInStore(folder, body), isInStore(folder, wrappedKey)]).toEqual([true, true]);

  server.process.kill('SIGKILL');
  await server.ended;
  setClock('2027-01-01T12:00:00Z');
  const again = await running(folder, clock);
  expect(again.said()).toContain('"event":"retention","erasedRequests":1,"deletedBindings":0}');

  for (const gone of [body, wrappedKey, '2175550142', '217 555 0142', 'Canary'])
    expect(isInStore(folder, gone)).toBe(false);
  expect(await sealedOf(young)).toBeDefined();
  expect(desk(folder, 'requests list', clock)).toMatchObject([
    { reference: young, state: 'open' },
    { reference: old, state: 'erased' },
  ]);
  expect(desk(folder, `requests show ${old}`, clock)).not.toHaveProperty('phone');
  expect(desk(folder, `requests show ${young}`, clock)).toMatchObject({ phone: '+12175550143' });
});

test('the desk runs retention beside the server', async () => {
  const { folder, clock, setClock, old, sealedOf } = await twoRequestsAMonthApart();
  const { body = '', wrappedKey = '' } = (await sealedOf(old)) ?? {};
  expect(desk(folder, 'retention --run', clock)).toEqual({ erasedRequests: 1, deletedBindings: 0 });
  setClock('2027-01-01T12:00:00Z');
  expect(desk(folder, 'retention --run', clock)).toEqual({ erasedRequests: 0, deletedBindings: 0 });
  for (const gone of [body, wrappedKey]) expect(isInStore(folder, gone)).toBe(false);
});

test('a site that stopped taking requests still erases in time what it had taken', async () => {
  const { folder, clock, setClock, server, old, young, sealedOf } = await twoRequestsAMonthApart();
  server.process.kill('SIGTERM');
  await server.ended;
  setClock('2027-01-01T12:00:00Z');
  const manifest = join(folder, 'dist', 'endpoint.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), takesRequests: false }));
  const pagesOnly = await running(folder, { ...clock, NRS_REQUESTS: 'off' });
  expect([await sealedOf(old), typeof (await sealedOf(young))]).toEqual([undefined, 'object']);
  pagesOnly.process.kill('SIGTERM');
  expect(await pagesOnly.ended).toBe(0);
});

test('a site without requests serves pages and takes nothing', async () => {
  const folder = newSite({ mode: 'demo', takesRequests: false });
  const { origin } = await running(folder, { NRS_REQUESTS: 'off' });
  expect((await fetch(`${origin}/guides/`)).status).toBe(200);
  expect((await post(origin, goodRequest)).status).toBe(405);
  expect(readdirSync(folder)).toEqual(['dist']);
});

import { request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { fromBase64 } from '#requests/bytes.ts';
import { ids } from '#requests/run/deps.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { nodeSealerFor } from '#requests/stores/node-seal.ts';
import { openerFor } from '#requests/stores/seal.ts';
import type { Desk } from '../../src/ops/desk.ts';
import { serveDesk } from '../../src/ops/page/serve.ts';
import { manifestOf } from '../requests/fixtures.ts';
import { acceptance, at, type Changes } from '../requests/rows.ts';

const named = (text: string) => ({ keyId: text.split(':')[0] ?? '', key: fromBase64(text.split(':')[1] ?? '') });
const keys = await makeKeys('k1');
const sealer = nodeSealerFor(named(keys.NRS_PUBLIC_KEY));
const opener = await openerFor([named(keys.NRS_PRIVATE_KEY)]);

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

/** A desk with requests, and a browser that keeps one cookie. */
async function rig(options: { idle?: number } = {}) {
  const store = memoryStore();
  const desk = {
    ...{ store, ids, user: 'somebody', clock: { now: () => new Date(at) } },
    operator: () => manifestOf().operator,
    opener: async () => opener,
    subjectKey: async () => '',
  } as unknown as Desk;
  const running = await serveDesk(desk, options);
  if (typeof running === 'string') throw new Error(running);
  const { origin, pathname } = new URL(running.link);
  const base = `/${pathname.split('/')[1]}/`;
  let cookie = '';
  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const response = await fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie && { cookie }), connection: 'close', ...init.headers },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
    });
  const desks = {
    ...{ store, running, origin, base, send, post, opening: pathname },
    async enter(by = 'Bea') {
      const { headers } = await post(pathname, { by });
      cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return headers;
    },
    async request(content: Record<string, string>, changes: Changes = {}) {
      const rows = await acceptance(changes);
      const { id, kind, schemaVersion } = rows.request;
      const sealed = await sealer.seal(JSON.stringify(content), { requestId: id, kind, schemaVersion });
      await store.accept({ ...rows, request: { ...rows.request, sealed } });
      return rows.request;
    },
  };
  cleanups.push(async () => {
    await post(`${base}en/end`);
  });
  return desks;
}

test('the link opens the desk once, only by a post, and only with a name', async () => {
  const { opening, send, post, enter, base } = await rig();
  for (let look = 0; look < 2; look += 1) expect((await send(opening)).text).toContain('value="somebody"');
  expect(await post(opening, { by: ' ' })).toMatchObject({
    status: 422,
    text: expect.stringContaining('Enter your name'),
  });
  const headers = await enter();
  expect(headers.get('set-cookie')).toMatch(RegExp(`^desk=[\\w-]{22}; Path=${base}; HttpOnly; SameSite=Strict$`));
  expect(headers.get('location')).toBe(`${base}en/`);
  expect((await send(`${base}en/`)).text).toContain('Nobody waits.');
  expect((await post(opening, { by: 'Mallory' })).status).toBe(403);
  expect((await send(opening)).status).toBe(403);
});

test('without the cookie there is nothing to see, and nothing to do', async () => {
  const { base, send, post, request, store } = await rig();
  const { reference, id } = await request({ phone: '+12175550142' });
  expect(await send(`${base}en/`)).toMatchObject({ status: 403, text: expect.stringContaining('npm run ops -- desk') });
  const forged = { cookie: `desk=${'A'.repeat(22)}` };
  expect((await send(`${base}en/`, { headers: forged })).status).toBe(403);
  expect((await post(`${base}en/done`, { reference, outcome: 'reached' }, forged)).status).toBe(403);
  expect((await post(`${base}en/request`, { reference })).text).not.toContain('555');
  expect(await store.find(id)).toMatchObject({ state: 'open' });
  expect(await store.reveals(id)).toEqual([]);
});

test('other names of this computer, other sites and other paths are turned away', async () => {
  const { base, origin, enter, post, send, opening } = await rig();
  const { port } = new URL(origin);
  const statusFor = (host: string) =>
    new Promise<number>((done, failed) => {
      httpRequest({ host: '127.0.0.1', port, path: opening, headers: { host, connection: 'close' } }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      })
        .on('error', failed)
        .end();
    });
  expect([
    await statusFor(`localhost:${port}`),
    await statusFor('evil.example'),
    await statusFor(`127.0.0.1:${port}`),
  ]).toEqual([421, 421, 200]);
  await enter();
  for (const headers of [
    { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    expect((await post(`${base}en/done`, { reference: 'X', outcome: 'reached' }, headers)).status).toBe(403);
  }
  expect((await send('/')).status).toBe(404);
  expect((await send(`${base}de/`)).status).toBe(404);
  expect((await send(`${base}en/`, { method: 'PUT' })).status).toBe(405);
  expect(
    (
      await send(`${base}en/done`, {
        method: 'POST',
        body: '{}',
        headers: { origin, 'content-type': 'application/json' },
      })
    ).status,
  ).toBe(415);
});

test('who waits is listed without names; opening is recorded; how it ended closes all of a person', async () => {
  const { base, enter, send, post, request, store } = await rig();
  const subjectKey = 'c'.repeat(64);
  const first = await request(
    { name: '<b>Ana</b>', phone: '+12175550142', voicemail: 'may-name-program', timeZone: 'America/Denver' },
    { subjectKey },
  );
  const again = await request({ name: 'Ana', phone: '+12175550142', voicemail: 'none' }, { subjectKey });
  const odd = await request({ phone: '+12175550143' }, { isQuarantined: true, contactWindow: 'weekday-evening' });
  await enter('Bea');
  const list = await send(`${base}en/`);
  expect(list.text).not.toMatch(/Ana|555/);
  expect(list.text.indexOf(first.reference)).toBeLessThan(list.text.indexOf(odd.reference));
  expect(list.text).toContain('Asked 2 times');
  expect(list.text).toContain('Looks like a program');
  expect(list.text).not.toContain(again.reference);

  const opened = await post(`${base}en/request`, { reference: first.reference });
  expect(opened.text).toContain('&lt;b&gt;Ana&lt;/b&gt;');
  expect(opened.text).not.toContain('<b>');
  expect(opened.text).toContain('<a href="tel:+12175550142">');
  expect(opened.text).toContain('Leave no message');
  expect(opened.text).toContain(`Open ${again.reference}`);
  expect(opened.text).not.toContain(`Open ${odd.reference}`);
  expect(opened.text).toContain('America/Denver. On their clock it is 08:00 now.');
  expect(opened.text).toContain('2026-11-23 09:00, Bea');
  expect(await store.reveals(first.id)).toEqual([{ requestId: first.id, at, by: 'Bea' }]);

  expect(await post(`${base}es/done`, { reference: first.reference, outcome: 'nice person' })).toMatchObject({
    status: 422,
    text: expect.stringContaining('Elija cómo terminó'),
  });
  expect((await post(`${base}en/done`, { reference: first.reference, outcome: 'reached' })).status).toBe(303);
  const after = await send(`${base}en/`);
  expect(after.text).toContain(`${first.reference}, ${again.reference}: closed, Reached.`);
  expect(after.text).toContain('Open: 1. Done: 2. Erased: 0.');
  expect((await send(`${base}en/`)).text).not.toContain('role="status"');
  expect((await send(`${base}en/`)).text).not.toContain('texts waiting');
  await store.pauseTexts('never asked', at);
  expect((await send(`${base}en/`)).text).toContain('from numbers without an open request: 1. See:');
  expect(await post(`${base}en/request`, { reference: 'NONE2222' })).toMatchObject({ status: 404 });
});

test('no page runs a script, is kept, is framed, or carries a reference in its address', async () => {
  const { base, enter, send, post, request } = await rig();
  const { reference } = await request({ phone: '+12175550142' });
  await enter();
  for (const page of [
    await send(`${base}en/`),
    await post(`${base}en/request`, { reference }),
    await send(`${base}desk.css`),
  ]) {
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script|style=|\son\w+=/);
    expect(page.text).not.toMatch(RegExp(`(href|action)="[^"]*${reference}`));
  }
});

test('a desk that nobody works at closes by itself, and so does one that is told to', async () => {
  const { running } = await rig({ idle: 1 });
  await running.ended;
  const told = await rig();
  await told.enter();
  expect((await told.post(`${told.base}en/end`)).text).toContain('The desk is closed');
  await told.running.ended;
  cleanups.splice(0);
});

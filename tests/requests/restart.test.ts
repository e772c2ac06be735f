import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '#requests/run/open-store.ts';
import { goodRequest } from './fixtures.ts';
import { keepSocket } from './kept-socket.ts';
import { start, tinySite } from './tiny-site.ts';

vi.setConfig({ testTimeout: 60_000 });

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function newSite(...site: Parameters<typeof tinySite>): string {
  const folder = tinySite(...site);
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Posts on a connection of its own unless there is an agent; rejects where it breaks. */
const post = (origin: string, requestId: string, agent: Agent | false = false) =>
  new Promise<{ status: number | undefined; connection: string | undefined }>((done, fail) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${origin}/api/v1/requests`, { method: 'POST', agent, headers }, (response) => {
      const { statusCode: status, headers } = response;
      response.resume().on('end', () => done({ status, connection: headers.connection }));
    });
    sent.on('error', fail).end(JSON.stringify({ ...goodRequest, requestId }));
  });

test('a restart under posts refuses no connection and loses nothing where a service manager keeps the socket', async () => {
  const folder = newSite();
  const socket = keepSocket();
  endings.push(socket.close);
  let server = await socket.start(folder);
  endings.push(() => server.process.kill('SIGKILL'));
  expect(server.origin).toBe(socket.origin);

  const acknowledged: string[] = [];
  const otherwise: unknown[] = [];
  let isOver = false;
  const client = async () => {
    while (!isOver) {
      const requestId = randomUUID();
      await post(socket.origin, requestId).then(
        ({ status }) => (status === 201 ? acknowledged : otherwise).push(requestId),
        (error) => otherwise.push(String(error)),
      );
    }
  };
  const clients = Array.from({ length: 8 }, client);
  const until = async (count: number) => {
    while (acknowledged.length < count && otherwise.length === 0) await new Promise(setImmediate);
  };
  for (let restart = 0; restart < 3; restart += 1) {
    await until(acknowledged.length + 20);
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    server = await socket.start(folder);
  }
  await until(acknowledged.length + 20);
  isOver = true;
  await Promise.all(clients);

  expect(otherwise).toEqual([]);
  const { store, close } = openStore(join(folder, 'data'));
  const { requests } = await store.stats();
  close();
  expect(requests.open).toBe(acknowledged.length);
});

test('a stop does not wait for a connection that is kept open and idle, and its last answer says that it closes', async () => {
  const folder = newSite();
  const server = await start(folder);
  endings.push(() => server.process.kill('SIGKILL'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  endings.push(() => agent.destroy());
  expect(await post(server.origin, randomUUID(), agent)).toEqual({ status: 201, connection: 'keep-alive' });
  const stopped = new Promise<number>((done) => {
    const asked = performance.now();
    server.process.once('exit', () => done(performance.now() - asked));
  });
  server.process.kill('SIGTERM');
  // Five seconds is when patience ends, and everything is cut off.
  expect(await stopped).toBeLessThan(4_900);
  expect(await server.ended).toBe(0);
});

test('a start and a stop are events, with the build that ran', async () => {
  const server = await start(newSite());
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const events = server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event)).toEqual(['retention', 'started', 'stopped']);
  expect(events[1].buildId).toBe('test-build');
});

test('more sockets than one, or a socket for another process, are not taken', async () => {
  const socket = keepSocket();
  endings.push(socket.close);
  const two = await socket.start(newSite(), { LISTEN_FDS: '2' });
  expect(await two.ended).toBe(1);
  expect(two.said()).toContain(
    'Not started: LISTEN_FDS is 2: this server takes one socket. Keep one ListenStream in its unit.\n',
  );
  const inherited = await start(newSite(), { LISTEN_FDS: '1', LISTEN_PID: '1' });
  endings.push(() => inherited.process.kill('SIGKILL'));
  expect(inherited.origin).not.toBe(socket.origin);
});

test('every shape says that it is well at /healthz', async () => {
  const server = await start(newSite({ mode: 'demo', takesRequests: false }), { NRS_REQUESTS: 'off' });
  endings.push(() => server.process.kill('SIGKILL'));
  const healthy = await fetch(`${server.origin}/healthz`);
  expect([healthy.status, await healthy.text(), healthy.headers.get('cache-control')]).toEqual([
    200,
    'ok\n',
    'no-store',
  ]);
  expect(healthy.headers.get('x-content-type-options')).toBe('nosniff');
});

import { type AddressInfo, createServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { wordFor } from '#requests/delivery/attempt.ts';
import { content, deliveryRig } from './delivery-rig.ts';
import { ownCertificate } from './own-certificate.ts';
import { accepts, receiver, says } from './receiver.ts';
import { at, erasureOf, later } from './rows.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const startReceiver = async (...how: Parameters<typeof receiver>) => {
  const started = await receiver(...how);
  open.push(started);
  return started;
};

/** The one row of the outbox. */
const rowOf = async ({ store }: ReturnType<typeof deliveryRig>) => (await store.outboxList())[0];

test('a request arrives signed, opened only now, under the id of its row', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  const { reference, notice } = await rig.ask();
  expect(await rig.deliver(rig.webhookTo(desk.url))).toEqual({ delivered: 1, later: 0, dead: 0 });
  expect(desk.arrived).toMatchObject([
    {
      id: notice.id,
      type: 'request.created',
      timestamp: at,
      data: { ...content, reference, kind: 'callback', receivedAt: at, isQuarantined: false },
    },
  ]);
  expect(desk.arrived[0]?.data).not.toHaveProperty('repeatOf');
  expect(desk.arrived[0]?.data).not.toHaveProperty('isSynthetic');
  expect(await rowOf(rig)).toMatchObject({ state: 'delivered', attempts: 1 });
  expect(await rig.deliver(rig.webhookTo(desk.url))).toEqual({ delivered: 0, later: 0, dead: 0 });
});

test('the largest request stays below 20 kB', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  await rig.ask({ said: { ...content, name: '"'.repeat(100), quizSummary: '"\n'.repeat(2000) } });
  await rig.deliver(rig.webhookTo(desk.url));
  expect(desk.arrived[0]?.body.length).toBeGreaterThan(8000);
  expect(desk.arrived[0]?.body.length).toBeLessThan(20_000);
});

test('a picked time arrives as its start and end', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  const slot = { start: later(60), end: later(75) };
  await rig.ask({ kind: 'short-call', slot });
  await rig.deliver(rig.webhookTo(desk.url));
  expect(desk.arrived[0]?.data).toMatchObject({ kind: 'short-call', slot });
});

test('a repeat names the first one, and both are opened with the more private choices', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  const subjectKey = 'c'.repeat(64);
  const open = { ...content, voicemail: 'may-name-program', someoneElseAnswers: 'hang-up' };
  const first = await rig.ask({ subjectKey, said: open });
  const careful = { ...content, voicemail: 'first-name-and-number', someoneElseAnswers: 'ask-for-me' };
  const second = await rig.ask({ subjectKey, said: careful });
  await rig.deliver(rig.webhookTo(desk.url));
  const choices = { voicemail: 'first-name-and-number', someoneElseAnswers: 'hang-up' };
  expect(desk.arrived.map(({ data }) => data)).toMatchObject([
    { reference: first.reference, ...choices },
    { reference: second.reference, repeatOf: first.reference, ...choices },
  ]);
});

test('an erased request is told as its end, without anything that it said', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  const { rows, reference } = await rig.ask();
  await rig.deliver(rig.webhookTo(desk.url));
  await rig.store.erase(await erasureOf(rows));
  await rig.deliver(rig.webhookTo(desk.url));
  expect(desk.arrived.map(({ type }) => type)).toEqual(['request.created', 'request.erased']);
  expect(desk.arrived[1]?.data).toEqual({ reference, kind: 'callback', receivedAt: at, locale: 'en' });
});

test('a request that is erased between the claim and the opening is not told', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  const { rows } = await rig.ask();
  const courier = rig.webhookTo(desk.url);
  const erasing: typeof courier = {
    ...courier,
    send: async (delivery, signal) => {
      if (delivery.type === 'request.created') await rig.store.erase(await erasureOf(rows));
      return courier.send(delivery, signal);
    },
  };
  await rig.deliver(erasing);
  expect(desk.arrived.map(({ type }) => type)).toEqual(['request.erased']);
  expect(await rig.store.outboxList()).toHaveLength(1);
});

test.each([
  { answer: says(500), status: '500' },
  { answer: says(404), status: '404' },
  { answer: says(302, { location: 'http://127.0.0.1:1/elsewhere' }), status: '302' },
  { answer: says(429, { 'retry-after': '600' }), status: '429', waits: 600_000 },
  { answer: says(503, { 'retry-after': 'Mon, 01 Jan 2035 00:00:00 GMT' }), status: '503', waits: 24 * 3_600_000 },
])('a receiver that says $status is asked again under the same id', async ({ answer, status, waits = 5000 }) => {
  const [rig, desk] = [deliveryRig(), await startReceiver(answer)];
  await rig.ask();
  const courier = rig.webhookTo(desk.url);
  const { nextAt, ...count } = await rig.deliver(courier);
  expect(count).toEqual({ delivered: 0, later: 1, dead: 0 });
  expect(await rowOf(rig)).toMatchObject({ state: 'due', lastStatus: status });
  const waited = Date.parse((await rowOf(rig))?.dueAt ?? '') - Date.parse(at);
  expect(waited).toBeGreaterThanOrEqual(waits * 0.9);
  expect(waited).toBeLessThanOrEqual(waits * 1.1);
  desk.answer(accepts);
  rig.moveTo(nextAt ?? new Date(0));
  expect(await rig.deliver(courier)).toMatchObject({ delivered: 1 });
  expect(new Set(desk.arrived.map(({ id }) => id)).size).toBe(1);
});

test('a receiver that never answers is left after its time', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver(() => {})];
  await rig.ask();
  await rig.deliver(rig.webhookTo(desk.url, 'anywhere', 50));
  expect(await rowOf(rig)).toMatchObject({ state: 'due', lastStatus: 'timeout' });
});

test('a receiver that answers and never ends is left after its time', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver((response) => response.writeHead(200).write('…'))];
  await rig.ask();
  await rig.deliver(rig.webhookTo(desk.url, 'anywhere', 50));
  expect(await rowOf(rig)).toMatchObject({ state: 'due', lastStatus: 'timeout' });
});

test('a receiver that says more than anybody reads has taken it all the same', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver((response) => response.end('a'.repeat(9_000_000)))];
  await rig.ask();
  expect(await rig.deliver(rig.webhookTo(desk.url))).toMatchObject({ delivered: 1 });
});

test('an answer that breaks off in its middle does not count', async () => {
  const breaks = await startReceiver((response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  const rig = deliveryRig();
  await rig.ask();
  await rig.deliver(rig.webhookTo(breaks.url));
  expect(await rowOf(rig)).toMatchObject({ state: 'due', lastStatus: 'broken-off' });
});

test('what is no HTTP, who has no certificate that anybody knows, and nobody at all are told apart', async () => {
  const noise = createServer((socket) => socket.end('SSH-2.0\r\n')).listen(0, '127.0.0.1');
  const strange = createTlsServer(ownCertificate('2049-01-01T00:00:00Z')).listen(0, '127.0.0.1');
  const portOf = async (server: Server) => {
    open.push(server);
    if (!server.listening) await new Promise((listening) => server.once('listening', listening));
    return (server.address() as AddressInfo).port;
  };
  const urls = [
    `http://127.0.0.1:${await portOf(noise)}/`,
    `https://127.0.0.1:${await portOf(strange)}/`,
    'http://127.0.0.1:1/',
  ];
  const statuses: (string | undefined)[] = [];
  for (const url of urls) {
    const rig = deliveryRig();
    await rig.ask();
    await rig.deliver(rig.webhookTo(url));
    statuses.push((await rowOf(rig))?.lastStatus);
  }
  expect(statuses).toEqual(['broken-off', 'not-trusted', 'unreachable']);
});

test('words from outside never stand in a row or a log', () => {
  const failed = (code: string) => wordFor(Object.assign(new Error('Canary Name'), { code }));
  expect(['ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED', 'Canary'].map(failed)).toEqual([
    'no-address',
    'no-address',
    'expired',
    'broken-off',
  ]);
  expect(wordFor('Canary')).toBe('failure');
});

test.each(['http://127.0.0.1:PORT/', 'http://localhost:PORT/', 'http://[::ffff:127.0.0.1]:PORT/'])(
  'in production nothing goes to %s',
  async (url) => {
    const [rig, desk] = [deliveryRig(), await startReceiver()];
    await rig.ask();
    await rig.deliver(rig.webhookTo(url.replace('PORT', new URL(desk.url).port), 'public'));
    expect(await rowOf(rig)).toMatchObject({ state: 'due', lastStatus: 'out-of-reach' });
    expect(desk.arrived).toEqual([]);
  },
);

test('an endpoint that is gone gets nothing more until somebody resumes it, and nothing is lost', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver(says(410))];
  await rig.ask();
  const courier = rig.webhookTo(desk.url);
  await rig.deliver(courier);
  expect(rig.log.filter((line) => line.includes('"alarm"'))).toEqual([
    `{"ts":"${at}","event":"alarm","channel":"webhook","alarm":"endpoint-gone"}`,
  ]);
  await rig.ask();
  rig.pass(10);
  expect(await rig.deliver(courier)).toEqual({ delivered: 0, later: 0, dead: 0 });
  expect(desk.arrived).toHaveLength(1);
  desk.answer(accepts);
  await rig.store.resumeEndpoint('hook');
  expect(await rig.deliver(courier)).toMatchObject({ delivered: 2 });
});

test('a request whose key is not here waits and is not sent', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver()];
  const { rows } = await rig.ask();
  rows.request.sealed.keyId = 'another';
  await rig.deliver(rig.webhookTo(desk.url));
  expect(await rowOf(rig)).toMatchObject({ state: 'due', lastStatus: 'sealed' });
  expect(desk.arrived).toEqual([]);
});

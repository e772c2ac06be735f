import { afterEach, expect, test } from 'vitest';
import { tellAlarms } from '#requests/delivery/tell-alarms.ts';
import type { RequestStore } from '#requests/ports.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { content, deliveryRig, fileStore } from './delivery-rig.ts';
import { downFor } from './downtime.ts';
import { accepts, receiver, says } from './receiver.ts';
import { later } from './rows.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const startReceiver = async (...how: Parameters<typeof receiver>) => {
  const started = await receiver(...how);
  open.push(started);
  return started;
};
const sqliteStore = (): RequestStore => {
  const file = fileStore();
  open.push(file);
  return file.store;
};

test('one bad row holds up no other contact, and its own waits in order', async () => {
  const rig = deliveryRig();
  const subjectKey = 'c'.repeat(64);
  const bad = await rig.ask({ subjectKey });
  const behind = await rig.ask({ subjectKey });
  const others = [await rig.ask(), await rig.ask()];
  const desk = await startReceiver((response, { data }) =>
    response.writeHead(data['reference'] === bad.reference ? 500 : 200).end(),
  );
  const courier = rig.webhookTo(desk.url);
  expect(await rig.deliver(courier)).toMatchObject({ delivered: 2, later: 1, dead: 0 });
  expect(desk.references().toSorted()).toEqual([bad, ...others].map(({ reference }) => reference).toSorted());
  desk.answer(accepts);
  rig.pass(1);
  await rig.deliver(courier);
  expect(desk.references().slice(3)).toEqual([bad.reference, behind.reference]);
});

test('a receiver that hangs for some is still told about the others', async () => {
  const rig = deliveryRig();
  const hanging = await Promise.all(Array.from({ length: 7 }, () => rig.ask()));
  const hangs = new Set(hanging.map(({ reference }) => reference as unknown));
  const prompt = await Promise.all(Array.from({ length: 40 }, () => rig.ask()));
  const stop = new AbortController();
  const desk = await startReceiver((response, { data }) => {
    if (!hangs.has(data['reference'])) response.writeHead(200).end();
    if (desk.arrived.length === 47) stop.abort();
  });
  const courier = rig.webhookTo(desk.url, 'anywhere', 25_000);
  const count = await rig.deliver(courier, { claiming: stop.signal, sending: stop.signal });
  expect(desk.arrived).toHaveLength(47);
  // All others were told while those were still hanging.
  const statuses = (await rig.store.outboxList()).map(({ lastStatus }) => lastStatus);
  expect(statuses.filter((status) => status === 'stopped').length).toBeGreaterThanOrEqual(hangs.size);
  expect(statuses).not.toContain('timeout');
  // The last of the prompt ones may be cut off by the stop itself.
  expect(count.delivered).toBeGreaterThanOrEqual(prompt.length - 1);
});

test('a stop gives rows back at once, under the same id', async () => {
  const rig = deliveryRig();
  await rig.ask();
  const stop = new AbortController();
  const desk = await startReceiver(() => stop.abort());
  const courier = rig.webhookTo(desk.url);
  await rig.deliver(courier, { claiming: stop.signal, sending: stop.signal });
  expect(await rig.store.outboxList()).toMatchObject([{ state: 'due', lastStatus: 'stopped', dueAt: later(0) }]);
  desk.answer(accepts);
  expect(await rig.deliver(courier)).toMatchObject({ delivered: 1 });
  expect(new Set(desk.arrived.map(({ id }) => id)).size).toBe(1);
});

test('after the tenth attempt a row is a dead letter, and an alarm every day until it is signed off', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver(says(500))];
  const { notice, id: requestId } = await rig.ask();
  const courier = rig.webhookTo(desk.url);
  const moments: number[] = [];
  for (;;) {
    const { nextAt, dead } = await rig.deliver(courier);
    moments.push(rig.clock.now().getTime());
    if (dead === 1) break;
    rig.moveTo(nextAt ?? new Date(Number.NaN));
  }
  expect(desk.arrived).toHaveLength(10);
  expect(new Set(desk.arrived.map(({ id }) => id))).toEqual(new Set([notice.id]));
  expect(await rig.store.outboxList()).toMatchObject([{ state: 'dead', attempts: 10, lastStatus: '500' }]);

  const alarms = () => tellAlarms(['webhook'], rig);
  expect(await alarms()).toMatchObject([{ id: notice.id, alarm: 'dead-letter' }]);
  expect(await alarms()).toEqual([]);
  rig.pass(24 * 60);
  expect(await alarms()).toHaveLength(1);
  expect(rig.log.at(-1)).toContain(
    `"event":"alarm","requestId":"${requestId}","channel":"webhook","outboxId":"${notice.id}","attempts":10,"alarm":"dead-letter"}`,
  );
  await rig.store.signOff(notice.id, 'Ana', rig.clock.now().toISOString());
  rig.pass(24 * 60);
  expect(await alarms()).toEqual([]);
});

test('an hour without a delivery is an alarm, but not on a way that nobody set up', async () => {
  const rig = deliveryRig();
  await rig.ask({ outbox: [{ channel: 'webhook' }, { channel: 'mail' }] });
  rig.pass(59);
  expect(await tellAlarms(['webhook'], rig)).toEqual([]);
  rig.pass(1);
  expect(await tellAlarms(['webhook'], rig)).toMatchObject([{ channel: 'webhook', alarm: 'undelivered' }]);
  expect(rig.log).toHaveLength(1);
  await rig.ask();
  rig.pass(60);
  expect(await tellAlarms([], rig)).toEqual([]);
  expect(await tellAlarms(['mail'], rig)).toMatchObject([{ channel: 'mail', alarm: 'undelivered' }]);
});

test('a courier that breaks is an attempt that failed', async () => {
  const rig = deliveryRig();
  await rig.ask();
  const broken = { ...rig.webhookTo('http://127.0.0.1:1/'), send: () => Promise.reject(new Error('Canary')) };
  expect(await rig.deliver(broken)).toMatchObject({ delivered: 0, later: 1, dead: 0 });
  expect(rig.log[0]).toMatch(/"event":"failure","failure":"[0-9a-f]{16}"}$/);
  expect(rig.log[1]).toContain('"result":"later","reason":"failure"');
  rig.pass(1);
  const desk = await startReceiver();
  expect(await rig.deliver(rig.webhookTo(desk.url))).toMatchObject({ delivered: 1 });
});

test('a store that fails while a delivery is written down costs a repeat, not a request', async () => {
  const store = memoryStore();
  let failures = 1;
  const rig = deliveryRig({
    ...store,
    markDelivered: (...end) => (failures-- > 0 ? Promise.reject(new Error('disk full')) : store.markDelivered(...end)),
  });
  const desk = await startReceiver();
  await rig.ask();
  const courier = rig.webhookTo(desk.url);
  await rig.deliver(courier);
  rig.pass(1);
  await rig.deliver(courier);
  expect(desk.arrived).toHaveLength(2);
  expect(new Set(desk.arrived.map(({ id }) => id)).size).toBe(1);
  expect((await rig.store.stats()).outbox).toMatchObject({ delivered: 1, due: 0 });
});

test.each([
  { hours: 24, store: sqliteStore },
  { hours: 72, store: sqliteStore },
  { hours: 72, store: memoryStore },
])(
  'downstream is down for $hours hours: nothing is lost, nothing is told twice, and each contact keeps its order',
  async ({ hours, store }) => {
    const result = await downFor(hours, store());
    expect(result).toMatchObject({ asked: hours, lost: 0, twice: 0, dead: 0, outOfOrder: 0 });
    expect(result.refused).toBeGreaterThan(0);
  },
);

/** Forgets whose row it is, and with that its place among others of the same contact. */
const anyContact = (store: RequestStore): RequestStore => ({
  ...store,
  accept: (rows) => store.accept({ ...rows, request: { ...rows.request, subjectKey: rows.request.cancelHash } }),
});
/** Takes every refusal for an acceptance. */
const credulous = (store: RequestStore): RequestStore => ({
  ...store,
  markRetry: (id, leaseId) => store.markDelivered(id, leaseId, later(0)),
});

test('a store that forgets contacts, and one that forgets rows, are found', async () => {
  expect((await downFor(24, anyContact(memoryStore()))).outOfOrder).toBeGreaterThan(0);
  expect((await downFor(24, credulous(memoryStore()))).lost).toBeGreaterThan(0);
});

test('no log line of a delivery holds what a request says', async () => {
  const [rig, desk] = [deliveryRig(), await startReceiver(says(500, { 'x-echo': content.phone }))];
  await rig.ask();
  await rig.deliver(rig.webhookTo(desk.url));
  rig.pass(61);
  await tellAlarms(['webhook'], rig);
  desk.answer((response, { body }) => response.end(body));
  await rig.deliver(rig.webhookTo(desk.url));
  expect(rig.log.map((line) => JSON.parse(line).result ?? JSON.parse(line).alarm)).toEqual([
    'later',
    'undelivered',
    'delivered',
  ]);
  for (const word of [content.name, content.phone, '2175550142', 'http']) expect(rig.log.join()).not.toContain(word);
});

import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { makeKeys } from '#requests/run/keys.ts';
import { triggers } from '#requests/run/triggers.ts';
import { emptying } from './emptying.ts';
import { goodRequest, goodRequests, texts } from './fixtures.ts';
import { accepts, receiver, says, webhookSecret } from './receiver.ts';
import type { Fault } from './worker-with-faults.ts';
import { workerd } from './workerd.ts';

const desk = await receiver();
const worker = await workerd({
  main: 'tests/requests/worker-with-faults.ts',
  manifest: { mode: 'rehearsal' },
  settings: { ...(await makeKeys('test')), NRS_WEBHOOK_URL: desk.url, NRS_WEBHOOK_SECRET: webhookSecret },
});
const { store } = worker;
const empty = await emptying(store);
afterAll(async () => {
  await worker.close();
  await desk.close();
});

const run = (sql: string) => store.prepare(sql).bind().run();
const rows = async (sql: string) => (await store.prepare(sql).bind().all<Record<string, unknown>>()).results;
const breakWrites = (when: string) =>
  run(`CREATE TRIGGER broken BEFORE ${when} BEGIN SELECT RAISE(ABORT, 'the disk'); END`);
const mend = () => run('DROP TRIGGER IF EXISTS broken');
const fault = (name: Fault) => worker.fetch(`/api/fault/${name}`);

beforeEach(async () => {
  await mend();
  await empty();
  await fault('none');
  desk.answer(accepts);
  desk.arrived.length = 0;
  worker.forget();
});

const post = (body: object) =>
  worker.fetch('/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
/** Asks for a call; the reference. Every number is another, so that nobody waits for anybody. */
let numbers = 0;
async function ask(): Promise<string> {
  numbers += 1;
  const response = await post({ ...goodRequest, phone: `217 555 01${String(numbers % 100).padStart(2, '0')}` });
  expect(response.status).toBe(201);
  return (await response.json()).reference;
}
const within = { timeout: 20_000, interval: 20 };
const arrivals = (count: number) => vi.waitFor(() => expect(desk.arrived).toHaveLength(count), within);
const threw = (times: number) =>
  vi.waitFor(() => expect(worker.said().filter((line) => line === 'The consumer threw')).toHaveLength(times), within);
const ids = () => desk.arrived.map(({ id }) => id);

test('a consumer that throws gets its message again, and what was due arrives once', async () => {
  await breakWrites('UPDATE ON outbox');
  const reference = await ask();
  await threw(1);
  expect(desk.arrived).toEqual([]);
  await mend();
  await arrivals(1);
  expect(desk.references()).toEqual([reference]);
  expect(worker.deadLetters()).toBe(0);
});

test('a message that fails four times is given up by the queue, and the clock delivers all the same', async () => {
  await breakWrites('UPDATE ON outbox');
  const reference = await ask();
  await vi.waitFor(() => expect(worker.deadLetters()).toBe(1), within);
  await threw(4);
  await mend();
  await worker.scheduled(triggers.everyMinute);
  expect(desk.references()).toEqual([reference]);
});

test('a consumer that hides its failure is found: the queue believes that all is well', async () => {
  const outcome = async (name: Fault) => {
    await fault(name);
    return worker.deliver();
  };
  await ask();
  await arrivals(1);
  await breakWrites('UPDATE ON outbox');
  await ask();
  expect(await outcome('none')).toBe('exception');
  expect(await outcome('hides-failures')).toBe('ok');
});

/** Two messages and two triggers at once, while the operator's system is still reading what the first of them sent. */
async function fourAtOnce(): Promise<void> {
  const { promise: all, resolve } = Promise.withResolvers<void>();
  desk.answer((response) => void all.then(() => response.writeHead(204).end()));
  await ask();
  await vi.waitFor(() => expect(desk.arrived.length).toBeGreaterThan(0), within);
  const first = ids()[0];
  const four = [worker.deliver(), worker.deliver(), ...[1, 2].map(() => worker.scheduled(triggers.everyMinute))];
  await Promise.race([Promise.all(four), vi.waitFor(() => expect(ids().length).toBeGreaterThan(1), within)]);
  resolve();
  await Promise.all(four);
  expect(new Set(ids())).toEqual(new Set([first]));
}

test('a message that comes twice, or while another is at work, tells the operator once', async () => {
  await fourAtOnce();
  for (const again of [worker.deliver, () => worker.queue.send('due'), () => worker.scheduled(triggers.everyMinute)])
    await again();
  expect(await worker.deliver()).toBe('ok');
  expect(desk.arrived).toHaveLength(1);
});

test('a worker without leases is found: the operator hears it more than once, under one id', async () => {
  await fault('forgets-leases');
  await fourAtOnce();
  expect(desk.arrived.length).toBeGreaterThan(1);
});

test('what the queue lost is found by the clock within the minute', async () => {
  await fault('loses-messages');
  const asked = [await ask(), await ask(), await ask()];
  expect(desk.arrived).toEqual([]);
  await worker.scheduled(triggers.everyMinute);
  expect(desk.references().toSorted()).toEqual(asked.toSorted());
});

test('a worker that trusts the queue is found: what was lost stays lost', async () => {
  await fault('trusts-the-queue');
  await ask();
  await worker.scheduled(triggers.everyMinute);
  expect(desk.arrived).toEqual([]);
});

const kept = ['request', 'request_key', 'evidence', 'outbox', 'idempotency', 'slot_booking', 'text_subscription'];
const held = async () => {
  const counts = await rows(`SELECT ${kept.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join()}`);
  return Object.entries(counts[0] ?? {}).filter(([, count]) => count !== 0);
};
const lastSlot = async () => (await (await worker.fetch('/api/v1/slots')).json()).slots.at(-1).id;
/** A request that writes into every table: a booked call with texts, from a page that made a key. */
const everything = async (requestId: string) => ({
  ...goodRequests['short-call'],
  slot: await lastSlot(),
  textConsent: 'true',
  requestId,
});

test.each(kept)(
  'a batch that fails at %s is answered with a 503 that says nothing was saved, and nothing was',
  async (table) => {
    const body = await everything(crypto.randomUUID());
    await breakWrites(`INSERT ON ${table}`);
    const response = await post(body);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await response.json()).toMatchObject({ code: 'not-saved', detail: texts.en.problems['not-saved'].detail });
    expect(await held()).toEqual([]);
    const form = await worker.fetch('/api/v1/requests', { method: 'POST', body: new URLSearchParams(body) });
    expect([form.status, await form.text()]).toEqual([503, expect.stringContaining('Form')]);
    expect(await held()).toEqual([]);
    expect(worker.said().join()).not.toMatch(/the disk|0142/);
    await mend();
    expect((await post(body)).status).toBe(201);
    expect((await held()).map(([name]) => name)).toEqual(kept);
  },
);

test('a store that writes one row after the other is found: a request is there in halves', async () => {
  await fault('writes-one-by-one');
  await breakWrites('INSERT ON outbox');
  await post(await everything(crypto.randomUUID()));
  expect(await held()).not.toEqual([]);
  expect((await held()).map(([name]) => name)).not.toEqual(kept);
});

/** Rows of three hours ago, in the hands of an isolate that died an hour later. */
async function threeHoursLate(): Promise<string[]> {
  await fault('loses-messages');
  const asked = [await ask(), await ask()];
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  await run(`UPDATE outbox SET created_at = '${ago(3)}', due_at = '${ago(3)}', attempts = 1,
    lease_id = 'of-the-dead', leased_until = '${ago(2)}'`);
  return asked.toSorted();
}

test('a clock that comes hours late delivers everything that is due, what a dead isolate held, too', async () => {
  const asked = await threeHoursLate();
  await worker.scheduled(triggers.everyMinute);
  expect(desk.references().toSorted()).toEqual(asked);
  expect(await rows('SELECT id FROM outbox WHERE delivered_at IS NULL')).toEqual([]);
});

test('a worker that waits for the dead is found', async () => {
  await threeHoursLate();
  await fault('waits-for-the-dead');
  await worker.scheduled(triggers.everyMinute);
  expect(desk.arrived).toEqual([]);
});

const alarms = () => worker.said().filter((line) => line.includes('"alarm":"undelivered"'));

test('what a late clock cannot deliver is an alarm, told once for each', async () => {
  await threeHoursLate();
  desk.answer(says(500));
  await worker.scheduled(triggers.everyMinute);
  await worker.scheduled(triggers.everyMinute);
  expect(alarms()).toHaveLength(2);
});

test('a worker that tells no alarm is found', async () => {
  await threeHoursLate();
  desk.answer(says(500));
  await fault('tells-no-alarm');
  await worker.scheduled(triggers.everyMinute);
  expect(alarms()).toEqual([]);
});

test('an hour that comes days late erases all that was promised by then, and sends one test of the way out', async () => {
  await ask();
  await ask();
  await arrivals(2);
  const promised = new Date(Date.now() - 3 * 86_400_000).toISOString();
  await run(`UPDATE request SET erase_by = '${promised}'`);
  for (const _ of [1, 2]) await worker.scheduled(triggers.everyHour);
  expect(
    await rows("SELECT r.id FROM request r JOIN request_key ON request_id = r.id WHERE r.id NOT LIKE '5e1f7e57%'"),
  ).toEqual([]);
  expect(worker.said().filter((line) => line.includes('"event":"synthetic"'))).toHaveLength(1);
});

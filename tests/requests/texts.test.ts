import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RequestStore } from '#requests/ports.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { openSqlite } from '#requests/stores/sqlite.ts';
import { inbound } from './fake-carrier.ts';
import { goodRequests } from './fixtures.ts';
import { phone, texting } from './texting.ts';

const hour = 3_600_000;
const day = 24 * hour;

const folder = mkdtempSync(join(tmpdir(), 'nrs-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stores: { name: string; open: () => RequestStore }[] = [
  { name: 'memory', open: () => memoryStore() },
  { name: 'SQLite', open: () => sqlStore(openSqlite(join(folder, `${randomUUID()}.sqlite`))) },
];

const statusOf = async (store: RequestStore, requestId: string) =>
  (await store.evidenceOf(requestId)).map(({ status }) => status);

test.each(stores)('$name: from the form to the information, with a yes between', async ({ open }) => {
  const site = texting({ store: open() });
  const { store, left } = site;
  const id = await site.asks();
  expect(left).toEqual([]);
  expect(await site.sweep()).toBe(1);
  expect(left).toMatchObject([{ to: phone, says: expect.stringContaining('Reply YES') }]);
  expect(await store.textOf(id)).toMatchObject({ state: 'confirm-sent' });
  expect(await site.sweep()).toBe(0);

  site.clock.pass(5 * 60_000);
  expect(await site.replies(' Yes! ')).toEqual({ status: 200, answer: undefined });
  expect(await store.textOf(id)).toMatchObject({ state: 'active' });
  expect(await site.sweep()).toBe(1);
  expect(left[1]?.says).toContain('https://help.gov/guides/cost-and-insurance/');
  expect(await store.textOf(id)).toMatchObject({ state: 'done' });
  expect(await site.sweep()).toBe(0);

  expect(await statusOf(store, id)).toEqual(['pending', 'pending', 'active']);
  expect((await store.evidenceOf(id)).at(-1)?.doubleOptIn).toEqual({
    sentAt: '2026-11-23T15:00:00.000Z',
    providerMessageId: `SM${'1'.padStart(32, '0')}`,
    repliedAt: '2026-11-23T15:05:00.000Z',
    replyClass: 'yes',
  });
  expect((await store.find(id))?.eraseBy).toBe('2026-12-23T15:00:00.000Z');
});

test('a person who asks in Spanish is written to in Spanish', async () => {
  const site = texting();
  await site.asks({ locale: 'es', topic: 'work' });
  await site.sweep();
  await site.replies('Sí');
  await site.sweep();
  expect(site.left.map(({ says }) => says)).toEqual([
    expect.stringContaining('Responda SI'),
    expect.stringContaining('/es/guias/trabajar-durante-un-iop/'),
  ]);
  expect((await site.replies('ALTO')).answer).toContain('Ya no le vamos a enviar');
});

test('a text beside a call names the reference and no topic', async () => {
  const site = texting();
  const { 'short-call': call } = goodRequests;
  const response = await site.asks({ ...call, topic: undefined, textConsent: 'true' });
  await site.sweep();
  await site.replies('ok');
  await site.sweep();
  const reference = (await site.store.find(response))?.reference ?? '?';
  expect(site.left[1]?.says).toContain(reference);
});

test('nothing but the confirmation leaves before a yes, whatever else is said', async () => {
  const site = texting();
  await site.asks();
  await site.sweep();
  for (const says of ['start', 'help', 'yes please']) await site.replies(says);
  site.clock.pass(hour);
  await site.sweep();
  expect(site.left).toHaveLength(1);
});

test.each(stores)('$name: STOP ends everything, is answered once, and holds', async ({ open }) => {
  const site = texting({ store: open() });
  const { store } = site;
  const id = await site.asks();
  await site.sweep();
  await site.replies('YES');
  expect((await site.replies('Stop texting me!')).answer).toContain('no more texts');
  expect(await store.textOf(id)).toMatchObject({ state: 'revoked' });
  expect((await store.evidenceOf(id)).at(-1)).toMatchObject({
    status: 'revoked',
    revocation: { via: 'text', class: 'refusal' },
  });
  expect((await store.outboxList()).filter(({ type }) => type === 'request.cancelled')).toHaveLength(1);
  expect(await site.replies('STOP')).toEqual({ status: 200, answer: undefined });
  await site.replies('START');
  await site.asks();
  for (let days = 0; days < 3; days += 1) {
    site.clock.pass(day);
    await site.sweep();
  }
  expect(site.left).toHaveLength(1);
  expect((await site.replies('HELP')).answer).toContain('988');
  expect(await store.suppressedSince(await site.deps.keyed.subjectKey(phone))).toBe('2026-11-23T15:00:00.000Z');
});

test('a message is taken once, however often the carrier sends it', async () => {
  const site = texting();
  const id = 'SM00000000000000000000000000000001';
  const both = await Promise.all([site.replies('HELP', phone, { id }), site.replies('HELP', phone, { id })]);
  expect(both.filter(({ answer }) => answer)).toHaveLength(1);
  expect(await site.replies('HELP', phone, { id })).toEqual({ status: 200, answer: undefined });
  expect((await site.replies('HELP')).answer).toBeDefined();
});

test.each([
  { what: 'a wish that is not clear', says: 'I want to quit drinking' },
  { what: 'anything else', says: 'can somebody call me' },
])('$what goes to a person, and automation falls silent', async ({ says }) => {
  const site = texting();
  const id = await site.asks();
  expect(await site.replies(says)).toEqual({ status: 200, answer: undefined });
  expect(await site.store.find(id)).toMatchObject({ needsPerson: true });
  await site.sweep();
  expect(site.left).toEqual([]);
  expect(await statusOf(site.store, id)).toEqual(['pending']);
});

test('a yes counts for 24 hours; then the request ends', async () => {
  const site = texting();
  const id = await site.asks();
  await site.sweep();
  site.clock.pass(day);
  expect(await site.expire()).toBe(0);
  site.clock.pass(1);
  await site.replies('yes');
  expect(await site.store.textOf(id)).toMatchObject({ state: 'confirm-sent' });
  expect(await site.expire()).toBe(1);
  expect(await site.expire()).toBe(0);
  expect(await site.store.textOf(id)).toMatchObject({ state: 'expired' });
  expect(await statusOf(site.store, id)).toEqual(['pending', 'pending', 'expired']);
});

test('a request that never could be confirmed ends before it must be erased', async () => {
  const site = texting();
  const id = await site.asks();
  await site.replies('who is this');
  site.clock.pass(60 * hour);
  expect(await site.expire()).toBe(0);
  site.clock.pass(6 * hour + 1);
  expect(await site.expire()).toBe(1);
  expect((await site.store.find(id))?.eraseBy).toBe('2026-11-26T15:00:00.000Z');
});

test('one confirmation a day and three a month go to a number, whoever asks', async () => {
  const site = texting({ start: '2026-11-02T16:00:00.000Z' });
  for (let days = 0; days < 29; days += 1) {
    site.clock.set(new Date(Date.parse('2026-11-02T16:00:00Z') + days * day).toISOString());
    for (let asks = 0; asks < 2; asks += 1) await site.asks({ textTiming: 'next-open-hour' });
    for (let looks = 0; looks < 4; looks += 1) {
      await site.sweep();
      await site.expire();
      site.clock.pass(5 * hour);
    }
  }
  expect(site.left).toHaveLength(3);
  const gaps = site.left.slice(1).map(({ at }, place) => Date.parse(at) - Date.parse(site.left[place]?.at ?? ''));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(day);
});

test('at night the confirmation waits for the morning, or comes within two minutes where the person chose so', async () => {
  const night = '2026-11-24T04:00:00.000Z';
  const later = texting({ start: night });
  await later.asks({ textTiming: 'next-open-hour' });
  await later.sweep();
  expect(later.left).toEqual([]);
  expect(await later.store.outboxList()).toContainEqual(
    expect.objectContaining({ channel: 'text', dueAt: '2026-11-24T15:00:00.000Z', lastStatus: 'outside-hours' }),
  );
  later.clock.set('2026-11-24T15:00:00.000Z');
  await later.sweep();
  expect(later.left).toHaveLength(1);

  const now = texting({ start: night });
  await now.asks({ textTiming: 'now' });
  now.clock.pass(120_000);
  await now.sweep();
  expect(now.left).toHaveLength(1);

  const late = texting({ start: night });
  await late.asks({ textTiming: 'now' });
  late.clock.pass(120_001);
  await late.sweep();
  expect(late.left).toEqual([]);
});

test('information waits for the day as well, even where the yes came at night', async () => {
  const site = texting({ start: '2026-11-24T01:58:00.000Z' });
  await site.asks();
  await site.sweep();
  site.clock.pass(hour);
  await site.replies('yes');
  await site.sweep();
  expect(site.left).toHaveLength(1);
  site.clock.set('2026-11-24T15:00:00.000Z');
  await site.sweep();
  expect(site.left).toHaveLength(2);
});

test('who the carrier knows to have said stop is suppressed here too', async () => {
  const site = texting();
  const id = await site.asks();
  site.says({ is: 'stopped', status: 'sms-21610' });
  await site.sweep();
  expect(await site.store.suppressedSince(await site.deps.keyed.subjectKey(phone))).toBeDefined();
  expect((await site.store.evidenceOf(id)).at(-1)).toMatchObject({ revocation: { class: 'sms-21610' } });
});

test('a number that takes no texts is a dead letter; a carrier in trouble is asked again later', async () => {
  const site = texting();
  await site.asks();
  site.says({ is: 'later', status: '503' }, { is: 'later', status: 'sms-20429', afterMs: 10 * 60_000 });
  await site.sweep();
  site.clock.pass(60_000);
  await site.sweep();
  const row = async () => (await site.store.outboxList()).find(({ channel }) => channel === 'text');
  expect(await row()).toMatchObject({ state: 'due', lastStatus: 'sms-20429', dueAt: '2026-11-23T15:11:00.000Z' });
  site.clock.pass(10 * 60_000);
  site.says({ is: 'refused', status: 'sms-21614' });
  await site.sweep();
  expect(await row()).toMatchObject({ state: 'dead', lastStatus: 'sms-21614' });
});

test('STOP waits for a text that is under way, and its answer comes after it', async () => {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  const order: string[] = [];
  const site = texting({
    carrier: {
      async send() {
        await gate;
        order.push('text');
        return { is: 'taken', messageId: `SM${'1'.padStart(32, '0')}` };
      },
    },
    deps: {
      sms: {
        token: 'not-a-real-token',
        async wait() {
          letGo();
          await new Promise((resolve) => setImmediate(resolve));
        },
      },
    },
  });
  await site.asks();
  const sweeping = site.sweep();
  await new Promise((resolve) => setImmediate(resolve));
  const stopped = site.replies('STOP').then((answer) => {
    order.push('answer');
    return answer;
  });
  await sweeping;
  expect((await stopped).answer).toContain('no more texts');
  expect(order).toEqual(['text', 'answer']);
});

test('STOP while a sender hangs is done once its lease is over; the number is silent meanwhile', async () => {
  const site = texting({ carrier: { send: () => new Promise(() => {}) } });
  const id = await site.asks();
  void site.sweep();
  await new Promise((resolve) => setImmediate(resolve));
  expect((await site.replies('STOP')).answer).toContain('no more texts');
  expect(await site.store.textOf(id)).toMatchObject({ state: 'revoked' });
  expect(site.clock.now().getTime() - Date.parse('2026-11-23T15:00:00Z')).toBeLessThanOrEqual(13_000);
});

test('where STOP cannot be done in time it is not forgotten: the carrier is asked to send it again', async () => {
  const site = texting({
    carrier: { send: () => new Promise(() => {}) },
    deps: { sms: { token: 'not-a-real-token', wait: async () => {} } },
  });
  const row = await site.asks();
  void site.sweep();
  await new Promise((resolve) => setImmediate(resolve));
  const id = 'SM00000000000000000000000000000002';
  expect((await site.replies('STOP', phone, { id })).status).toBe(503);
  expect(await site.store.find(row)).toMatchObject({ needsPerson: true });
  site.clock.pass(11_000);
  expect((await site.replies('STOP', phone, { id })).answer).toContain('no more texts');
});

test('without a carrier in the settings there is no such address', async () => {
  const site = texting();
  const { sms: _, ...deps } = site.deps;
  const { handle } = await import('#requests/http/handle.ts');
  const response = await handle(inbound('STOP', phone), { peer: undefined, address: undefined }, deps);
  expect(response.status).toBe(404);
});

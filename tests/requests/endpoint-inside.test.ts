/** What the endpoint does where a part of it is changed, which can be done in this process only. */
import { expect, test } from 'vitest';
import { hourlyBudget } from '#requests/http/budget.ts';
import { inFlight } from '#requests/http/in-flight.ts';
import { limitersBy, noLimiter } from '#requests/http/limiter.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { callInstead, goodRequest, goodRequests, texts } from './fixtures.ts';

const origin = 'https://help.gov';
const key = '3f2b8c1e-7a54-4d0e-9b1a-2c6d5e4f3a21';
const numbered = (number: number) => ({ ...goodRequest, phone: `217 555 01${String(number).padStart(2, '0')}` });
const spam = (number: number) => ({ ...numbered(number), more: 'x', utm: 'y' });

test('a store that cannot save is said plainly, in both forms, and the form keeps what was typed', async () => {
  const { send, deps, log } = endpoint();
  deps.store.accept = () => Promise.reject(new Error('disk full, phone 2175550142'));
  const asJson = await send(jsonPost(goodRequest));
  expect([asJson.status, asJson.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await asJson.json()).toMatchObject({ code: 'not-saved', detail: texts.en.problems['not-saved'].detail });
  const asForm = await send(formPost({ ...goodRequest, locale: 'es' }));
  const html = await asForm.text();
  expect(asForm.status).toBe(503);
  expect(html).toContain('No recibimos su solicitud');
  expect(html).toContain('value="217 555 0142"');
  expect(log.join()).not.toMatch(/disk|5550142/);
});

test('an endpoint whose store is not well says so', async () => {
  const { send, deps } = endpoint();
  deps.store.isHealthy = async () => false;
  expect((await send(new Request(`${origin}/healthz`))).status).toBe(503);
});

test('a repeat that comes while the first is being saved is told to come back', async () => {
  const { send, deps } = endpoint({ inFlight: inFlight(0) });
  const { promise: disk, resolve: finish } = Promise.withResolvers<void>();
  const accept = deps.store.accept;
  deps.store.accept = async (rows) => {
    await disk;
    return accept(rows);
  };
  const first = send(jsonPost({ ...goodRequest, requestId: key }));
  const repeat = await send(jsonPost({ ...goodRequest, requestId: key }));
  expect([repeat.status, repeat.headers.get('retry-after')]).toEqual([409, '1']);
  expect((await repeat.json()).code).toBe('in-flight');
  finish();
  expect((await first).status).toBe(201);
  expect((await send(jsonPost({ ...goodRequest, requestId: key }))).status).toBe(200);
});

test('a flood raises one alarm; then programs are turned away, and people are not', async () => {
  const clock = { now: () => new Date('2026-11-23T15:00:00Z') };
  const { send, deps, log } = endpoint({ budget: hourlyBudget(clock, 5) });
  const statuses: number[] = [];
  for (let number = 0; number < 8; number += 1) statuses.push((await send(jsonPost(spam(number)))).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
  const turnedAway = await send(jsonPost(spam(9)));
  expect([turnedAway.headers.get('retry-after'), (await turnedAway.json()).phone]).toEqual(['3600', callInstead]);
  for (let number = 20; number < 40; number += 1) {
    expect((await send(jsonPost(numbered(number)))).status).toBe(201);
  }
  expect(log.filter((line) => line.includes('"flood"'))).toHaveLength(1);
  expect((await deps.store.stats()).requests).toMatchObject({ open: 20, quarantined: 5 });
});

test('counters that fail turn nobody away, and each failure is told', async () => {
  const broken = async () => {
    throw new Error('no counters today');
  };
  let failures = 0;
  const limiters = limitersBy(
    () => ({ ...noLimiter, take: broken, count: broken }),
    () => {
      failures += 1;
    },
  );
  const { send, deps } = endpoint({ limiters });
  expect((await send(jsonPost(goodRequest))).status).toBe(201);
  expect(await deps.store.list()).toHaveLength(1);
  expect(failures).toBe(4);
});

test('a form is told how to get times when they could not be looked up', async () => {
  const { send, deps } = endpoint();
  deps.store.takenSlots = () => Promise.reject(new Error('down'));
  const response = await send(formPost({ ...goodRequests['short-call'], slot: '' }));
  expect(response.status).toBe(503);
  const html = await response.text();
  expect([html.includes('no time is free'), html.includes('press first')]).toEqual([false, true]);
});

test('every way out that is in use has news of a request', async () => {
  const { send, deps } = endpoint({ channels: ['webhook', 'mail'] });
  await send(jsonPost(goodRequest));
  const rows = (await deps.store.outboxList()).map(({ channel, type }) => `${channel} ${type}`);
  expect(rows.toSorted()).toEqual(['mail request.created', 'webhook request.created']);
});

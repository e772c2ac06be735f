import { expect, test } from 'vitest';
import { endpoint } from './endpoint.ts';
import { inbound } from './fake-carrier.ts';

const phone = '+13125550142';

test('STOP from a number that never asked is answered and kept', async () => {
  const { send, deps } = endpoint();
  const response = await send(inbound('stop', phone));
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('no more texts')]);
  expect(await deps.store.suppressedSince(await deps.keyed.subjectKey(phone))).toBe('2026-11-23T15:00:00.000Z');
});

test('where the carrier keeps its own list, it has answered already', async () => {
  const { send, deps } = endpoint();
  const response = await send(inbound('arrêtez tout', phone, { more: { OptOutType: 'STOP' } }));
  expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('<Message>')]);
  expect(await deps.store.suppressedSince(await deps.keyed.subjectKey(phone))).toBeDefined();
});

test('a message that comes twice at once is answered once', async () => {
  const { send } = endpoint();
  const id = 'SM00000000000000000000000000000001';
  const both = await Promise.all([1, 2].map(() => send(inbound('HELP', phone, { id }))));
  const answers = await Promise.all(both.map((response) => response.text()));
  expect(answers.filter((answer) => answer.includes('<Message>'))).toHaveLength(1);
});

test.each([
  { what: 'without a signature', how: { headers: { 'x-twilio-signature': '' } }, status: 401 },
  { what: 'with a field changed on the way', how: { changes: { Body: 'YES' } }, status: 401 },
  { what: 'with a field added on the way', how: { changes: { More: '' } }, status: 401 },
  { what: 'without an id', how: { more: { MessageSid: '' } }, status: 400 },
  { what: 'as JSON', how: { headers: { 'content-type': 'application/json' } }, status: 415 },
  { what: 'too long', how: { more: { Body: 'x'.repeat(33_000) } }, status: 413 },
])('a message $what is answered with $status and changes nothing', async ({ how, status }) => {
  const { send, deps } = endpoint();
  const response = await send(inbound('STOP', phone, how));
  expect(response.status).toBe(status);
  expect(await deps.store.suppressedSince(await deps.keyed.subjectKey(phone))).toBeUndefined();
  expect(await response.text()).not.toContain('STOP');
});

test('the log knows neither number nor words', async () => {
  const { send, log } = endpoint();
  await send(inbound('CANARY words', phone));
  expect(log.join()).toContain('"route":"sms-inbound","status":200');
  expect(log.join()).not.toMatch(/CANARY|3125550142/);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';

const key = '3f2b8c1e-7a54-4d0e-9b1a-2c6d5e4f3a21';

test('a key sent twice gives the first answer again, marked as a replay', async () => {
  const { send, deps } = endpoint();
  const first = await send(jsonPost({ ...goodRequest, requestId: key }));
  const again = await send(
    jsonPost({ ...goodRequest, phone: '(217) 555-0142' }, { 'idempotency-key': `"${key.toUpperCase()}"` }),
  );
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  expect(await again.json()).toEqual(await first.json());
  expect(await deps.store.list()).toHaveLength(1);
});

test('a key with other content is refused', async () => {
  const { send } = endpoint();
  await send(jsonPost({ ...goodRequest, requestId: key }));
  const response = await send(jsonPost({ ...goodRequest, requestId: key, phone: '217 555 0143' }));
  expect([response.status, (await response.json()).code]).toEqual([422, 'key-reused']);
});

test('a key in the header that differs from the one in the form is refused', async () => {
  const { send } = endpoint();
  const response = await send(jsonPost({ ...goodRequest, requestId: key }, { 'idempotency-key': randomUUID() }));
  expect((await response.json()).errors).toMatchObject([{ code: 'requestId.differs' }]);
});

test('without a key every post is new, even with the same content', async () => {
  const { send } = endpoint();
  const [first, second] = [await send(jsonPost(goodRequest)), await send(jsonPost(goodRequest))];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect((await first.json()).reference).not.toBe((await second.json()).reference);
});

test('fifty posts at once with one key are one request', async () => {
  const { send, deps } = endpoint();
  const responses = await Promise.all(
    Array.from({ length: 50 }, () => send(jsonPost({ ...goodRequest, requestId: key }))),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201]);
  const references = await Promise.all(responses.map(async (response) => (await response.json()).reference));
  expect(new Set(references).size).toBe(1);
  expect(await deps.store.list()).toHaveLength(1);
});

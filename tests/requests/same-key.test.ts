import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { RequestStore } from '#requests/ports.ts';
import { fileStore } from './delivery-rig.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** Fifty posts at once with one key, by turns to two servers on one store that know nothing of each other. */
async function fiftyAtOnce(wrap: (store: RequestStore) => RequestStore = (store) => store) {
  const file = fileStore();
  open.push(file);
  const store = wrap(file.store);
  const servers = [endpoint({ store }), endpoint({ store })];
  const requestId = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, number) =>
      (servers[number % 2] as (typeof servers)[0]).send(jsonPost({ ...goodRequest, requestId })),
    ),
  );
  const receipts = await Promise.all(answers.map((answer) => answer.json()));
  return {
    statuses: answers.map(({ status }) => status).toSorted(),
    receipts: new Set(receipts.map((receipt) => JSON.stringify(receipt))).size,
    stats: await file.store.stats(),
  };
}

test('fifty posts at once with one key are one record in the file, even from two servers', async () => {
  const { statuses, receipts, stats } = await fiftyAtOnce();
  expect(statuses).toEqual([...Array(49).fill(200), 201]);
  expect(receipts).toBe(1);
  expect([stats.requests.open, stats.evidence.active, stats.outbox.due]).toEqual([1, 1, 1]);
});

test('a store that remembers no key is found', async () => {
  const forgetful = (store: RequestStore): RequestStore => ({
    ...store,
    accept: ({ binding: _, ...rows }) => store.accept(rows),
  });
  expect((await fiftyAtOnce(forgetful)).stats.requests.open).toBe(50);
});

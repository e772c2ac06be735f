import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Acceptance } from '#requests/intake.ts';
import type { RequestStore } from '#requests/ports.ts';
import { lockStore } from '#requests/stores/lock.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { openSqlite } from '#requests/stores/sqlite.ts';
import { acceptance, erasureOf, noLimits } from './rows.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'nrs-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = () => {
  files += 1;
  return join(folder, `${files}.sqlite`);
};

storeContract('SQLite', () => {
  const database = openSqlite(newPath());
  return sqlStore(database, database.truncateLog);
});

test('a store opened again still holds what it acknowledged', async () => {
  const path = newPath();
  const first = openSqlite(path);
  const rows = await acceptance();
  await sqlStore(first).accept(rows);
  first.close();
  expect((await sqlStore(openSqlite(path)).list()).map(({ id }) => id)).toEqual([rows.request.id]);
});

test('the command line reads beside the open server', async () => {
  const path = newPath();
  const server = sqlStore(openSqlite(path));
  await server.accept(await acceptance());
  expect(await sqlStore(openSqlite(path)).list()).toHaveLength(1);
});

/** Whether a word stands in any file of a store: in the database, its log or whatever else SQLite keeps beside them. */
const holds = (path: string, word: string): boolean =>
  readdirSync(folder)
    .filter((file) => join(folder, file).startsWith(path))
    .some((file) => readFileSync(join(folder, file)).includes(word));

test.each([
  {
    how: 'erasing',
    erase: async (store: RequestStore, rows: Acceptance) => store.erase(await erasureOf(rows)),
  },
  {
    how: 'retention',
    erase: (store: RequestStore, { request: { receivedAt } }: Acceptance) =>
      store.purgeBefore({ ...noLimits, receivedUpTo: receivedAt }),
  },
])('after $how, neither body nor key is left in any file of the store', async ({ erase }) => {
  const path = newPath();
  const database = openSqlite(path);
  const store = sqlStore(database, database.truncateLog);
  const rows = await acceptance({ key: 'CLIENT-KEY-CANARY' });
  rows.request.sealed = { keyId: 'k1', body: 'SEALED-BODY-CANARY', wrappedKey: 'WRAPPED-KEY-CANARY' };
  await store.accept(rows);
  expect(holds(path, 'SEALED-BODY-CANARY')).toBe(true);
  await erase(store, rows);
  for (const gone of ['SEALED-BODY-CANARY', 'WRAPPED-KEY-CANARY']) expect(holds(path, gone)).toBe(false);
});

test('a log that a reader held up is emptied by the next run of retention', async () => {
  const path = newPath();
  const database = openSqlite(path);
  const store = sqlStore(database, database.truncateLog);
  const rows = await acceptance();
  rows.request.sealed = { keyId: 'k1', body: 'SEALED-BODY-CANARY', wrappedKey: 'WRAPPED-KEY-CANARY' };
  await store.accept(rows);
  const { receivedAt } = rows.request;
  const limits = { ...noLimits, receivedUpTo: receivedAt };
  await sqlStore(database).purgeBefore(limits);
  expect(holds(path, 'SEALED-BODY-CANARY')).toBe(true);
  expect(await store.purgeBefore(limits)).toEqual({ erasedRequests: 0, deletedBindings: 0 });
  expect(holds(path, 'CANARY')).toBe(false);
});

test('a batch with one failing statement writes nothing', async () => {
  const database = openSqlite(newPath());
  const insert = database.prepare(
    'INSERT INTO idempotency (key, request_id, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)',
  );
  const row = ['a', 'r', 'f', '{}', 'now'] as const;
  await expect(database.batch([insert.bind(...row), insert.bind(...row)])).rejects.toThrow(/UNIQUE/);
  expect((await database.prepare('SELECT * FROM idempotency').bind().all()).results).toEqual([]);
});

test('a store has one server at a time', () => {
  const path = join(folder, 'server.lock');
  const first = lockStore(path);
  expect(first).toBeDefined();
  expect(lockStore(path)).toBeUndefined();
  first?.release();
  expect(lockStore(path)).toBeDefined();
});

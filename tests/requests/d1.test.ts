import { readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { behind, d1 } from '#requests/stores/d1.ts';
import type { Database } from '#requests/stores/database.ts';
import { migrations } from '#requests/stores/migrations.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { emptyStore, localD1, migrate } from './local-d1.ts';
import { acceptance } from './rows.ts';
import { storeContract } from './store-contract.ts';

const local = await localD1('WHOLE', 'EMPTY', 'OLD');
afterAll(() => local.close());
const whole = local.database('WHOLE');
const emptied = await emptyStore(whole);

storeContract('D1', async () => sqlStore(d1(await emptied())));

test('a worker knows every migration by its name', () => {
  expect(readdirSync('migrations').sort()).toEqual([...migrations]);
});

test('a store whose tables are behind is named with what it lacks and the command that mends it', async () => {
  await migrate(local.database('OLD'), migrations.slice(0, 1));
  expect(await behind(local.database('WHOLE'))).toBeUndefined();
  expect(await behind(local.database('EMPTY'))).toBe(
    `The D1 store lacks ${migrations.join(', ')}. Apply: npx wrangler d1 migrations apply STORE --remote`,
  );
  expect(await behind(local.database('OLD'))).toMatch(/^The D1 store lacks 0002_delivery_slots_texts\.sql/);
});

test('a batch with one failing statement writes nothing', async () => {
  const database = d1(await emptied());
  const insert = database.prepare(
    'INSERT INTO idempotency (key, request_id, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)',
  );
  const row = ['a', 'r', 'f', '{}', 'now'] as const;
  await expect(database.batch([insert.bind(...row), insert.bind(...row)])).rejects.toThrow(/UNIQUE/);
  expect((await database.prepare('SELECT * FROM idempotency').bind().all()).results).toEqual([]);
});

/** A binding whose batches fail some times, before or after they were carried out. */
function failing(database: Database, message: string, when: 'before' | 'after', times: number): Database {
  let left = times;
  return {
    prepare: (sql) => database.prepare(sql),
    async batch(statements) {
      const fails = left > 0;
      left -= 1;
      if (fails && when === 'before') throw new Error(message);
      const results = await database.batch(statements);
      if (fails) throw new Error(message);
      return results;
    },
  };
}
const lost = 'D1_ERROR: Network connection lost.';

test.each(['before', 'after'] as const)(
  'a request whose batch lost its connection %s it was carried out is accepted, once',
  async (when) => {
    const pauses: number[] = [];
    const pause = async (ms: number) => void pauses.push(ms);
    const store = sqlStore(d1(failing(await emptied(), lost, when, 2), pause));
    const rows = await acceptance({ key: 'client-key' });
    expect(await store.accept(rows)).toBe('accepted');
    expect(await store.stats()).toMatchObject({ requests: { open: 1 }, evidence: { active: 1 }, outbox: { due: 1 } });
    expect(pauses.length).toBeGreaterThan(0);
  },
);

test('a fault that stays is given up after four attempts, and one that does not pass at once', async () => {
  const attempts = async (message: string) => {
    let paused = 0;
    const pause = async () => {
      paused += 1;
    };
    const store = sqlStore(d1(failing(await emptied(), message, 'before', Number.POSITIVE_INFINITY), pause));
    await expect(store.accept(await acceptance())).rejects.toThrow(message);
    expect(await store.list()).toEqual([]);
    return paused + 1;
  };
  expect(await attempts(lost)).toBe(4);
  expect(await attempts('D1_ERROR: no such column')).toBe(1);
});

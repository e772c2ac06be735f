import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler';
import type { Database } from '#requests/stores/database.ts';
import { migrations } from '#requests/stores/migrations.ts';
import { emptying } from './emptying.ts';

process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';
process.env['WRANGLER_SEND_METRICS'] = 'false';

/** D1 databases in the real runtime of Workers, on this computer and in memory. */
export async function localD1(...bindings: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-d1-'));
  const configPath = join(folder, 'wrangler.json');
  const databases = bindings.map((binding) => ({ binding, database_name: binding, database_id: binding }));
  writeFileSync(
    configPath,
    JSON.stringify({ name: 'store', compatibility_date: '2026-10-01', d1_databases: databases }),
  );
  const { env, dispose } = await getPlatformProxy<Record<string, Database>>({
    configPath,
    persist: false,
    remoteBindings: false,
  });
  return {
    database: (binding: string): Database => env[binding] as Database,
    async close() {
      await dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Applies migrations as `wrangler d1 migrations apply` does: each file in a batch, its name in the same table. */
export async function migrate(database: Database, names: readonly string[] = migrations): Promise<void> {
  const statement = (sql: string) => database.prepare(sql).bind();
  await statement('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)').run();
  for (const name of names) {
    const statements = unstable_splitSqlQuery(readFileSync(`migrations/${name}`, 'utf8')).map(statement);
    const remember = database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await database.batch([...statements, remember]);
  }
}

/** Applies all migrations; resolves to what empties every table again. */
export async function emptyStore(database: Database): Promise<() => Promise<Database>> {
  await migrate(database);
  return emptying(database);
}

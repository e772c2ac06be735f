import type { Database } from '#requests/stores/database.ts';

/** What empties every table of a store. */
export async function emptying(database: Database): Promise<() => Promise<Database>> {
  const { results } = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_cf*' AND name NOT GLOB 'sqlite*'",
    )
    .bind()
    .all<{ name: string }>();
  const names = results.map(({ name }) => name).filter((name) => name !== 'd1_migrations');
  const statements = ['PRAGMA defer_foreign_keys = on', ...names.map((name) => `DELETE FROM ${name}`)];
  // Each call of a statement crosses to the runtime's process, so they are made once.
  const bound = statements.map((sql) => database.prepare(sql).bind());
  return async () => {
    await database.batch(bound);
    return database;
  };
}

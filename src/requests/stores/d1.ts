import type { Bound, Database } from './database.ts';
import { migrations } from './migrations.ts';

/** D1's own words for faults that pass by themselves: https://developers.cloudflare.com/d1/best-practices/retry-queries */
const passing = /Network connection lost|storage caused object to be reset|reset because its code was updated/;
/** Milliseconds before each further attempt, before jitter. A reader waits at the other end. */
const pauses = [50, 200, 800];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));

/**
 * A D1 binding as the store uses it. What fails for a passing reason is tried again: every batch of ours may run a second time
 * after a first whose answer was lost.
 */
export function d1(binding: Database, pause: (ms: number) => Promise<void> = wait): Database {
  const trying = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    for (const ms of pauses) {
      try {
        return await work();
      } catch (error) {
        if (!passing.test(String(error))) throw error;
        await pause(ms);
      }
    }
    return work();
  };
  /** The statements of the binding behind ours: it takes no others in a batch. */
  const own = new WeakMap<Bound, Bound>();
  const bound = (statement: Bound): Bound => {
    const ours: Bound = {
      first: <Row>() => trying(() => statement.first<Row>()),
      all: <Row>() => trying(() => statement.all<Row>()),
      run: () => trying(() => statement.run()),
    };
    own.set(ours, statement);
    return ours;
  };
  return {
    prepare: (sql) => ({ bind: (...values) => bound(binding.prepare(sql).bind(...values)) }),
    batch: (statements) => trying(() => binding.batch(statements.map((one) => own.get(one) ?? one))),
  };
}

/** Names of migrations are kept in this table by Wrangler, which applies them. */
const selectApplied = 'SELECT name FROM d1_migrations';

/** Why a database must not be used as a store yet, with what to do; undefined where it is up to date. */
export async function behind(
  database: Database,
  howToApply = 'Apply: npx wrangler d1 migrations apply STORE --remote',
): Promise<string | undefined> {
  const applied = await appliedTo(database);
  const missing = migrations.filter((name) => !applied.includes(name));
  return missing.length > 0 ? `The D1 store lacks ${missing.join(', ')}. ${howToApply}` : undefined;
}

async function appliedTo(database: Database): Promise<string[]> {
  try {
    const { results } = await database.prepare(selectApplied).bind().all<{ name: string }>();
    return results.map(({ name }) => name);
  } catch (error) {
    if (/no such table/.test(String(error))) return [];
    throw error;
  }
}

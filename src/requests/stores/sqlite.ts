import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Bound, Database, SqlValue } from './database.ts';
import { groupCommit } from './group-commit.ts';

/** An open SQLite file in D1's shape. */
export interface SqliteDatabase extends Database {
  /** Moves the log into the file and empties it, so that what was erased is nowhere any more. */
  truncateLog(): void;
  close(): void;
}

interface SqliteBound extends Bound {
  execute(): unknown[];
}

/**
 * How long the log may grow, in pages of 4 kB, before its pages are copied into the file. Random keys touch the same pages again and
 * again, and each is copied once, so four times SQLite's own value spares a busy server a tenth of its time. What must be gone at once
 * does not wait for it: see `truncateLog`.
 */
const longestLog = 4000;

/** Durability and erasure rest on these; SQLite answers with its own value when it cannot do as asked. */
const mustHold = { journal_mode: 'wal', synchronous: 2, secure_delete: 1, foreign_keys: 1 } as const;

function assertPragmas(file: DatabaseSync): void {
  for (const [name, wanted] of Object.entries(mustHold)) {
    const found = Object.values(file.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    if (found !== wanted) throw new Error(`SQLite keeps ${name} at ${found} instead of ${wanted} for this file`);
  }
}

/** A store that a later version of this project has written. */
export class NewerStore extends Error {}

/** Applies each file of the folder once, in the order of their names, and remembers it. */
function migrate(file: DatabaseSync, folder: URL): void {
  file.exec('BEGIN IMMEDIATE');
  try {
    file.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT');
    const applied = new Set(
      file
        .prepare('SELECT name FROM migration')
        .all()
        .map(({ name }) => name),
    );
    const known = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    const later = [...applied].filter((name) => !known.includes(String(name)));
    if (later.length > 0) throw new NewerStore(`a newer version has applied ${later.join(', ')} to it`);
    const pending = known.filter((name) => !applied.has(name));
    for (const name of pending.sort()) {
      file.exec(readFileSync(new URL(name, folder), 'utf8'));
      file.prepare('INSERT INTO migration (name) VALUES (?)').run(name);
    }
    file.exec('COMMIT');
  } catch (error) {
    file.exec('ROLLBACK');
    throw error;
  }
}

/** Where the changes of the tables lie, in the order of their names. */
export const migrationsFolder = new URL('../../../migrations/', import.meta.url);

/** How long a step waits for somebody else who writes. Meanwhile this process answers nobody: SQLite is called directly. */
const patienceMs = 2000;

/** Opens (or makes) a store file and brings its tables up to date. Throws where the file cannot keep our promises. */
export function openSqlite(path: string, migrations = migrationsFolder): SqliteDatabase {
  const file = new DatabaseSync(path, { timeout: patienceMs });
  try {
    file.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;');
    file.exec(`PRAGMA wal_autocheckpoint=${longestLog}`);
    assertPragmas(file);
    migrate(file, migrations);
  } catch (error) {
    file.close();
    throw error;
  }

  const commits = groupCommit(file);
  const statements = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? file.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const bind = (sql: string, values: SqlValue[]): SqliteBound => {
    const execute = () => statement(sql).all(...values);
    return {
      execute,
      first: async <Row>() => (execute()[0] as Row | undefined) ?? null,
      all: async <Row>() => ({ results: execute() as Row[] }),
      run: async () => execute(),
    };
  };
  return {
    prepare: (sql) => ({ bind: (...values) => bind(sql, values) }),
    batch: (bound) => commits.add(() => bound.map((one) => ({ results: (one as SqliteBound).execute() }))),
    truncateLog: () => file.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close() {
      commits.flush();
      file.close();
    },
  };
}

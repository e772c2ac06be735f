import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { migrationsFolder } from './sqlite.ts';

/** What can be told of a store file without changing it. */
export interface Inspected {
  /** What SQLite says of the file's own order; `ok` where it is whole. */
  integrity: string;
  /** Changes of the tables that this version brings and the file does not have yet. */
  pending: string[];
  /** Changes that the file has and this version does not know: a newer version wrote it. */
  unknown: string[];
  /** Whether it can be written to now, or why not. */
  writing: 'yes' | 'busy' | 'no';
}

const ofError = (error: unknown): 'busy' | 'no' =>
  error instanceof Error && /locked|busy/.test(error.message) ? 'busy' : 'no';

function writing(path: string): Inspected['writing'] {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { timeout: 2000 });
    file.exec('BEGIN IMMEDIATE; ROLLBACK');
    return 'yes';
  } catch (error) {
    return ofError(error);
  } finally {
    file?.close();
  }
}

/** Looks at a store file beside a running server. Throws where it is no SQLite file. */
export function inspectSqlite(path: string): Inspected {
  const file = new DatabaseSync(path, { readOnly: true, timeout: 2000 });
  try {
    const integrity = String(Object.values(file.prepare('PRAGMA quick_check(1)').get() ?? {})[0]);
    const applied = new Set(
      file
        .prepare('SELECT name FROM migration')
        .all()
        .map(({ name }) => String(name)),
    );
    const ours = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
    return {
      integrity,
      pending: ours.filter((name) => !applied.has(name)),
      unknown: [...applied].filter((name) => !ours.includes(name)),
      writing: writing(path),
    };
  } finally {
    file.close();
  }
}

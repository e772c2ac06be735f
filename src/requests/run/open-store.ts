import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestStore } from '../ports.ts';
import { sqlStore } from '../stores/sql-store.ts';
import { openSqlite, type SqliteDatabase } from '../stores/sqlite.ts';
import { Refused } from './refused.ts';

/** The store file of a data folder. */
export const storeFile = (dataDir: string): string => join(dataDir, 'requests.sqlite');

/**
 * Opens the embedded store of a data folder; the folder and the file are made at first use, for this user only. Throws `Refused`
 * where the file is not a store that can be used.
 */
export function openStore(dataDir: string): { store: RequestStore; close(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = opened(storeFile(dataDir));
  return { store: sqlStore(database, database.truncateLog), close: database.close };
}

function opened(path: string): SqliteDatabase {
  try {
    return openSqlite(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refused(
      `${path} cannot be used (${why}). Nothing in it was changed. Bring back a backup, or move the file away to begin with an empty store.`,
    );
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestStore } from '../ports.ts';
import { sqlStore } from '../stores/sql-store.ts';
import { openSqlite } from '../stores/sqlite.ts';
import { orRefuse } from './store-trouble.ts';

/** The store file of a data folder. */
export const storeFile = (dataDir: string): string => join(dataDir, 'requests.sqlite');

/**
 * Opens the embedded store of a data folder; the folder and the file are made at first use, for this user only. Throws `Refused`
 * where the file is not a store that can be used.
 */
export function openStore(dataDir: string): { store: RequestStore; close(): void } {
  orRefuse('folder', dataDir, () => mkdirSync(dataDir, { recursive: true, mode: 0o700 }));
  const path = storeFile(dataDir);
  const database = orRefuse('store', path, () => openSqlite(path));
  return { store: sqlStore(database, database.truncateLog), close: database.close };
}

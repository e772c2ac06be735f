import { DatabaseSync } from 'node:sqlite';

/**
 * Makes this process the only server of a store. The lock is the operating system's own, taken through an empty SQLite file
 * beside the store: it ends with the process however that dies, so no stale lock is ever left. Undefined where another holds it.
 */
export function lockStore(path: string): { release(): void } | undefined {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch {
    file.close();
    return undefined;
  }
  return { release: () => file.close() };
}

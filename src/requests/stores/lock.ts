import { DatabaseSync } from 'node:sqlite';

/** SQLite's code for a file that another process holds. */
const busy = 5;

/**
 * Makes this process the only server of a store. The lock is the operating system's own, taken through an empty SQLite file
 * beside the store: it ends with the process however that dies, so no stale lock is ever left. Undefined where another holds it; throws where no lock can be taken.
 */
export function lockStore(path: string): { release(): void } | undefined {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
  return { release: () => file.close() };
}

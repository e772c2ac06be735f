import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { carryOver, countMissing, countRestored, insertMade, joinKeys, partKeys, selectMade } from './sql-backup.ts';

/** The wrapped keys of a backup lie beside it: they are kept for days, the rest for as long as one likes. */
export const keysBeside = (path: string): string => `${path}.keys`;

/** Together with a rename this makes a file whole or not there, also when the power fails. */
export function putInPlace(from: string, to: string): void {
  const file = openSync(from, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(from, to);
  const folder = openSync(dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/**
 * Copies a store that may be written to meanwhile: one moment of it, in one step, so that a busy store cannot make the copy start again
 * and again. The keys go into a file of their own; both are there or neither.
 */
export async function backupSqlite(from: string, to: string, at: string): Promise<void> {
  const [whole, keys] = [`${to}.${process.pid}.partial`, `${keysBeside(to)}.${process.pid}.partial`];
  try {
    const source = new DatabaseSync(from, { timeout: 5000 });
    try {
      await backup(source, whole, { rate: 2 ** 31 - 1 });
    } finally {
      source.close();
    }
    const copy = new DatabaseSync(whole);
    try {
      copy.exec('PRAGMA journal_mode=DELETE; PRAGMA secure_delete=ON');
      copy.exec(`ATTACH ${quoted(keys)} AS keys`);
      copy.exec(partKeys);
      copy.prepare(insertMade).run(at);
      copy.exec('DETACH keys; VACUUM');
    } finally {
      copy.close();
    }
    putInPlace(keys, keysBeside(to));
    putInPlace(whole, to);
  } finally {
    for (const path of [whole, keys]) rmSync(path, { force: true });
  }
}

/** When a file of keys was made; undefined where it is none. */
export function keysMadeAt(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const file = new DatabaseSync(path, { readOnly: true });
    try {
      const { at } = file.prepare(selectMade).get() ?? {};
      return typeof at === 'string' ? at : undefined;
    } finally {
      file.close();
    }
  } catch {
    return undefined;
  }
}

/** Deletes the files of keys in a folder that were made then or before; answers how many. */
export function deleteOldKeys(folder: string, madeUpTo: string): number {
  const old = readdirSync(folder)
    .filter((name) => name.endsWith('.keys'))
    .map((name) => join(folder, name))
    .filter((path) => (keysMadeAt(path) ?? '9999') <= madeUpTo);
  for (const path of old) rmSync(path);
  return old.length;
}

/** Copies a backup to a place where it becomes a store, with its keys where they are given. */
export function copyForRestore(backupPath: string, to: string, keys: string | undefined): void {
  rmSync(to, { force: true });
  copyFileSync(backupPath, to);
  if (!keys) return;
  const file = new DatabaseSync(to);
  try {
    file.exec(`ATTACH ${quoted(keys)} AS keys`);
    file.exec(joinKeys);
  } finally {
    file.close();
  }
}

/** What a store that comes in the place of another one holds. */
export interface Restored {
  requests: number;
  /** Requests whose keys are gone: nobody can open them. */
  unreadable: number;
  /** Requests of the replaced store that are not in this one; undefined where that store could not be read. */
  missing?: number;
}

/** Takes over from the store that is replaced what a backup must not undo, and counts. Both are of this version. */
export function carryOverFrom(oldPath: string | undefined, path: string): Restored {
  const file = new DatabaseSync(path, { timeout: 5000 });
  try {
    let missing: number | undefined;
    if (oldPath) {
      file.exec(`PRAGMA secure_delete=ON; ATTACH ${quoted(oldPath)} AS old`);
      file.exec(`BEGIN; ${carryOver} COMMIT`);
      missing = Number(file.prepare(countMissing).get()?.['number']);
      file.exec('DETACH old');
    }
    const counted = file.prepare(countRestored).get() ?? {};
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { requests, unreadable } = counted;
    return { requests: Number(requests), unreadable: Number(unreadable), ...(missing !== undefined && { missing }) };
  } finally {
    file.close();
  }
}

/**
 * Gives a store a second name, so that it stays when the first is given to another one. At no moment is there no store: a server that
 * starts in between would make an empty one.
 */
export function keepStore(path: string, keptAs: string): void {
  if (!existsSync(path)) return;
  for (const beside of ['-wal', '-shm']) {
    if (existsSync(path + beside)) renameSync(path + beside, keptAs + beside);
  }
  linkSync(path, keptAs);
}

/** Deletes a store with what SQLite keeps beside it. */
export function deleteStore(path: string): void {
  for (const beside of ['-wal', '-shm', '']) rmSync(path + beside, { force: true });
}

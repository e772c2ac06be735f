import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { clockFrom } from '#requests/run/clock.ts';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { readSettings } from '#requests/run/settings.ts';
import { lockStore } from '#requests/stores/lock.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { openSqlite } from '#requests/stores/sqlite.ts';
import {
  backupSqlite,
  carryOverFrom,
  copyForRestore,
  deleteOldKeys,
  deleteStore,
  keepStore,
  keysBeside,
  keysMadeAt,
  putInPlace,
  type Restored,
} from '#requests/stores/sqlite-backup.ts';
import { inspectSqlite } from '#requests/stores/sqlite-inspect.ts';
import { verifyEvidence } from '#requests/verify-evidence.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Wrapped keys older than this would keep alive what was promised to be erased. */
const keysKeptMs = 7 * 24 * 3_600_000;

/** Copies the store beside a running server. What opens the bodies goes into a second file, which is kept for a week at most. */
export async function backUp(env: Environment, to: string, asJson: boolean): Promise<Outcome> {
  const read = readSettings(env);
  if (!read.ok) return impossible(read.problems.join('\n'));
  const path = storeFile(read.settings.DATA_DIR);
  if (!existsSync(path))
    return impossible(`No store at ${path}. Name its folder: DATA_DIR=other npm run ops -- backup ${to}`);
  const taken = [to, keysBeside(to)].find((file) => existsSync(file));
  if (taken) return impossible(`${taken} is there already. A backup never writes over another: choose a new name.`);
  if (!existsSync(dirname(resolve(to)))) return impossible(`There is no folder ${dirname(to)}.`);
  // Backups are for this user only, as the store is.
  process.umask(0o077);
  const now = clockFrom(read.settings.NRS_TEST_CLOCK).now();
  await backupSqlite(path, to, now.toISOString());
  const deleted = deleteOldKeys(dirname(resolve(to)), new Date(now.getTime() - keysKeptMs).toISOString());
  if (asJson) return json({ backup: to, keys: keysBeside(to), deletedKeys: deleted });
  return done(
    [
      `Backup: ${to}`,
      `Keys:   ${keysBeside(to)} (delete it within 7 days; the next backup in this folder does so by itself)`,
      ...(deleted > 0 ? [`Deleted keys that were older than 7 days: ${deleted}`] : []),
    ].join('\n'),
  );
}

/** Why a file cannot become the store; undefined where it can. */
function whyNot(file: string): string | undefined {
  if (!existsSync(file)) return `There is no ${file}.`;
  try {
    const { integrity, unknown } = inspectSqlite(file);
    if (integrity !== 'ok') return `${file} is damaged. Take another backup.`;
    return unknown.length > 0 ? `A newer version wrote ${file}. Restore it with that version.` : undefined;
  } catch {
    return `${file} is no backup of a store.`;
  }
}

/** Brings a copy up to date and walks its evidence; resolves to what is wrong with it. */
async function faultOf(path: string): Promise<string | undefined> {
  const database = openSqlite(path);
  try {
    const { broken } = await verifyEvidence(sqlStore(database));
    return broken && `Its evidence does not hold: link ${broken.seq} is broken. Take another backup.`;
  } finally {
    database.close();
  }
}

/** Whether a store can be read by this version once it was opened. */
function isReadable(dataDir: string): boolean {
  if (!existsSync(storeFile(dataDir)) || whyNot(storeFile(dataDir))) return false;
  openStore(dataDir).close();
  return true;
}

/** Puts a backup in the place of the store, while no server runs. The store that was there is kept until the new one is in its place. */
export async function restore(env: Environment, file: string, asJson: boolean): Promise<Outcome> {
  const read = readSettings(env);
  if (!read.ok) return impossible(read.problems.join('\n'));
  const { DATA_DIR, NRS_TEST_CLOCK } = read.settings;
  const reason = whyNot(file);
  if (reason) return impossible(`${reason} Nothing was changed.`);
  process.umask(0o077);
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  const lock = lockStore(join(DATA_DIR, 'server.lock'));
  if (!lock) return impossible(`A server uses ${DATA_DIR}. Stop it first. Nothing was changed.`);
  try {
    const madeAt = keysMadeAt(keysBeside(file));
    const isFresh = madeAt !== undefined && Date.parse(madeAt) > clockFrom(NRS_TEST_CLOCK).now().getTime() - keysKeptMs;
    return await replaceStore(DATA_DIR, file, isFresh ? keysBeside(file) : undefined, asJson);
  } finally {
    lock.release();
  }
}

async function replaceStore(
  dataDir: string,
  file: string,
  keys: string | undefined,
  asJson: boolean,
): Promise<Outcome> {
  const path = storeFile(dataDir);
  const [coming, before] = [`${path}.restoring`, `${path}.before-restore`];
  if (existsSync(before)) {
    return impossible(
      `${before} is there from an earlier restore. Look into it, delete it, and try again. Nothing was changed.`,
    );
  }
  let restored: Restored;
  try {
    copyForRestore(file, coming, keys);
    const fault = await faultOf(coming);
    if (fault) return impossible(`${fault} Nothing was changed.`);
    restored = carryOverFrom(isReadable(dataDir) ? path : undefined, coming);
    keepStore(path, before);
    putInPlace(coming, path);
  } finally {
    deleteStore(coming);
  }
  const isKept = existsSync(before) && restored.missing !== 0;
  if (!isKept) deleteStore(before);
  if (asJson) return json({ ...restored, keptBefore: isKept ? before : null });
  return done(
    [
      `Restored: ${restored.requests} requests.`,
      ...(restored.unreadable > 0
        ? [`${restored.unreadable} of them cannot be opened: their keys are gone, or older than 7 days.`]
        : []),
      ...(isKept
        ? [
            `What was there before lies in ${before}: ${restored.missing ?? 'nobody knows how many'} requests are only there. Delete it once you have seen to them.`,
          ]
        : []),
      'Next: npm run ops -- doctor, then start the server.',
    ].join('\n'),
  );
}

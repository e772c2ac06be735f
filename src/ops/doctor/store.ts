import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { lockStore } from '#requests/stores/lock.ts';
import { type Inspected, inspectSqlite } from '#requests/stores/sqlite-inspect.ts';
import { type Finding, ill, type StoreLooked, well } from './finding.ts';

const megabyte = 1024 * 1024;
/** A request takes a few kilobytes; with less than this a log or a build fills the rest before anybody looks again. */
const leastFree = 200 * megabyte;

/** Whether a server holds the store at this moment. */
function isServed(dataDir: string): boolean {
  const path = join(dataDir, 'server.lock');
  if (!existsSync(path)) return false;
  const lock = lockStore(path);
  lock?.release();
  return lock === undefined;
}

function schemaFinding({ integrity, pending, unknown }: Inspected): Finding {
  if (integrity !== 'ok') {
    return ill('store', 'The store file is damaged.', 'Stop the server, then: npm run ops -- restore <backup>');
  }
  if (unknown.length > 0) {
    return ill(
      'store',
      `A newer version wrote this store (${unknown.join(', ')}).`,
      'Run that version, or restore a backup of this one.',
    );
  }
  if (pending.length > 0) {
    return ill(
      'store',
      `The tables are older than this version (${pending.join(', ')}).`,
      'Start the server once; it brings them up to date.',
    );
  }
  return well('store', 'The file is whole and its tables fit this version.');
}

function writingFinding(writing: Inspected['writing'], path: string): Finding {
  if (writing === 'yes') return well('store', 'It can be written to.');
  return writing === 'busy'
    ? ill('store', 'Another process has held it for two seconds.', `See who: fuser ${path}`)
    : ill(
        'store',
        'It cannot be written to, so no request can be saved.',
        `Make ${path} and its folder writable for the server's user, and the disk writable.`,
      );
}

/** Looks at the folder and the file of the store, and opens it where its rows can be read as this version expects. */
export function storeFindings(dataDir: string): StoreLooked {
  const path = storeFile(dataDir);
  if (!existsSync(path)) {
    const fix = 'Start the server once (npm start), or name its folder: DATA_DIR=other npm run ops -- doctor';
    return { findings: [ill('store', `There is no store at ${path}.`, fix)], opened: undefined };
  }
  const findings: Finding[] = [];
  if (process.platform !== 'win32' && (statSync(dataDir).mode & 0o077) !== 0) {
    findings.push(ill('store', `Other users of this computer can look into ${dataDir}.`, `chmod 700 ${dataDir}`));
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / megabyte);
  findings.push(
    bavail * bsize < leastFree
      ? ill('store', `Only ${free} MB are free on its disk.`, 'Free some, or move DATA_DIR to a larger disk.')
      : well('store', `${free} MB are free on its disk.`),
  );
  let isUsable = false;
  try {
    const inspected = inspectSqlite(path);
    const schema = schemaFinding(inspected);
    isUsable = schema.ok && inspected.writing === 'yes';
    findings.push(schema, writingFinding(inspected.writing, path));
  } catch {
    findings.push(
      ill(
        'store',
        `${path} is not a store that can be read.`,
        'Stop the server, then: npm run ops -- restore <backup>',
      ),
    );
  }
  findings.push(well('store', isServed(dataDir) ? 'A server uses it.' : 'No server uses it at the moment.'));
  return { findings, opened: isUsable ? openStore(dataDir) : undefined };
}

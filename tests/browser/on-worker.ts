import { copyFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storeFile } from '#requests/run/open-store.ts';
import { type LocalWorker, startWorker } from '../built/local-worker.ts';
import type { RunningServer } from './server.ts';

/** Starts the built site on the local Workers runtime. */
export async function startOnWorker(): Promise<RunningServer> {
  const worker = await startWorker();
  return {
    origin: worker.origin,
    dataDir: () => copied(worker),
    said: worker.said,
    async stop() {
      await worker.stop();
      worker.clear();
    },
  };
}

/** What stands in its D1 by now, as a store of one machine: the tables are the same, only migrations are remembered elsewhere. */
function copied({ dataDir, storeFile: from }: LocalWorker): string {
  const folder = mkdtempSync(join(dataDir, 'desk-'));
  const there = new DatabaseSync(from(), { readOnly: true });
  there.prepare('VACUUM INTO ?').run(storeFile(folder));
  there.close();
  const here = new DatabaseSync(storeFile(folder));
  here.exec(
    'CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT; INSERT INTO migration SELECT name FROM d1_migrations',
  );
  here.close();
  copyFileSync(join(dataDir, 'demo-keys.json'), join(folder, 'demo-keys.json'));
  return folder;
}

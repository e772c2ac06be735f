import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The built site on the local Workers runtime, started as `npm run start:worker` does. */
export interface LocalWorker {
  origin: string;
  /** Its DATA_DIR. */
  dataDir: string;
  /** Everything it has printed. */
  said(): string;
  /** What stands on the disk in the file of its D1, whatever the runtime holds in memory. */
  rows(sql: string): unknown[];
  /** That file. */
  storeFile(): string;
  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null>;
  clear(): void;
}

/** Starts it on a free port with a store of its own. Rejects with what it said where it ends before it listens. */
export async function startWorker(env: Record<string, string> = {}): Promise<LocalWorker> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nrs-worker-'));
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start-worker.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const listening = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const origin = /Next Right Step is at (http:\/\/[\w.:]+)\//.exec(said)?.[1];
        if (origin) resolve(origin);
      });
    }
    void ended.then((code) => reject(new Error(`The worker ended with code ${code} before it listened:\n${said}`)));
  });
  const storeFile = () =>
    globSync(join(dataDir, 'worker/v3/d1/*/*.sqlite')).find((name) => !name.includes('metadata')) ?? '';
  return {
    origin: await listening,
    dataDir,
    said: () => said,
    rows(sql) {
      const database = new DatabaseSync(storeFile(), { readOnly: true });
      const rows = database.prepare(sql).all();
      database.close();
      return rows;
    },
    storeFile,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    clear: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

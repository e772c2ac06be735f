import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running copy of the real server with a store of its own. */
export interface RunningServer {
  origin: string;
  /** Everything it has printed. */
  said(): string;
  /** A DATA_DIR for `ops`: its store holds what the server has saved. */
  dataDir(): string;
  stop(): Promise<void>;
}

/** Starts the built site on a free port. Rejects with what the server said if it ends before it listens. */
export function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'next-right-step-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/requests/run/node.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const origin = said.match(/https?:\/\/[\w.:-]+/)?.[0];
      if (origin) resolve({ origin, dataDir: () => dataDir, said: () => said, stop: () => stop(child, dataDir) });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('exit', (code) => reject(new Error(`The server ended with code ${code} before it listened:\n${said}`)));
  });
}

const stop = (child: ChildProcess, dataDir: string) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => {
      rmSync(dataDir, { recursive: true, force: true });
      resolve();
    });
    child.kill('SIGTERM');
  });

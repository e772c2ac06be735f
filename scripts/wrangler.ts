import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(
  new URL('bin/wrangler.js', import.meta.resolve('wrangler/package.json').replace(/package\.json$/, '')),
);

/** Keeps Wrangler to this computer: no telemetry, no look for news, no questions, nothing written to the home folder. */
const quiet = (folder: string): Record<string, string> => ({
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  DO_NOT_TRACK: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG_PATH: join(folder, 'logs'),
  WRANGLER_REGISTRY_PATH: join(folder, 'registry'),
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  X_LOCAL_EXPLORER: 'false',
});

/** Starts a command of Wrangler; what it keeps goes to the folder. */
export const wrangler = (folder: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quiet(folder) },
  });

/** Everything a command says, and its exit code. */
export async function answered(child: ChildProcess): Promise<{ code: number; said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  return { code, said };
}

if (import.meta.main) {
  const child = wrangler(join(tmpdir(), 'next-right-step-wrangler'), process.argv.slice(2));
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  child.once('exit', (code) => process.exit(code ?? 1));
}

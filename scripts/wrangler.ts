import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quietWrangler } from '../src/requests/run/quiet-wrangler.ts';

const cli = fileURLToPath(
  new URL('bin/wrangler.js', import.meta.resolve('wrangler/package.json').replace(/package\.json$/, '')),
);

/** Starts a command of Wrangler; what it keeps goes to the folder. */
export const wrangler = (folder: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quietWrangler(folder) },
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

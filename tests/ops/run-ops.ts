import { execFile } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { goodRequest } from '../requests/fixtures.ts';
import { type Server, start, tinySite } from '../requests/tiny-site.ts';

/** What a command printed, and how it ended. */
export interface Said {
  out: string;
  error: string;
  status: number | string;
}

/** Runs the command line in a folder, as `npm run ops --` does. */
export const runOps = (folder: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<Said>((ended) => {
    const args = ['--disable-warning=ExperimentalWarning', resolve('src/ops/ops.ts'), ...words];
    const own = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: resolve('node_modules/.cache/node') };
    execFile(process.execPath, args, { cwd: folder, env: { ...own, ...env } }, (error, out, err) =>
      ended({ out: out.trim(), error: err.trim(), status: error?.code ?? 0 }),
    );
  });

/** A running server with a clock that can be set, and the command line beside it. Its store is in `data`. */
export async function opsRig(cleanups: (() => unknown)[], env: Readonly<Record<string, string>> = {}) {
  const folder = tinySite();
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const setClock = (time: string) => {
    writeFileSync(join(folder, 'clock.next'), time);
    renameSync(join(folder, 'clock.next'), join(folder, 'clock.txt'));
  };
  setClock('2026-11-23T15:00:00Z');
  const settings = { NRS_TEST_CLOCK: 'clock.txt', ...env };
  const server: Server = await start(folder, settings);
  cleanups.push(() => server.process.kill('SIGKILL'));
  const ops = (...words: string[]) => runOps(folder, words, settings);
  return {
    folder,
    server,
    setClock,
    ops,
    json: async (...words: string[]) => JSON.parse((await ops(...words, '--json')).out),
    /** Asks for a call, or for what the changes say; resolves to the answer. */
    async ask(changes: Record<string, string> = {}): Promise<{ reference: string; cancelUrl: string }> {
      const response = await fetch(`${server.origin}/api/v1/requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({ ...goodRequest, ...changes }),
      });
      if (response.status !== 201) throw new Error(`Not accepted: ${response.status} ${await response.text()}`);
      return response.json();
    },
  };
}

/**
 * `npm run start:worker`: the same site on the local Workers runtime, with D1, queue and cron on this computer. No login, no network.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { keySettingsFrom } from '../src/requests/run/keys.ts';
import { workerFolder } from '../src/requests/run/open-d1.ts';
import { readSettings } from '../src/requests/run/settings.ts';
import { triggers } from '../src/requests/run/triggers.ts';
import { ensureBuilt } from './ensure-built.ts';
import { answered, wrangler } from './wrangler.ts';

function refuse(reason: string): never {
  console.error(`Not started: ${reason}`);
  process.exit(1);
}

/** Where PORT is 0 the worker still has to know its own origin before it starts. */
const freePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Secrets go by a file for this user's eyes: a command line is everybody's to read. */
function writeSettings(folder: string, settings: object): string {
  const path = join(folder, 'settings.env');
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  writeFileSync(path, given.map(([name, value]) => `${name}='${value}'\n`).join(''), { mode: 0o600 });
  return path;
}

async function start(): Promise<void> {
  const read = readSettings(process.env);
  if (!read.ok) refuse(read.problems.join('\n'));
  const { settings } = read;
  await ensureBuilt();

  const folder = workerFolder(settings.DATA_DIR);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const port = settings.PORT || (await freePort(settings.HOST));
  const file = writeSettings(folder, { ...settings, ...(await keySettingsFrom(settings)), PORT: port });

  const kept = ['--persist-to', folder];
  const { code, said } = await answered(wrangler(folder, ['d1', 'migrations', 'apply', 'STORE', '--local', ...kept]));
  if (code !== 0) refuse(`the tables of the store could not be brought up to date:\n${said}`);

  const place = ['--ip', settings.HOST, '--port', String(port), '--inspector-port', '0'];
  const child = wrangler(folder, ['dev', '--local', ...place, ...kept, '--env-file', file, '--log-level', 'log']);
  let status = 1;
  const stop = (asWished: boolean) => {
    if (asWished) status = 0;
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(true));
  showFaults(child.stderr);
  show(child.stdout, async (address) => {
    // The worker itself knows best whether it can take requests; where it cannot, it has said why.
    if (!(await fetch(`${address}/healthz`)).ok) return stop(false);
    console.log(`Next Right Step is at ${address}/`);
    for (const [cron, ms] of crons) setInterval(() => trigger(address, cron), ms);
  });
  child.once('close', () => process.exit(status));
}

/** Of what Wrangler says, the events of the worker; and once, where it listens. */
function show(output: NodeJS.ReadableStream | null, onReady: (address: string) => Promise<void>): void {
  if (!output) return;
  createInterface({ input: output }).on('line', (line) => {
    const address = /Ready on (http\S+)/.exec(stripVTControlCharacters(line))?.[1];
    if (address) void onReady(address);
    else if (line.startsWith('{')) console.log(line);
  });
}

/** Of its warnings, what has gone wrong: it also explains what is done here already. */
function showFaults(output: NodeJS.ReadableStream | null): void {
  if (!output) return;
  createInterface({ input: output }).on('line', (line) => {
    const fault = /\[ERROR\]\S* (.+)$/.exec(stripVTControlCharacters(line))?.[1];
    if (fault) console.error(fault);
  });
}

/** How often, in milliseconds, each trigger comes: on this computer the runtime has no clock of its own. */
const crons = [
  [triggers.everyMinute, 60_000],
  [triggers.everyHour, 3_600_000],
] as const;

/** A minute that fails is followed by another. */
const trigger = (address: string, cron: string): Promise<unknown> =>
  fetch(`${address}/cdn-cgi/handler/scheduled?${new URLSearchParams({ cron })}`).catch(() => {});

await start();

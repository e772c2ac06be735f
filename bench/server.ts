import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireFreshBuild } from './built.ts';
import { median } from './figures.ts';
import { table } from './table.ts';

const guide = '/guides/what-is-iop/';
const requests = 2000;
const connections = 8;
const rounds = 5;

interface Host {
  address: string;
  child: ChildProcess;
}

/** One round: how many requests were answered in a second, and what each cost the server. */
interface Round {
  perSecond: number;
  /** CPU time of the server's process, in microseconds. */
  cpuEach: number;
}

/** A guide from our server beside the same bytes from the barest Node server, in turns. */
export async function run(): Promise<string> {
  requireFreshBuild();
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-server-'));
  const hosts = await Promise.all([start('ours', dataDir), start('bare', dataDir)]);
  const measured = hosts.map((): Round[] => []);
  try {
    for (const host of hosts) await round(host);
    for (let turn = 0; turn < rounds; turn++) {
      for (const [place, host] of hosts.entries()) measured[place]?.push(await round(host));
    }
  } finally {
    for (const { child } of hosts) child.disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const figures = (of: (one: Round) => number) => measured.map((list) => median(list.map(of)));
  return [
    `${guide}, ${requests} requests over ${connections} connections, ${rounds} rounds each in turns, medians`,
    table(
      ['ours', 'bare node:http'],
      [
        { measure: 'requests a second', figures: figures((one) => one.perSecond) },
        { measure: 'CPU a request, µs', figures: figures((one) => one.cpuEach) },
      ],
    ),
  ].join('\n');
}

async function start(kind: 'ours' | 'bare', dataDir: string): Promise<Host> {
  const host = fileURLToPath(new URL('./server/host.ts', import.meta.url));
  const child = fork(host, [kind, guide], { env: { ...process.env, DATA_DIR: dataDir }, silent: true });
  const [{ address }] = (await once(child, 'message')) as [{ address: string }];
  return { address, child };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }];
  return cpu;
}

async function round({ address, child }: Host): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const before = await cpuOf(child);
  const started = performance.now();
  await Promise.all(Array.from({ length: requests }, () => fetchGuide(address, agent)));
  const tookSeconds = (performance.now() - started) / 1000;
  const cpu = (await cpuOf(child)) - before;
  agent.destroy();
  return { perSecond: requests / tookSeconds, cpuEach: cpu / requests };
}

const fetchGuide = (address: string, agent: Agent) =>
  new Promise<void>((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br' };
    get(new URL(guide, address), { agent, headers }, (response) => {
      const isRight = response.statusCode === 200 && response.headers['content-encoding'] === 'br';
      response.resume().on('end', () => (isRight ? resolve() : reject(new Error(`Answered ${response.statusCode}`))));
    }).on('error', reject);
  });

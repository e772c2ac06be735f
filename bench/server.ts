import { type ChildProcess, fork, spawn } from 'node:child_process';
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

/** A guide from our server beside sirv alone and the same bytes from the barest Node server, in turns; then memory, and a start. */
export async function run(): Promise<string> {
  requireFreshBuild();
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-server-'));
  const hosts = await Promise.all([start('ours', dataDir), start('sirv', dataDir), start('bare', dataDir)]);
  const measured = hosts.map((): Round[] => []);
  let memory = Number.NaN;
  let starts: Starts | undefined;
  try {
    for (const host of hosts) await round(host);
    for (let turn = 0; turn < rounds; turn++) {
      for (const [place, host] of hosts.entries()) measured[place]?.push(await round(host));
    }
    memory = await memoryAfter(100_000 - requests * (rounds + 1), hosts[0]);
    starts = await startsOf(dataDir);
  } finally {
    for (const { child } of hosts) child.disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const figures = (of: (one: Round) => number) => measured.map((list) => median(list.map(of)));
  return [
    `${guide}, ${requests} requests over ${connections} connections, ${rounds} rounds each in turns, medians`,
    table(
      ['ours', 'sirv alone', 'bare node:http'],
      [
        { measure: 'requests a second', figures: figures((one) => one.perSecond) },
        { measure: 'CPU a request, µs', figures: figures((one) => one.cpuEach) },
      ],
    ),
    `memory of ours after 100,000 requests: ${memory.toFixed(0)} MB`,
    `from the start of a process to the last byte of its first page, with a store and its keys there: ${starts?.ours.toFixed(0)} ms` +
      ` (a Node that does nothing takes ${starts?.bare.toFixed(0)} ms; medians of ${rounds})`,
  ].join('\n');
}

/** Resident memory of a server once it has answered that many more, in megabytes. */
async function memoryAfter(count: number, host: Host): Promise<number> {
  for (let sent = 0; sent < count; sent += requests) await round(host);
  return (await usageOf(host.child)).memory / 2 ** 20;
}

/** Milliseconds from nothing to a page, and of a Node that does nothing. */
interface Starts {
  ours: number;
  bare: number;
}

/** Starts the process as a service manager does. One start before those that count fills the cache of compiled code. */
async function startsOf(dataDir: string): Promise<Starts> {
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: join(dataDir, 'start'),
    NODE_COMPILE_CACHE: join(dataDir, 'cache'),
  };
  const ours = async () => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/requests/run/node.ts'], {
      env,
    });
    const address = await new Promise<string>((found) => {
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += chunk;
        const [line] = / is at http\S+/.exec(said) ?? [];
        if (line) found(line.slice(' is at '.length));
      });
    });
    await fetchGuide(address, new Agent());
    const took = performance.now() - started;
    child.kill();
    await once(child, 'exit');
    return took;
  };
  const bare = async () => {
    const started = performance.now();
    await once(spawn(process.execPath, ['-e', '0']), 'exit');
    return performance.now() - started;
  };
  const times: Record<keyof Starts, number[]> = { ours: [], bare: [] };
  await ours();
  for (let turn = 0; turn < rounds; turn++) {
    times.ours.push(await ours());
    times.bare.push(await bare());
  }
  return { ours: median(times.ours), bare: median(times.bare) };
}

async function start(kind: 'ours' | 'sirv' | 'bare', dataDir: string): Promise<Host> {
  const host = fileURLToPath(new URL('./server/host.ts', import.meta.url));
  const child = fork(host, [kind, guide], { env: { ...process.env, DATA_DIR: dataDir }, silent: true });
  const [{ address }] = (await once(child, 'message')) as [{ address: string }];
  return { address, child };
}

async function usageOf(child: ChildProcess): Promise<{ cpu: number; memory: number }> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [{ cpu: number; memory: number }];
  return usage;
}

async function round({ address, child }: Host): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { cpu: before } = await usageOf(child);
  const started = performance.now();
  await Promise.all(Array.from({ length: requests }, () => fetchGuide(address, agent)));
  const tookSeconds = (performance.now() - started) / 1000;
  const cpu = (await usageOf(child)).cpu - before;
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

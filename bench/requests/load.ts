import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { goodRequest } from '../../tests/requests/fixtures.ts';
import type { Fault } from '../../tests/requests/plant.ts';
import { tinySite } from '../../tests/requests/tiny-site.ts';

/** A server under load. */
export interface Host {
  address: string;
  child: ChildProcess;
  folder: string;
}

/** One round: accepted posts in a second, and what each cost the server. */
export interface Round {
  perSecond: number;
  /** CPU time of the server's process, in microseconds. */
  cpuEach: number;
}

const clients = 16;

/** Starts a server in a folder of its own; `without` names what is left out of ours. */
export async function startHost(kind: 'ours' | 'same' | 'bare', without: readonly Fault[] = []): Promise<Host> {
  const folder = tinySite({ mode: 'rehearsal', origin: 'http://127.0.0.1:4321' });
  const host = fileURLToPath(new URL('./host.ts', import.meta.url));
  const plant = fileURLToPath(new URL('../../tests/requests/plant.ts', import.meta.url));
  const child = fork(host, [kind, folder], {
    env: { ...process.env, FAULTS: without.join() },
    execArgv: ['--disable-warning=ExperimentalWarning', ...(without.length > 0 ? ['--import', plant] : [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`The ${kind} server ended before it listened`);
  });
  const [{ address }] = (await Promise.race([once(child, 'message'), gone])) as [{ address: string }];
  return { address, child, folder };
}

/** Ends a server and takes its folder away. */
export async function endHost({ child, folder }: Host): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }];
  return cpu;
}

let posted = 0;
/** A request of somebody new, from an address of its own. */
function postOne({ address }: Host, agent: Agent): Promise<void> {
  posted += 1;
  const phone = `217 555 ${String(posted % 10_000).padStart(4, '0')}`;
  const body = JSON.stringify({ ...goodRequest, phone, requestId: randomUUID() });
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Sec-Fetch-Site': 'same-origin',
    'X-Forwarded-For': `10.${(posted >> 16) & 255}.${(posted >> 8) & 255}.${posted & 255}`,
  };
  return new Promise((resolve, reject) => {
    request(new URL('/api/v1/requests', address), { method: 'POST', agent, headers }, (response) => {
      const isSaved = response.statusCode === 201;
      response.resume().on('end', () => (isSaved ? resolve() : reject(new Error(`Answered ${response.statusCode}`))));
    })
      .on('error', reject)
      .end(body);
  });
}

/** Sixteen clients, each with its next post as soon as the last is answered. */
export async function loadRound(host: Host, posts: number): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const before = await cpuOf(host.child);
  const started = performance.now();
  let left = posts;
  const client = async () => {
    while (left-- > 0) await postOne(host, agent);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const tookSeconds = (performance.now() - started) / 1000;
  const cpu = (await cpuOf(host.child)) - before;
  agent.destroy();
  return { perSecond: posts / tookSeconds, cpuEach: cpu / posts };
}

/** Posts that come at a rate, whatever becomes of those before; how long each waited, in milliseconds. */
export async function steadyLoad(host: Host, perSecond: number, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  const one = async (number: number): Promise<number> => {
    const due = started + (number * 1000) / perSecond;
    await new Promise((come) => setTimeout(come, Math.max(0, due - performance.now())));
    await postOne(host, agent);
    return performance.now() - due;
  };
  const waits = await Promise.all(Array.from({ length: perSecond * seconds }, (_, number) => one(number)));
  agent.destroy();
  return waits;
}

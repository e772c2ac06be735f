import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command and all processes that it started used. */
export interface Cost {
  cpuSeconds: number;
  /** The most memory that they held together at one time. */
  peakBytes: number;
}

const ticksPerSecond = 100;
const bytesPerPage = 4096;
const betweenLooks = 50;

/** Two neighbouring times of a process, in seconds. The first is the field of proc(5) with that number. */
function cpuOf(pid: number | 'self', field: 14 | 16): number {
  // The name of the process stands in brackets and may hold spaces; fields are counted from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[field - 3]) + Number(fields[field - 2])) / ticksPerSecond;
}

/** CPU time of all children that ended and were waited for, and of theirs: the system adds them up. */
const cpuOfEnded = (): number => cpuOf('self', 16);

/** Memory of a process and all below it, whose CPU time so far is noted. A process that ended while we looked holds none. */
function memoryOf(pid: number, cpu: Map<number, number>): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * bytesPerPage;
    cpu.set(pid, cpuOf(pid, 14));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + memoryOf(Number(child), cpu), 0);
  } catch {
    return 0;
  }
}

/**
 * Runs a command to its end and tells what it cost. CPU time, not time: other programs may be busy meanwhile. Reads Linux's `/proc`. The
 * system forgets a process that its parent does not wait for, as Pagefind's; looking misses what runs between two looks. The
 * greater of both is told.
 */
export async function costOf(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Cost> {
  const before = cpuOfEnded();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let peakBytes = 0;
  const seen = new Map<number, number>();
  const looking = setInterval(() => {
    peakBytes = Math.max(peakBytes, memoryOf(child.pid as number, seen));
  }, betweenLooks);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(looking);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`);
  const cpuSeen = [...seen.values()].reduce((sum, seconds) => sum + seconds, 0);
  return { cpuSeconds: Math.max(cpuOfEnded() - before, cpuSeen), peakBytes };
}

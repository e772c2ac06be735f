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

/** CPU time of all ended children and theirs, in seconds. Node waits for each child, so the system adds them up for us. */
function cpuOfChildren(): number {
  // The name of the process stands in brackets and may hold spaces; fields are counted from behind it (proc(5), 16 and 17).
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** Memory of a process and all below it; a process that ended while we looked holds none. */
function memoryOf(pid: number): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * bytesPerPage;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

/** Runs a command to its end and tells what it cost. CPU time, not time: other programs may be busy meanwhile. Reads Linux's `/proc`. */
export async function costOf(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Cost> {
  const before = cpuOfChildren();
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
  const looking = setInterval(() => {
    peakBytes = Math.max(peakBytes, memoryOf(child.pid as number));
  }, betweenLooks);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(looking);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`);
  return { cpuSeconds: cpuOfChildren() - before, peakBytes };
}

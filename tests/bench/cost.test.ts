import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { costOf } from '../../bench/build/cost.ts';

const code = (text: string) => ['--input-type=module', '--eval', text];
const child = (text: string) => `
  import { execFileSync } from 'node:child_process';
  execFileSync(process.execPath, ${JSON.stringify(code(text))});`;
const busy = (milliseconds: number) => `
  while ((process.cpuUsage().user + process.cpuUsage().system) / 1000 < ${milliseconds});`;
const holding = (megabytes: number) => `
  const held = Buffer.alloc(${megabytes} * 1e6, 1);${busy(1000)}
  if (held[0] !== 1) process.exit(1);`;

// What a process used is read from /proc, which only Linux has.
test.runIf(existsSync('/proc/self/stat'))(
  'CPU and memory of a command include those of the processes it starts',
  async () => {
    const idle = await costOf(code(''), '.');
    const own = await costOf(code(busy(idle.cpuSeconds * 1000 + 1000)), '.');
    const below = await costOf(code(child(busy(idle.cpuSeconds * 1000 + 1000))), '.');
    expect(own.cpuSeconds).toBeGreaterThan(1);
    expect(below.cpuSeconds).toBeGreaterThan(1);
    expect((await costOf(code(child(holding(400))), '.')).peakBytes).toBeGreaterThan(400e6);
  },
);

test.runIf(existsSync('/proc/self/stat'))('a process counts although its parent never waits for it', async () => {
  const worker = `${busy(1000)} console.log('done'); setInterval(() => {}, 1000);`;
  const parent = `
    import { spawn } from 'node:child_process';
    const worker = spawn(process.execPath, ${JSON.stringify(code(worker))});
    worker.stdout.once('data', () => {
      worker.kill('SIGKILL');
      process.exit(0);
    });`;
  expect((await costOf(code(parent), '.')).cpuSeconds).toBeGreaterThan(0.7);
});

test('a command that fails is an error with its last words', async () => {
  await expect(costOf(code('console.error("no room left"); process.exit(3)'), '.')).rejects.toThrow(
    /ended with 3:\nno room left/,
  );
});

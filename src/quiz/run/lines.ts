import { once } from 'node:events';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { evaluate } from '../evaluate.ts';
import { readStrictly } from '../strict.ts';

// `npm run --silent quiz`: one JSON object of answers per line in, one JSON result per line out. A line that cannot be read is answered with
// what is wrong in it, the others are answered as ever, and the exit code is then 1. Blank lines are passed over but counted.
if (stdin.isTTY) console.error('Write one JSON object of answers per line, like {"now":"none","home":"supportive"}.');

// Whoever reads our lines may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

let number = 0;
for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  const text = line.replace(/^\uFEFF/, '');
  if (text.trim() === '') continue;
  const read = readStrictly(text);
  if (!read.ok) process.exitCode = 1;
  const answer = read.ok ? evaluate(read.answers) : { line: number, error: read.refusal };
  if (!stdout.write(`${JSON.stringify(answer)}\n`)) await once(stdout, 'drain');
}

import { createInterface } from 'node:readline/promises';
import type { Talk } from './init.ts';

/** Questions to standard error, answers from standard input, a line each: what is asked for is alone on standard output. */
export function talkOnTerminal(): Talk {
  const lines = createInterface({ input: process.stdin, output: process.stderr })[Symbol.asyncIterator]();
  return {
    say: (text) => console.error(text),
    async hear() {
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
  };
}

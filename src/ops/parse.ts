import { nearest } from '#i18n/nearest.ts';

/** Every command, with what it does. A command stands here when it works, not before. */
export const commands = {
  'requests list': 'all requests, newest first, without names and numbers',
  'requests show': 'one request, opened with the private key: requests show <reference>',
  'retention --run': 'erase what was kept long enough; a running server does so every hour',
  stats: 'how many requests, consents and notices are in which state',
  help: 'this text',
} as const;

/** What the operator asked for. */
export interface Command {
  verb: keyof typeof commands;
  /** The reference of `requests show`. */
  reference?: string;
  /** For machines: one JSON value. */
  asJson: boolean;
}

/** What is printed when nothing else was asked for. */
export const help = [
  'Usage: npm run ops -- <command> [--json]',
  '',
  ...Object.entries(commands).map(([verb, what]) => `  ${verb.padEnd(16)}${what}`),
].join('\n');

type Parsed = { ok: true; command: Command } | { ok: false; message: string; exitCode: 0 | 2 };

const misunderstood = (message: string): Parsed => ({ ok: false, message, exitCode: 2 });

/** Reads the words after `npm run ops --`. */
export function parseCommand(words: readonly string[]): Parsed {
  // `--run` belongs to the name of its command: nothing is erased by a half-typed word.
  const isFlag = (word: string) => word.startsWith('--') && word !== '--run';
  const flags = words.filter(isFlag);
  const unknownFlag = flags.find((flag) => flag !== '--json' && flag !== '--help');
  if (unknownFlag) return misunderstood(`Unknown option "${unknownFlag}". Known: --json, --help`);
  const [first = 'help', second, ...rest] = words.filter((word) => !isFlag(word));
  if (first === 'help' || flags.includes('--help')) return { ok: true, command: { verb: 'help', asJson: false } };

  const isGroup = Object.keys(commands).some((verb) => verb.startsWith(`${first} `));
  const verb = isGroup ? `${first} ${second ?? ''}`.trim() : first;
  if (!(verb in commands)) {
    const near =
      nearest([first, second].join(' ').trim(), Object.keys(commands)) ?? nearest(first, Object.keys(commands));
    return misunderstood(
      `Unknown command "${verb}".${near ? ` Did you mean "${near}"?` : ''} All commands: npm run ops -- help`,
    );
  }
  const [reference, ...tooMany] = isGroup ? rest : [second, ...rest].filter((word) => word !== undefined);
  const takesReference = verb === 'requests show';
  if (takesReference && !reference)
    return misunderstood('Which request? Example: npm run ops -- requests show ACDE3467');
  if (tooMany.length > 0 || (reference && !takesReference)) {
    return misunderstood(
      `"${verb}" takes ${takesReference ? 'one reference' : 'nothing more'}, found "${[reference, ...tooMany].join(' ')}"`,
    );
  }
  const command = { verb: verb as Command['verb'], asJson: flags.includes('--json') };
  return { ok: true, command: { ...command, ...(reference && { reference }) } };
}

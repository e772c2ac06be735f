import { nearest } from '#i18n/nearest.ts';

/** Every command, with what it does. A command stands here when it works, not before. */
export const commands = {
  'requests list': 'all requests, newest first, without names and numbers',
  'requests show': 'one request, opened with the private key: requests show <reference>',
  'retention --run': 'erase what was kept long enough; a running server does so every hour',
  'facts stale': 'facts and guides to compare with their sources within 30 days; exit code 1 once one is overdue',
  'facts show': 'one fact, its sources and where it is used: facts show <id>',
  'suppress add': 'send no automated message to a number any more: suppress add +12175550142',
  'suppress check': 'whether a number gets no automated messages, and since when',
  stats: 'how many requests, consents and notices are in which state',
  help: 'this text',
} as const;

/** Commands that are about one thing, with how that is named. */
const takesOne: Partial<Record<keyof typeof commands, { what: string; ask: string }>> = {
  'requests show': { what: 'one reference', ask: 'Which request? Example: npm run ops -- requests show ACDE3467' },
  'suppress add': { what: 'one number', ask: 'Which number? Example: npm run ops -- suppress add +12175550142' },
  'suppress check': { what: 'one number', ask: 'Which number? Example: npm run ops -- suppress check +12175550142' },
  'facts show': { what: 'one id', ask: 'Which fact? Example: npm run ops -- facts show iop-hours-adult' },
};

/** What the operator asked for. */
export interface Command {
  verb: keyof typeof commands;
  /** The reference of `requests show`, the id of `facts show`, the number of `suppress`. */
  name?: string;
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
  const [name, ...tooMany] = isGroup ? rest : [second, ...rest].filter((word) => word !== undefined);
  const one = takesOne[verb as Command['verb']];
  if (one && !name) return misunderstood(one.ask);
  if (tooMany.length > 0 || (name && !one)) {
    return misunderstood(`"${verb}" takes ${one?.what ?? 'nothing more'}, found "${[name, ...tooMany].join(' ')}"`);
  }
  const command = { verb: verb as Command['verb'], asJson: flags.includes('--json') };
  return { ok: true, command: { ...command, ...(name && { name }) } };
}

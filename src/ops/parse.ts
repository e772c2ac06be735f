import { nearest } from '#i18n/nearest.ts';

/** Every command, with what it does. A command stands here when it works, not before. */
export const commands = {
  'requests list': 'all requests, newest first, without names and numbers',
  'requests show': 'one request, opened with the private key: requests show <reference>',
  'deliver --once': 'say everything that is due now; a running server does so by itself',
  sweep: 'the same, then what has waited too long; exit code 1 where somebody has to look',
  replay: 'say again: replay <id>, replay <reference>, or replay <from>..<to> with days or times in UTC',
  'outbox list': 'all notices to webhook, mail and phones, newest first, without names and numbers',
  'outbox sign-off': 'a dead letter has been seen to: outbox sign-off <id> --by <name>',
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
  replay: {
    what: 'one id, reference or range',
    ask: 'Which one? Example: npm run ops -- replay 2026-11-22..2026-11-23',
  },
  'outbox sign-off': {
    what: 'one id',
    ask: 'Which one? Example: npm run ops -- outbox sign-off 6f1c2a52-0d3e-4b7a-9a51-0c1f2e3d4b5a --by "Ana P"',
  },
  'facts show': { what: 'one id', ask: 'Which fact? Example: npm run ops -- facts show iop-hours-adult' },
};

/** What the operator asked for. */
export interface Command {
  verb: keyof typeof commands;
  /** The reference of `requests show`, the id of `facts show`, the number of `suppress`. */
  name?: string;
  /** Who does it, for what a person has to answer for. */
  by?: string;
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

/** The commands that a named person answers for. */
const takesName: readonly string[] = ['outbox sign-off'];
const isName = (text: string | undefined): text is string =>
  text !== undefined && /^[^\p{Cc}-][^\p{Cc}]{0,99}$/u.test(text);

/** Reads the words after `npm run ops --`. */
export function parseCommand(words: readonly string[]): Parsed {
  // These belong to the names of their commands: nothing is erased or sent by a half-typed word.
  const isFlag = (word: string) => word.startsWith('--') && word !== '--run' && word !== '--once';
  const by = words[words.indexOf('--by') + 1];
  const isNamed = words.includes('--by');
  const given = isNamed ? words.toSpliced(words.indexOf('--by'), 2) : words;
  const flags = given.filter(isFlag);
  const unknownFlag = flags.find((flag) => flag !== '--json' && flag !== '--help');
  if (unknownFlag) return misunderstood(`Unknown option "${unknownFlag}". Known: --json, --help`);
  const [first = 'help', second, ...rest] = given.filter((word) => !isFlag(word));
  if (first === 'help' || flags.includes('--help')) return { ok: true, command: { verb: 'help', asJson: false } };

  const isGroup = Object.keys(commands).some((verb) => verb.startsWith(`${first} `));
  const verb = isGroup ? `${first} ${second ?? ''}`.trim() : first;
  if (!(verb in commands)) {
    const all = Object.keys(commands);
    const inGroup = second === undefined ? all.find((one) => one.startsWith(`${first} `)) : undefined;
    const near = inGroup ?? nearest([first, second].join(' ').trim(), all) ?? nearest(first, all);
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
  if (takesName.includes(verb) && !(isNamed && isName(by))) {
    return misunderstood(`Who answers for it? Example: npm run ops -- ${verb} ${name} --by "Ana P"`);
  }
  if (isNamed && !takesName.includes(verb)) return misunderstood(`"${verb}" takes no --by`);
  const command = { verb: verb as Command['verb'], asJson: flags.includes('--json') };
  return { ok: true, command: { ...command, ...(name && { name }), ...(isNamed && isName(by) && { by }) } };
}

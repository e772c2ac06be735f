import { outcomes } from '#requests/desk.ts';

/** What may stand behind a command beside its name, each with a value. */
export const options = ['by', 'outcome', 'answers', 'store'] as const;
export type Option = (typeof options)[number];

/** A command: what it does, and what has to be or may be said with it. */
interface CommandShape {
  what: string;
  /** What it is about, and the question where that is missing. */
  one?: { what: string; ask: string };
  /** An option that it cannot do without. */
  needs?: Option;
  may?: Option;
  /** Why it takes no `--store`; all others work with any of the stores. */
  noStore?: string;
}

/** Where requests may lie: in the file of this computer, or in D1 behind a worker. */
export const storeKinds = ['sqlite', 'd1'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** Which store a command works with. */
export interface StoreChoice {
  kind: StoreKind;
  /** D1 at Cloudflare, and not on this computer. */
  isRemote: boolean;
}

const readsFilesOnly = 'It reads files of this folder and no store.';
const d1KeepsHistory =
  'It is about the file of a data folder; D1 keeps its own history: npx wrangler d1 time-travel info STORE';

const request = (example: string) => ({
  what: 'one reference',
  ask: `Which request? Example: npm run ops -- ${example}`,
});
const number = (example: string) => ({ what: 'one number', ask: `Which number? Example: npm run ops -- ${example}` });

/** Every command, with what it does. A command stands here when it works, not before. */
export const commands = {
  'requests list': { what: 'who waits, by promise and age, without names and numbers; --json has closed ones too' },
  'requests show': {
    what: 'one request, opened with the private key; who opens it is recorded: requests show <reference> [--by <name>]',
    one: request('requests show ACDE3467'),
    may: 'by',
  },
  'requests done': {
    what: `close a request and its repeats: requests done <reference> --outcome ${outcomes.join('|')}`,
    one: request('requests done ACDE3467 --outcome reached'),
    needs: 'outcome',
  },
  'requests export': {
    what: 'everything that is not erased, opened, as CSV that is safe in spreadsheets; every opening is recorded',
    may: 'by',
  },
  'requests erase': {
    what: 'erase at the wish of the person who sent it, as their own link does: requests erase <reference>',
    one: request('requests erase ACDE3467'),
  },
  'deliver --once': { what: 'say everything that is due now; a running server does so by itself' },
  sweep: { what: 'the same, then what has waited too long; exit code 1 where somebody has to look' },
  replay: {
    what: 'say again: replay <id>, replay <reference>, or replay <from>..<to> with days or times in UTC',
    one: {
      what: 'one id, reference or range',
      ask: 'Which one? Example: npm run ops -- replay 2026-11-22..2026-11-23',
    },
  },
  'outbox list': { what: 'all notices to webhook, mail and phones, newest first, without names and numbers' },
  'outbox sign-off': {
    what: 'a dead letter has been seen to: outbox sign-off <id> --by <name>',
    one: {
      what: 'one id',
      ask: 'Which one? Example: npm run ops -- outbox sign-off 6f1c2a52-0d3e-4b7a-9a51-0c1f2e3d4b5a --by "Ana P"',
    },
    needs: 'by',
  },
  'retention --run': { what: 'erase what was kept long enough; a running server does so every hour' },
  'verify-evidence': {
    what: 'whether every record of consent is as it was written; exit code 1 at the first that is not',
  },
  slots: { what: 'which times for short calls are free, and which are taken' },
  'facts stale': {
    what: 'facts and guides to compare with their sources within 30 days; exit code 1 once one is overdue',
    noStore: readsFilesOnly,
  },
  'facts show': {
    what: 'one fact, its sources and where it is used: facts show <id>',
    one: { what: 'one id', ask: 'Which fact? Example: npm run ops -- facts show iop-hours-adult' },
    noStore: readsFilesOnly,
  },
  'suppress add': {
    what: 'send no automated message to a number any more: suppress add +12175550142',
    one: number('suppress add +12175550142'),
  },
  'suppress check': {
    what: 'whether a number gets no automated messages, and since when',
    one: number('suppress check +12175550142'),
  },
  'texts waiting': {
    what: 'numbers that wrote what only a person can answer; the carrier keeps the words under the ids shown',
  },
  'texts resume': {
    what: 'a person has answered what a number wrote back; its texts go on: texts resume <reference or number>',
    one: {
      what: 'one reference or number',
      ask: 'Whose texts? Example: npm run ops -- texts resume ACDE3467',
    },
  },
  stats: { what: 'how many requests, consents and notices are in which state' },
  desk: {
    what: 'a page for daily work in a browser on this computer: who waits, open, close; prints a link that works once',
  },
  doctor: {
    what: 'looks at settings, build, store, keys, clock and every way out, and says what to mend; exit code 1 then',
  },
  backup: {
    what: 'copy the store beside a running server; what opens requests goes into a second file: backup <file>',
    one: { what: 'one file', ask: 'Where to? Example: npm run ops -- backup backups/2026-11-22.sqlite' },
    noStore: d1KeepsHistory,
  },
  restore: {
    what: 'put a backup in the place of the store, while no server runs: restore <file>',
    one: { what: 'one file', ask: 'Which backup? Example: npm run ops -- restore backups/2026-11-22.sqlite' },
    noStore: d1KeepsHistory,
  },
  init: {
    what: 'asks who runs this site, writes content/site.yaml, makes keys, says what production needs: init [--answers <file>]',
    may: 'answers',
    noStore: readsFilesOnly,
  },
  help: { what: 'this text', noStore: readsFilesOnly },
} as const satisfies Record<string, CommandShape>;

/** The name of a command, as it is typed. */
export type Verb = keyof typeof commands;

/** What is said about a command. */
export const shapeOf = (verb: Verb): CommandShape => commands[verb];

/** What is printed when nothing else was asked for. */
export const help = [
  'Usage: npm run ops -- <command> [--json] [--store sqlite|d1 [--remote]]',
  '',
  ...Object.entries(commands).map(([verb, { what }]) => `  ${verb.padEnd(16)}${what}`),
  '',
  '--store d1 is the store of npm run start:worker; with --remote, the one at Cloudflare.',
].join('\n');

import { nearest } from '#i18n/nearest.ts';
import { type Outcome, outcomes } from '#requests/desk.ts';
import {
  commands,
  type Option,
  options,
  type StoreChoice,
  type StoreKind,
  shapeOf,
  storeKinds,
  type Verb,
} from './commands.ts';

/** What the operator asked for. */
export interface Command {
  verb: Verb;
  /** The reference of `requests show`, the id of `facts show`, the number of `suppress`. */
  name?: string;
  /** Who does it, for what a person has to answer for. */
  by?: string;
  /** How a request ended. */
  outcome?: Outcome;
  /** A file that answers the questions of `init`. */
  answers?: string;
  /** Where the requests lie; in the file of this computer where nothing is said. */
  store?: StoreChoice;
  /** For machines: one JSON value. */
  asJson: boolean;
}

type Parsed = { ok: true; command: Command } | { ok: false; message: string; exitCode: 0 | 2 };

const misunderstood = (message: string): Parsed => ({ ok: false, message, exitCode: 2 });

const isName = (text: string | undefined): text is string =>
  text !== undefined && /^[^\p{Cc}-][^\p{Cc}]{0,99}$/u.test(text);
const isOutcome = (text: string | undefined): text is Outcome => (outcomes as readonly unknown[]).includes(text);
const isStoreKind = (text: string | undefined): text is StoreKind => (storeKinds as readonly unknown[]).includes(text);

/** What each option wants, asked where it is missing or something else. */
const wants: Record<Option, { isGood(text: string | undefined): boolean; ask: string; example: string }> = {
  by: { isGood: isName, ask: 'Who answers for it?', example: '--by "Ana P"' },
  outcome: {
    isGood: isOutcome,
    ask: `How did it end? One of ${outcomes.join(', ')}.`,
    example: '--outcome reached',
  },
  answers: { isGood: (text) => Boolean(text), ask: 'Which file has the answers?', example: '--answers answers.yaml' },
  store: { isGood: isStoreKind, ask: `Which store? One of ${storeKinds.join(', ')}.`, example: '--store d1' },
};

/** Takes the options with a value out of the words. */
function withoutOptions(words: readonly string[]): { rest: string[]; given: Map<Option, string | undefined> } {
  const rest = [...words];
  const given = new Map<Option, string | undefined>();
  for (const option of options) {
    const place = rest.indexOf(`--${option}`);
    if (place < 0) continue;
    given.set(option, rest[place + 1]);
    rest.splice(place, 2);
  }
  return { rest, given };
}

/** These belong to the names of their commands: nothing is erased or sent by a half-typed word. */
const isFlag = (word: string): boolean => word.startsWith('--') && word !== '--run' && word !== '--once';

/** Finds the command that the words begin with, and the words behind it. */
function verbOf(first: string, second: string | undefined, rest: readonly string[]) {
  const all = Object.keys(commands);
  const isGroup = all.some((verb) => verb.startsWith(`${first} `));
  const verb = isGroup ? `${first} ${second ?? ''}`.trim() : first;
  if (verb in commands) {
    const names = isGroup ? rest : [second, ...rest].filter((word) => word !== undefined);
    return { verb: verb as Verb, names };
  }
  const inGroup = second === undefined ? all.find((one) => one.startsWith(`${first} `)) : undefined;
  const near = inGroup ?? nearest([first, second].join(' ').trim(), all) ?? nearest(first, all);
  return `Unknown command "${verb}".${near ? ` Did you mean "${near}"?` : ''} All commands: npm run ops -- help`;
}

/** Reads the words after `npm run ops --`. */
export function parseCommand(words: readonly string[]): Parsed {
  const { rest: plain, given } = withoutOptions(words);
  const flags = plain.filter(isFlag);
  // An export is CSV whether or not that is said.
  const known = ['--json', '--help', '--remote', ...(plain.includes('export') ? ['--csv'] : [])];
  const unknownFlag = flags.find((flag) => !known.includes(flag));
  if (unknownFlag) return misunderstood(`Unknown option "${unknownFlag}". Known: --json, --help, --store`);
  const [first = 'help', second, ...rest] = plain.filter((word) => !isFlag(word));
  if (first === 'help' || flags.includes('--help')) return { ok: true, command: { verb: 'help', asJson: false } };

  const found = verbOf(first, second, rest);
  if (typeof found === 'string') return misunderstood(found);
  const { verb, names } = found;
  const { one, needs, may, noStore } = shapeOf(verb);
  const [name, ...tooMany] = names;
  if (one && !name) return misunderstood(one.ask);
  if (tooMany.length > 0 || (name && !one)) {
    return misunderstood(`"${verb}" takes ${one?.what ?? 'nothing more'}, found "${[name, ...tooMany].join(' ')}"`);
  }
  for (const option of options) {
    const isGiven = given.has(option);
    if (option === 'store' && isGiven && noStore) return misunderstood(`"${verb}" takes no --store. ${noStore}`);
    if (isGiven && option !== 'store' && option !== needs && option !== may)
      return misunderstood(`"${verb}" takes no --${option}`);
    const { isGood, ask, example } = wants[option];
    if ((isGiven || option === needs) && !isGood(given.get(option))) {
      return misunderstood(`${ask} Example: npm run ops -- ${[verb, name, example].filter(Boolean).join(' ')}`);
    }
  }
  const [by, outcome, answers, kind] = [
    given.get('by'),
    given.get('outcome'),
    given.get('answers'),
    given.get('store'),
  ];
  const isRemote = flags.includes('--remote');
  if (isRemote && kind !== 'd1') return misunderstood('--remote goes with --store d1: only D1 lies elsewhere.');
  return {
    ok: true,
    command: {
      ...{ verb, asJson: flags.includes('--json') },
      ...(name && { name }),
      ...(isName(by) && { by }),
      ...(isOutcome(outcome) && { outcome }),
      ...(answers && { answers }),
      ...(isStoreKind(kind) && { store: { kind, isRemote } }),
    },
  };
}

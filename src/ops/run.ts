import { help, type StoreChoice, type Verb } from './commands.ts';
import { deliver, outboxList, replay, signOff, sweep } from './delivery.ts';
import type { Desk } from './desk.ts';
import { verify } from './evidence.ts';
import { showFact, stale } from './facts.ts';
import type { ContentDesk } from './library.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import type { Command } from './parse.ts';
import { closeRequest, list, show } from './requests.ts';
import { eraseRequest } from './requests-erase.ts';
import { exportRequests } from './requests-export.ts';
import { listSlots } from './slots.ts';
import { suppressionOf, suppressNumber } from './suppress.ts';
import { table } from './table.ts';
import { resumeTexts, textsWaiting } from './texts.ts';

/** Where commands find what they work with: each gives it, or the sentence why there is none. */
export interface Openers {
  store(choice: StoreChoice | undefined): Promise<Desk | string>;
  content(): Promise<ContentDesk | string>;
  /** Looks at everything, whether or not there is a store. */
  doctor(choice: StoreChoice | undefined, asJson: boolean): Promise<Outcome>;
  /** Settles who runs the site: from a file of answers, or by asking. */
  init(answers: string | undefined, asJson: boolean): Promise<Outcome>;
  /** Serves the page for daily work until it is closed. */
  desk(desk: Desk): Promise<Outcome>;
  /** Copies the store, or puts a copy in its place. */
  backup(way: 'backup' | 'restore', file: string, asJson: boolean): Promise<Outcome>;
}

/** Carries a command out. */
export async function run(command: Command, open: Openers): Promise<Outcome> {
  if (command.verb === 'help') return done(help);
  if (command.verb === 'doctor') return open.doctor(command.store, command.asJson);
  if (command.verb === 'init') return open.init(command.answers, command.asJson);
  if (command.verb === 'backup' || command.verb === 'restore') {
    return open.backup(command.verb, command.name ?? '', command.asJson);
  }
  if (command.verb === 'facts stale' || command.verb === 'facts show') {
    const content = await open.content();
    if (typeof content === 'string') return impossible(content);
    return command.verb === 'facts stale'
      ? stale(content, command.asJson)
      : showFact(content, command.name ?? '', command.asJson);
  }
  const desk = await open.store(command.store);
  if (typeof desk === 'string') return impossible(desk);
  try {
    return await runAt(desk, command.verb, command, open);
  } finally {
    await desk.close();
  }
}

type WithoutDesk = 'help' | 'doctor' | 'init' | 'backup' | 'restore' | 'facts stale' | 'facts show';

/** Carries out a command that works with a store. */
async function runAt(
  desk: Desk,
  verb: Exclude<Verb, WithoutDesk>,
  { name = '', by = desk.user, outcome = 'reached', asJson }: Command,
  open: Openers,
): Promise<Outcome> {
  switch (verb) {
    case 'requests list':
      return list(desk, asJson);
    case 'requests show':
      return show(desk, name, by, asJson);
    case 'requests done':
      return closeRequest(desk, name, outcome, asJson);
    case 'requests export':
      return exportRequests(desk, by, asJson);
    case 'requests erase':
      return eraseRequest(desk, name, asJson);
    case 'texts waiting':
      return textsWaiting(desk, asJson);
    case 'texts resume':
      return resumeTexts(desk, name, asJson);
    case 'retention --run':
      return retention(desk, asJson);
    case 'suppress add':
      return suppressNumber(desk, name, asJson);
    case 'suppress check':
      return suppressionOf(desk, name, asJson);
    case 'desk':
      return open.desk(desk);
    case 'verify-evidence':
      return verify(desk, asJson);
    case 'slots':
      return listSlots(desk, asJson);
    case 'stats':
      return stats(desk, asJson);
    case 'deliver --once':
      return deliver(desk, asJson);
    case 'sweep':
      return sweep(desk, asJson);
    case 'replay':
      return replay(desk, name, asJson);
    case 'outbox list':
      return outboxList(desk, asJson);
    case 'outbox sign-off':
      return signOff(desk, name, by, asJson);
  }
}

async function stats({ store }: Desk, asJson: boolean): Promise<Outcome> {
  const counts = await store.stats();
  if (asJson) return json(counts);
  const rows = Object.entries(counts).flatMap(([what, states]) =>
    Object.entries(states).map(([state, number]) => ({ what, state, number: String(number) })),
  );
  return done(table(rows));
}

async function retention(desk: Desk, asJson: boolean): Promise<Outcome> {
  const purged = await desk.runRetention().catch((error: Error) => error.message);
  if (typeof purged === 'string') return impossible(purged);
  if (asJson) return json(purged);
  return done(`Erased requests: ${purged.erasedRequests}\nDeleted keys of clients: ${purged.deletedBindings}`);
}

import type { ListedRequest, StoredRequest } from '#requests/desk.ts';
import { isSynthetic } from '#requests/synthetic.ts';
import { deliver, outboxList, replay, signOff, sweep } from './delivery.ts';
import type { Desk } from './desk.ts';
import { showFact, stale } from './facts.ts';
import type { ContentDesk } from './library.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { type Command, help } from './parse.ts';
import { suppressionOf, suppressNumber } from './suppress.ts';
import { table } from './table.ts';

/** Where commands find what they work with: each gives it, or the sentence why there is none. */
export interface Openers {
  store(): Desk | string;
  content(): Promise<ContentDesk | string>;
}

/** Carries a command out. */
export async function run(command: Command, open: Openers): Promise<Outcome> {
  if (command.verb === 'help') return done(help);
  if (command.verb === 'facts stale' || command.verb === 'facts show') {
    const content = await open.content();
    if (typeof content === 'string') return impossible(content);
    return command.verb === 'facts stale'
      ? stale(content, command.asJson)
      : showFact(content, command.name ?? '', command.asJson);
  }
  const desk = open.store();
  if (typeof desk === 'string') return impossible(desk);
  switch (command.verb) {
    case 'requests list':
      return list(desk, command.asJson);
    case 'requests show':
      return show(desk, command.name ?? '', command.asJson);
    case 'retention --run':
      return retention(desk, command.asJson);
    case 'suppress add':
      return suppressNumber(desk, command.name ?? '', command.asJson);
    case 'suppress check':
      return suppressionOf(desk, command.name ?? '', command.asJson);
    case 'stats':
      return stats(desk, command.asJson);
    case 'deliver --once':
      return deliver(desk, command.asJson);
    case 'sweep':
      return sweep(desk, command.asJson);
    case 'replay':
      return replay(desk, command.name ?? '', command.asJson);
    case 'outbox list':
      return outboxList(desk, command.asJson);
    case 'outbox sign-off':
      return signOff(desk, command.name ?? '', command.by ?? '', command.asJson);
  }
}

const inList = ({ id, reference, kind, receivedAt, contactWindow, slot, isQuarantined, state }: ListedRequest) => ({
  reference,
  kind,
  receivedAt,
  contactWindow,
  slot: slot?.start,
  state,
  quarantined: isQuarantined,
  ...(isSynthetic(id) && { synthetic: true }),
});

async function list({ store }: Desk, asJson: boolean): Promise<Outcome> {
  const requests = (await store.list()).map(inList);
  if (asJson) return json(requests);
  if (requests.length === 0) return done('No requests.');
  const rows = requests.map(({ contactWindow, slot, quarantined, synthetic, ...request }) => ({
    ...request,
    kind: synthetic ? 'test, nobody asked' : request.kind,
    when: slot ?? contactWindow ?? '',
    quarantined: quarantined ? 'yes' : 'no',
  }));
  return done(table(rows));
}

async function show(desk: Desk, reference: string, asJson: boolean): Promise<Outcome> {
  const request = (await desk.store.find(reference)) ?? (await desk.store.find(reference.toUpperCase()));
  if (!request) return impossible(`No request "${reference}". All references: npm run ops -- requests list`);
  const content = await contentOf(request, desk);
  if (typeof content === 'string') return impossible(content);
  const shown = { ...inList(request), locale: request.locale, ...content };
  if (asJson) return json(shown);
  return done(
    Object.entries(shown)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name.padEnd(20)}${value}`)
      .join('\n'),
  );
}

/** What is under the seal; nothing for an erased request; a sentence where this process cannot open it. */
async function contentOf(request: StoredRequest, desk: Desk): Promise<Record<string, unknown> | string> {
  const { sealed, id, kind, schemaVersion } = request;
  if (!sealed) return {};
  const opener = await desk.opener().catch((error: Error) => error.message);
  const content =
    typeof opener === 'string' ? undefined : await opener.open(sealed, { requestId: id, kind, schemaVersion });
  if (content !== undefined) return JSON.parse(content);
  return `This request was sealed for key "${sealed.keyId}". Set NRS_PRIVATE_KEY to its private half: NRS_PRIVATE_KEY=${sealed.keyId}:<base64>`;
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

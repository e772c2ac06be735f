import { localTime } from '#i18n/time-zone.ts';
import type { ListedRequest, Outcome as RequestOutcome, StoredRequest } from '#requests/desk.ts';
import { openRequest } from '#requests/opened.ts';
import { isSynthetic } from '#requests/synthetic.ts';
import { type DeskHours, promiseOf, type WorklistLine, waitOf, worklist } from '#requests/worklist.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { table } from './table.ts';

/** What may be seen of a request without opening it. */
export function inList(request: ListedRequest, { operator, clock }: Pick<Desk, 'operator' | 'clock'>) {
  const { id, reference, kind, receivedAt, contactWindow, slot, isQuarantined, state, outcome } = request;
  const promise = state === 'open' ? promiseOf(request, operator()) : undefined;
  return {
    ...{ reference, kind, receivedAt, contactWindow, slot: slot?.start, state, quarantined: isQuarantined },
    ...(promise && { promisedBy: promise.by, late: promise.by < clock.now().toISOString() }),
    ...(request.needsPerson && { needsPerson: true }),
    ...(outcome && { outcome }),
    ...(isSynthetic(id) && { synthetic: true }),
  };
}

/** Who waits, first of all whose promise ends first; then, for machines, what is closed, newest first. */
export async function list(desk: Desk, asJson: boolean): Promise<Outcome> {
  const requests = await desk.store.list();
  const hours = desk.operator();
  const now = desk.clock.now();
  const lines = worklist(requests, now, hours);
  if (asJson) {
    const closed = requests.filter(({ state }) => state !== 'open');
    const references = new Map(requests.map(({ id, reference }) => [id, reference]));
    const shown = [...lines.flatMap(({ open }) => open), ...closed].map((request) => ({
      ...inList(request, desk),
      ...(request.repeatOf && { repeatOf: references.get(request.repeatOf) }),
    }));
    return json(shown);
  }
  const wrote = (await desk.store.wroteIn()).filter(({ hasOpenRequest }) => !hasOpenRequest).length;
  const others = wrote > 0 ? `\nWrote by text without an open request: ${wrote} (npm run ops -- texts waiting)` : '';
  if (requests.length === 0) return done(`No requests.${others}`);
  const count = (state: ListedRequest['state']) => requests.filter((request) => request.state === state).length;
  const waiting = lines.length === 0 ? 'Nobody waits.' : table(lines.map((line) => rowOf(line, now, hours)));
  return done(`${waiting}\n\nOpen: ${count('open')}  Done: ${count('done')}  Erased: ${count('erased')}${others}`);
}

const units = { minutes: 'min', hours: 'h', days: 'd' } as const;

function rowOf({ request, open, promise, isLate }: WorklistLine, now: Date, hours: DeskHours | undefined) {
  const { id, reference, kind, receivedAt, contactWindow, slot } = request;
  const local = (moment: string) =>
    localTime(new Date(moment), hours?.timeZone ?? 'UTC')
      .slice(0, 16)
      .replace('T', ' ');
  const wait = waitOf(receivedAt, now);
  const notes = [
    isLate && 'late',
    open.some(({ needsPerson }) => needsPerson) && 'wrote back, needs a person',
    request.isQuarantined && 'quarantined',
    open.length > 1 && `asked ${open.length} times`,
  ];
  return {
    reference,
    kind: isSynthetic(id) ? 'test, nobody asked' : kind,
    waits: `${wait.count} ${units[wait.unit]}`,
    'promised by': promise ? local(promise.by) : '',
    when: slot ? local(slot.start) : (contactWindow ?? ''),
    state: 'open',
    notes: notes.filter(Boolean).join(', '),
  };
}

/** Finds a request however its reference was typed. */
export const findRequest = async ({ store }: Desk, reference: string): Promise<StoredRequest | undefined> =>
  (await store.find(reference)) ?? store.find(reference.toUpperCase());

/** The answer where there is none. */
export const noRequest = (reference: string): Outcome =>
  impossible(`No request "${reference}". All references: npm run ops -- requests list`);

/**
 * What is under the seal, with the most private choices of its repeats; nothing for an erased request; a sentence where this process
 * cannot open it. That somebody opens it is recorded first.
 */
export async function reveal(
  request: StoredRequest,
  by: string,
  { store, clock, opener: openerOf }: Desk,
): Promise<Readonly<Record<string, unknown>> | string> {
  const { sealed, id } = request;
  if (!sealed) return {};
  const opener = await openerOf().catch((error: Error) => error.message);
  const repeats = await store.withRepeats(id);
  if (typeof opener !== 'string') {
    await store.recordReveal({ requestId: id, at: clock.now().toISOString(), by });
    const content = await openRequest(request, repeats, opener);
    if (content) return content;
  }
  return `This request was sealed for key "${sealed.keyId}". Set NRS_PRIVATE_KEY to its private half: NRS_PRIVATE_KEY=${sealed.keyId}:<base64>`;
}

/** One request, opened, with everybody who opened it. */
export async function show(desk: Desk, reference: string, by: string, asJson: boolean): Promise<Outcome> {
  const request = await findRequest(desk, reference);
  if (!request) return noRequest(reference);
  const content = await reveal(request, by, desk);
  if (typeof content === 'string') return impossible(content);
  const reveals = (await desk.store.reveals(request.id)).map(({ at, by: who }) => ({ at, by: who }));
  const shown = { ...inList(request, desk), locale: request.locale, ...content };
  const others = (await desk.store.withRepeats(request.id)).filter(
    ({ id, state }) => id !== request.id && state !== 'erased',
  );
  const alsoAsked = others.map((other) => other.reference);
  if (asJson) return json({ ...shown, ...(alsoAsked.length > 0 && { alsoAsked }), openedBy: reveals });
  const lines = Object.entries(shown).filter(([, value]) => value !== undefined);
  const opened = reveals.map(({ at, by: who }) => `${'opened'.padEnd(20)}${at} by ${who}`);
  const again = alsoAsked.map((other) => `${'also asked'.padEnd(20)}${other}`);
  return done([...lines.map(([name, value]) => `${name.padEnd(20)}${value}`), ...again, ...opened].join('\n'));
}

/** Closes what one person asked for, repeats included: at the desk they are one line. */
export async function close(
  desk: Pick<Desk, 'store' | 'clock'>,
  request: StoredRequest,
  outcome: RequestOutcome,
): Promise<StoredRequest[]> {
  const at = desk.clock.now().toISOString();
  const closed: StoredRequest[] = [];
  for (const one of await desk.store.withRepeats(request.id)) {
    if (await desk.store.done(one.id, outcome, at)) closed.push(one);
  }
  return closed;
}

/** Says how a request ended. */
export async function closeRequest(
  desk: Desk,
  reference: string,
  outcome: RequestOutcome,
  asJson: boolean,
): Promise<Outcome> {
  const request = await findRequest(desk, reference);
  if (!request) return noRequest(reference);
  const closed = (await close(desk, request, outcome)).map((one) => one.reference);
  if (closed.length === 0) return impossible(`${request.reference} is not open: it is ${request.state}.`);
  return asJson ? json({ closed, outcome }) : done(`Done, ${outcome}: ${closed.join(', ')}`);
}

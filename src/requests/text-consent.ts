import { changed, type Evidence } from './consent.ts';
import type { OutboxRow } from './outbox.ts';
import type { Clock, Ids, RequestStore } from './ports.ts';
import type { Stop, SuppressedBy, TextSubscription } from './text-subscription.ts';

/** The last record of each consent to texts that still stands. */
export function standingConsents(records: readonly Evidence[]): Evidence[] {
  const last = new Map(records.map((record) => [record.evidenceId, record]));
  return [...last.values()].filter(
    ({ channel, status }) => channel === 'text' && (status === 'pending' || status === 'active'),
  );
}

/** The next records of a request's consents to texts. */
export async function nextConsents(
  store: Pick<RequestStore, 'evidenceOf'>,
  requestId: string,
  at: Date,
  change: (record: Evidence) => Parameters<typeof changed>[2],
): Promise<Evidence[]> {
  const standing = standingConsents(await store.evidenceOf(requestId));
  return Promise.all(standing.map((record) => changed(record, at, change(record))));
}

/** Why and by which way somebody wants no more texts. */
export interface Wish {
  subjectKey: string;
  via: SuppressedBy;
  /** What the words counted as, or which rule it was. */
  class: string;
}

/** What ending needs. */
export interface StopDeps {
  store: RequestStore;
  clock: Clock;
  ids: Ids;
}

const isStanding = ({ state }: TextSubscription): boolean =>
  state === 'requested' || state === 'confirm-sent' || state === 'active';

/** Everything that ends when a number wants no more texts: its consents, and what the operator's system still counts on. */
async function stopOf({ subjectKey, via, class: counts }: Wish, { store, clock, ids }: StopDeps): Promise<Stop> {
  const at = clock.now();
  const now = at.toISOString();
  const texts = await store.textsOf(subjectKey);
  const revocation = { at: now, via, class: counts };
  const evidence = texts.map(({ requestId }) =>
    nextConsents(store, requestId, at, () => ({ status: 'revoked', revocation })),
  );
  const told = await Promise.all(
    texts.filter(isStanding).map(async ({ requestId }): Promise<OutboxRow[]> => {
      const isAllOfIt = (await store.find(requestId))?.kind === 'text-info';
      const row = { id: ids.uuid(), requestId, channel: 'webhook', createdAt: now, dueAt: now } as const;
      return isAllOfIt ? [{ ...row, type: 'request.cancelled' }] : [];
    }),
  );
  return { subjectKey, at: now, via, evidence: (await Promise.all(evidence)).flat(), outbox: told.flat() };
}

/** Ends all automated messages to a number, in one step. `sending`: a text to it is under way this moment, so nothing was written yet. */
export const stopTexts = async (wish: Wish, deps: StopDeps): Promise<'stopped' | 'sending'> =>
  deps.store.stop(await stopOf(wish, deps));

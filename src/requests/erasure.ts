import { type Evidence, revoked } from './consent.ts';
import type { Erasure } from './intake.ts';
import type { Clock, Ids } from './ports.ts';

/**
 * Everything that ends a request at its sender's wish, whichever way the wish came: the standing consents are taken back and the
 * operator's system is told. `evidence` is the last record of each consent.
 */
export async function erasureOf(
  { requestId, evidence }: { requestId: string; evidence: readonly Evidence[] },
  via: 'cancel-link' | 'operator',
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<Erasure> {
  const now = clock.now();
  const at = now.toISOString();
  const standing = evidence.filter(({ status }) => status === 'active' || status === 'pending');
  return {
    requestId,
    at,
    evidence: await Promise.all(standing.map((record) => revoked(record, now, via))),
    outbox: [{ id: ids.uuid(), requestId, channel: 'webhook', type: 'request.erased', createdAt: at, dueAt: at }],
  };
}

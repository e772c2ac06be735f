import type { Clock, Ids, RequestStore } from '../ports.ts';
import { nextConsents } from '../text-consent.ts';
import { isExpired, mayExpireFrom } from '../text-plan.ts';
import type { SmsSender } from './sms.ts';

/** What a round needs. */
export interface RoundDeps {
  store: RequestStore;
  sender: SmsSender;
  clock: Clock;
  ids: Ids;
}

/**
 * How long a text may be under way. STOP waits for it, and the carrier that brings the STOP waits 15 seconds for our answer, so a sender
 * that died must have lost its lease before.
 */
export const leaseMs = 10_000;
const sendingMs = 6_000;

/** Sends what is due, one text at a time, each under a lease of its own. Answers how many were tried. */
export async function sendDueTexts({ store, sender, clock, ids }: RoundDeps, most = 100): Promise<number> {
  for (let tried = 0; tried < most; tried += 1) {
    const now = clock.now();
    const leaseUntil = new Date(now.getTime() + leaseMs).toISOString();
    const claim = { channel: 'text', now: now.toISOString(), leaseUntil, leaseId: ids.uuid(), limit: 1 } as const;
    const [delivery] = await store.claimDue(claim);
    if (!delivery) return tried;
    await sender.send(delivery, AbortSignal.timeout(sendingMs));
  }
  return most;
}

/** Ends the requests for texts that nobody has confirmed in time. Answers how many. */
export async function expireTexts({ store, clock }: Pick<RoundDeps, 'store' | 'clock'>): Promise<number> {
  const at = clock.now();
  let expired = 0;
  for (const text of await store.pendingTexts(mayExpireFrom(at))) {
    if (!isExpired(text, at)) continue;
    const { requestId } = text;
    const records = await nextConsents(store, requestId, at, () => ({ status: 'expired' }));
    if (await store.expireText(requestId, at.toISOString(), records)) expired += 1;
  }
  return expired;
}

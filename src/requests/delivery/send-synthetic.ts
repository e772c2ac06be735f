import type { Channel } from '../outbox.ts';
import type { RequestStore } from '../ports.ts';
import type { LogEvent } from '../redact.ts';
import { isSynthetic, type SyntheticDeps, syntheticRequest } from '../synthetic.ts';

const day = 24 * 3_600_000;

/** What the daily test needs. */
export interface SyntheticRun extends SyntheticDeps {
  store: Pick<RequestStore, 'list' | 'outboxList' | 'erase' | 'accept'>;
  /** The ways out that are in use. */
  channels: readonly Channel[];
  report(event: LogEvent): void;
}

/**
 * Once a day, sends a request of our own down the way that all go, and lets go of the one before. If that did not arrive, says so
 * again: whoever watches the log sees an alarm, or misses the line of the delivery. True where one was sent.
 */
export async function sendSynthetic(run: SyntheticRun): Promise<boolean> {
  const { store, clock, channels, report } = run;
  const before = (await store.list()).filter(({ id }) => isSynthetic(id));
  const at = clock.now();
  const isRecent = before.some(({ receivedAt }) => at.getTime() - Date.parse(receivedAt) < day);
  if (isRecent || channels.length === 0) return false;

  const rows = await store.outboxList();
  for (const { id } of before.filter(({ state }) => state !== 'erased')) {
    for (const row of rows.filter(({ requestId, state }) => requestId === id && state !== 'delivered')) {
      report({ event: 'alarm', alarm: 'synthetic-failed', channel: row.channel, requestId: id, outboxId: row.id });
    }
    await store.erase({ requestId: id, at: at.toISOString(), evidence: [], outbox: [] });
  }
  const acceptance = await syntheticRequest(channels, run);
  if ((await store.accept(acceptance)) !== 'accepted') return false;
  report({ event: 'synthetic', requestId: acceptance.request.id });
  return true;
}

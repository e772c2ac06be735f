import type { Clock, Purged, RequestStore } from '../ports.ts';
import { failureHash, type LogEvent } from '../redact.ts';
import { retentionLimits, runEvery } from '../retention.ts';

/** What a run of retention needs. */
export interface Retention {
  store: Pick<RequestStore, 'purgeBefore'>;
  clock: Clock;
  /** The operator's own, 1 to 30. */
  retentionDays: number;
}

/** Erases what is due now. Rejects where that failed, and then nothing was erased. */
export const runRetention = async ({ store, clock, retentionDays }: Retention): Promise<Purged> =>
  store.purgeBefore(retentionLimits(clock.now(), retentionDays));

/**
 * Runs at once and then every hour, until the function that it resolves to is called. A run that fails is reported and tried again
 * an hour later; it never ends the process, and its timer never keeps one alive.
 */
export async function keepRetention(retention: Retention, report: (event: LogEvent) => void): Promise<() => void> {
  const run = async () => {
    try {
      report({ event: 'retention', ...(await runRetention(retention)) });
    } catch (error) {
      report({ event: 'retention-failed', failure: await failureHash(error) });
    }
  };
  await run();
  const timer = setInterval(run, runEvery).unref();
  return () => clearInterval(timer);
}

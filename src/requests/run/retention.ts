import type { Purged } from '../intake.ts';
import type { Clock, RequestStore } from '../ports.ts';
import { failureHash, type LogEvent } from '../redact.ts';
import { type RetentionPromise, retentionLimits, runEvery } from '../retention.ts';

/** What a run of retention needs. */
export interface Retention {
  store: Pick<RequestStore, 'purgeBefore' | 'cutChain'>;
  clock: Clock;
  promise: RetentionPromise;
}

/** Erases what is due now. Rejects where that failed; what was erased until then stays erased. */
export async function runRetention({ store, clock, promise }: Retention): Promise<Purged> {
  const limits = retentionLimits(clock.now(), promise);
  const purged = await store.purgeBefore(limits);
  await store.cutChain(limits.evidenceUpTo);
  return purged;
}

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

import type { Purged } from '../intake.ts';
import type { Clock, RequestStore } from '../ports.ts';
import { failureHash, type LogEvent } from '../redact.ts';
import { jumpBetween, type Moment, type RetentionPromise, retentionLimits, runEvery } from '../retention.ts';

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
 * an hour later; it never ends the process, and its timer never keeps one alive. Where the time of day jumped, that is told; after a jump
 * forward nothing is erased for an hour, because a wrong clock would erase what is not due, and a right one can wait that long.
 */
export async function keepRetention(
  retention: Retention,
  report: (event: LogEvent) => void,
  steady = () => performance.now(),
): Promise<() => void> {
  const momentNow = (): Moment => ({ ofDay: retention.clock.now().getTime(), steady: steady() });
  let last: Moment | undefined;
  const run = async () => {
    try {
      const now = momentNow();
      const jump = last && jumpBetween(last, now);
      last = now;
      if (jump) report({ event: 'clock-jumped', jump });
      if (jump === 'forward') return;
      report({ event: 'retention', ...(await runRetention(retention)) });
    } catch (error) {
      report({ event: 'retention-failed', failure: await failureHash(error) });
    }
  };
  await run();
  const timer = setInterval(run, runEvery).unref();
  return () => clearInterval(timer);
}

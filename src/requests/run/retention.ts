import type { Purged } from '../intake.ts';
import type { Clock, RequestStore } from '../ports.ts';
import { failureHash, type LogEvent } from '../redact.ts';
import { type Jump, jumpBetween, type Moment, type RetentionPromise, retentionLimits, runEvery } from '../retention.ts';

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
 * One run that ends nothing when it fails: it is reported and comes again an hour later. A jump of the time of day is told; after one
 * forward nothing is erased, because a wrong clock would erase what is not due, and a right one can wait that long.
 */
export async function reportRetention(
  retention: Retention,
  findJump: () => Jump | undefined,
  report: (event: LogEvent) => void,
): Promise<void> {
  try {
    const jump = findJump();
    if (jump) report({ event: 'clock-jumped', jump });
    if (jump === 'forward') return;
    report({ event: 'retention', ...(await runRetention(retention)) });
  } catch (error) {
    report({ event: 'retention-failed', failure: await failureHash(error) });
  }
}

/**
 * Runs at once and then every hour, until the function that it resolves to is called. Its timer never keeps a process alive.
 */
export async function keepRetention(
  retention: Retention,
  report: (event: LogEvent) => void,
  steady = () => performance.now(),
): Promise<() => void> {
  const momentNow = (): Moment => ({ ofDay: retention.clock.now().getTime(), steady: steady() });
  let last: Moment | undefined;
  const findJump = () => {
    const [before, now] = [last, momentNow()];
    last = now;
    return before && jumpBetween(before, now);
  };
  const run = () => reportRetention(retention, findJump, report);
  await run();
  const timer = setInterval(run, runEvery).unref();
  return () => clearInterval(timer);
}

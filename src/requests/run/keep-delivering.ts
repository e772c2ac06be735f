import type { Courier } from '../delivery/attempt.ts';
import { type DeliveryDeps, deliverDue } from '../delivery/deliver-due.ts';
import type { Clock } from '../ports.ts';
import { failureHash, type LogEvent } from '../redact.ts';

/** A worker that runs beside a server. */
export interface Delivering {
  /** There is something new to say. */
  wake(): void;
  /** Takes no more rows, lets what is under way finish for a while, then gives it back. */
  stop(): Promise<void>;
}

/** How a worker keeps time, in real milliseconds. */
export interface Pace {
  /** Between two looks at the rows. Nothing depends on being woken. */
  everyMs: number;
  /** How long a stop waits for attempts under way. */
  patienceMs: number;
}

/** Runs again when woken, when `run` says so, and every so often; never twice at once. A run that fails is reported and comes again. */
function keepRunning(
  run: () => Promise<Date | undefined>,
  everyMs: number,
  clock: Clock,
  report: (event: LogEvent) => void,
) {
  let underWay: Promise<void> | undefined;
  let isWokenAgain = false;
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;

  const runUntilQuiet = async (): Promise<void> => {
    let nextAt: Date | undefined;
    do {
      isWokenAgain = false;
      nextAt = await run().catch(async (error) => {
        report({ event: 'failure', failure: await failureHash(error) });
        return undefined;
      });
    } while (isWokenAgain && !isEnded);
    underWay = undefined;
    const wait = nextAt ? Math.max(0, nextAt.getTime() - clock.now().getTime()) : everyMs;
    if (!isEnded) timer = setTimeout(wake, Math.min(wait, everyMs)).unref();
  };
  const wake = () => {
    if (isEnded) return;
    clearTimeout(timer);
    isWokenAgain = true;
    underWay ??= runUntilQuiet();
  };
  return {
    wake,
    async end() {
      isEnded = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

/**
 * Delivers on every way out by itself, so that none waits for another, and sweeps beside them. It looks at rows only, so whatever a
 * killed process left comes again. `sweep` is what else has to be looked at; it may wake them.
 */
export function keepDelivering(
  couriers: readonly Courier[],
  deps: DeliveryDeps,
  sweep: (wake: () => void) => Promise<void>,
  { everyMs, patienceMs }: Pace,
): Delivering {
  const [claiming, sending] = [new AbortController(), new AbortController()];
  const ending = { claiming: claiming.signal, sending: sending.signal };
  const keep = (run: () => Promise<Date | undefined>) => keepRunning(run, everyMs, deps.clock, deps.report);
  const ways = couriers.map((courier) => keep(async () => (await deliverDue(courier, deps, ending)).nextAt));
  const wake = () => {
    for (const way of ways) way.wake();
  };
  const sweeper = keep(async () => void (await sweep(wake)));
  wake();
  sweeper.wake();
  return {
    wake,
    async stop() {
      claiming.abort();
      const patience = setTimeout(() => sending.abort(), patienceMs);
      await Promise.all([...ways, sweeper].map(({ end }) => end()));
      clearTimeout(patience);
    },
  };
}

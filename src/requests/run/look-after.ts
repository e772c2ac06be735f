import { tellAlarms } from '../delivery/tell-alarms.ts';
import type { Deps } from '../http/deps.ts';
import { linkEvidence } from '../link-evidence.ts';
import type { Channel } from '../outbox.ts';
import { failureHash } from '../redact.ts';

/** What is done every minute on every runtime, beside delivering: forgets old counters, says what does not arrive, and chains new evidence. */
export async function lookAfter(used: readonly Channel[], deps: Deps): Promise<void> {
  for (const limiter of Object.values(deps.limiters)) limiter.forgetOld();
  await tellAlarms(used, deps);
  // A chain that cannot grow is said, and holds nothing else up.
  await linkEvidence(deps.store).catch(async (error) =>
    deps.report({ event: 'failure', failure: await failureHash(error) }),
  );
}

import { sendSynthetic } from '../delivery/send-synthetic.ts';
import type { Deps } from '../http/deps.ts';
import { couriersFor } from './couriers.ts';
import { type Delivering, keepDelivering } from './keep-delivering.ts';
import { keysFrom } from './keys.ts';
import { lookAfter } from './look-after.ts';
import type { Settings } from './settings.ts';
import { waysInUse } from './ways-in-use.ts';

const minute = 60_000;
/** How often a server looks for the daily test. */
const syntheticEvery = 60 * minute;

/**
 * Readies what delivers the requests of a server, and resolves to what starts it. Refuses where the settings name a way out that
 * cannot be gone. A demonstration sends no daily test: nobody waits for it.
 */
export async function readyToDeliver(settings: Settings, deps: Deps, patienceMs: number): Promise<() => Delivering> {
  const { store, clock, ids, report, manifest } = deps;
  const couriers = await couriersFor(settings, await keysFrom(settings), store, manifest.operator.timeZone);
  const channels = couriers.map(({ channel }) => channel);
  const used = waysInUse(couriers, settings);
  let lookedAt = 0;
  const sweep = async (wake: () => void) => {
    await lookAfter(used, deps);
    const now = clock.now().getTime();
    if (settings.NRS_MODE === 'demo' || now - lookedAt < syntheticEvery) return;
    lookedAt = now;
    if (await sendSynthetic({ ...deps, channels })) wake();
  };
  // With a clock that a test moves, a minute would be long.
  const pace = { everyMs: settings.NRS_TEST_CLOCK ? 1000 : minute, patienceMs };
  return () => keepDelivering(couriers, { store, clock, ids, report }, sweep, pace);
}

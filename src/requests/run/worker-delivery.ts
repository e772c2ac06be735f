import { deliverDue } from '../delivery/deliver-due.ts';
import { fetchPostWithin } from '../delivery/fetch-post.ts';
import { sendSynthetic } from '../delivery/send-synthetic.ts';
import { tellAlarms } from '../delivery/tell-alarms.ts';
import { linkEvidence } from '../link-evidence.ts';
import { reachOf } from '../reach.ts';
import { failureHash } from '../redact.ts';
import { textRoundFor } from './text-rounds.ts';
import { waysInUse } from './ways-in-use.ts';
import { webhooksFor } from './webhooks.ts';
import type { Ready } from './worker-deps.ts';

const postOf = ({ settings }: Ready) => fetchPostWithin(reachOf[settings.NRS_MODE]);
const couriersOf = (ready: Ready) => webhooksFor(ready.settings, ready.keys, ready.deps.store, postOf(ready));

/** Tells the operator's system and sends texts, whatever is due, says what does not arrive, and chains new evidence. There is no mail from Workers. */
export async function deliverFromWorker(ready: Ready): Promise<void> {
  const { settings, keys, deps } = ready;
  // As far as this copy of the worker has counted. One that is never called again is ended by the platform, with what it holds.
  for (const limiter of Object.values(deps.limiters)) limiter.forgetOld();
  const couriers = await couriersOf(ready);
  const never = new AbortController().signal;
  const sendTexts = await textRoundFor(settings, keys, deps, postOf(ready));
  await Promise.all([
    sendTexts?.(),
    ...couriers.map((courier) => deliverDue(courier, deps, { claiming: never, sending: never })),
  ]);
  await tellAlarms(waysInUse(couriers, settings), deps);
  // A chain that cannot grow is said, and holds nothing else up.
  await linkEvidence(deps.store).catch(async (error) =>
    deps.report({ event: 'failure', failure: await failureHash(error) }),
  );
}

/** The daily test of the way out; asked every hour. A demonstration sends none: nobody waits for it. */
export async function testFromWorker(ready: Ready): Promise<void> {
  const { settings, deps } = ready;
  if (settings.NRS_MODE === 'demo') return;
  const channels = (await couriersOf(ready)).map(({ channel }) => channel);
  if (await sendSynthetic({ ...deps, channels })) await deliverFromWorker(ready);
}

import { deliverDue } from '../delivery/deliver-due.ts';
import { fetchPostWithin } from '../delivery/fetch-post.ts';
import { sendSynthetic } from '../delivery/send-synthetic.ts';
import { reachOf } from '../reach.ts';
import { lookAfter } from './look-after.ts';
import { textRoundFor } from './text-rounds.ts';
import { waysInUse } from './ways-in-use.ts';
import { webhooksFor } from './webhooks.ts';
import type { Ready } from './worker-deps.ts';

const postOf = ({ settings }: Ready) => fetchPostWithin(reachOf[settings.NRS_MODE]);
const couriersOf = (ready: Ready) => webhooksFor(ready.settings, ready.keys, ready.deps.store, postOf(ready));

/** Tells the operator's system and sends texts, whatever is due, says what does not arrive, and chains new evidence. There is no mail from Workers. */
export async function deliverFromWorker(ready: Ready): Promise<void> {
  const { settings, keys, deps } = ready;
  const couriers = await couriersOf(ready);
  const never = new AbortController().signal;
  const sendTexts = await textRoundFor(settings, keys, deps, postOf(ready));
  await Promise.all([
    sendTexts?.(),
    ...couriers.map((courier) => deliverDue(courier, deps, { claiming: never, sending: never })),
  ]);
  // Of the counters only what this copy of the worker has. One that is never called again is ended by the platform, with what it holds.
  await lookAfter(waysInUse(couriers, settings), deps);
}

/** The daily test of the way out; asked every hour. A demonstration sends none: nobody waits for it. */
export async function testFromWorker(ready: Ready): Promise<void> {
  const { settings, deps } = ready;
  if (settings.NRS_MODE === 'demo') return;
  const channels = (await couriersOf(ready)).map(({ channel }) => channel);
  if (await sendSynthetic({ ...deps, channels })) await deliverFromWorker(ready);
}

import type { Courier } from '../delivery/attempt.ts';
import { mailCourier } from '../delivery/mail.ts';
import { postWithin } from '../delivery/post.ts';
import { webhookCourier } from '../delivery/webhook.ts';
import { sha256 } from '../keyed.ts';
import type { RequestStore } from '../ports.ts';
import { reachOf } from '../reach.ts';
import { openerFor } from '../stores/seal.ts';
import type { Keys } from './key-settings.ts';
import { Refused } from './refused.ts';
import type { Settings } from './settings.ts';

/** Names a receiver in the store and in logs, where its address has no place: a path may be a secret. */
const endpointName = async (url: string): Promise<string> => (await sha256(url)).slice(0, 16);

/** Opens what is sealed now, or refuses: what nobody here can open would wait until it is erased. */
async function openerOf({ publicKey, privateKeys }: Keys) {
  if (privateKeys.some(({ keyId }) => keyId === publicKey.keyId)) return openerFor(privateKeys);
  throw new Refused(
    `NRS_PRIVATE_KEY does not hold the key "${publicKey.keyId}" of NRS_PUBLIC_KEY. NRS_WEBHOOK_URL needs it: requests are opened to be delivered.`,
  );
}

/** The ways out that the settings name. `timeZone` is the operator's. */
export async function couriersFor(
  settings: Settings,
  keys: Keys,
  store: RequestStore,
  timeZone: string,
): Promise<Courier[]> {
  const { NRS_WEBHOOK_URL, NRS_WEBHOOK_SECRET, NRS_SMTP_URL, NRS_NOTIFY_TO } = settings;
  const reach = reachOf[settings.NRS_MODE];
  const couriers: Courier[] = [];
  if (NRS_WEBHOOK_URL && NRS_WEBHOOK_SECRET) {
    couriers.push(
      webhookCourier({
        url: new URL(NRS_WEBHOOK_URL),
        secret: NRS_WEBHOOK_SECRET,
        endpoint: await endpointName(NRS_WEBHOOK_URL),
        store,
        opener: await openerOf(keys),
        post: postWithin(reach),
        wallClock: { now: () => new Date() },
      }),
    );
  }
  if (NRS_SMTP_URL && NRS_NOTIFY_TO) {
    const endpoint = await endpointName(NRS_SMTP_URL);
    couriers.push(mailCourier({ url: new URL(NRS_SMTP_URL), notifyTo: NRS_NOTIFY_TO, endpoint, reach, timeZone }));
  }
  return couriers;
}

import type { Courier } from '../delivery/attempt.ts';
import { mailCourier } from '../delivery/mail.ts';
import { postWithin } from '../delivery/post.ts';
import type { RequestStore } from '../ports.ts';
import { reachOf } from '../reach.ts';
import type { Keys } from './key-settings.ts';
import type { Settings } from './settings.ts';
import { endpointName, webhooksFor } from './webhooks.ts';

/** The ways out that the settings name. `timeZone` is the operator's. */
export async function couriersFor(
  settings: Settings,
  keys: Keys,
  store: RequestStore,
  timeZone: string,
): Promise<Courier[]> {
  const { NRS_SMTP_URL, NRS_NOTIFY_TO } = settings;
  const reach = reachOf[settings.NRS_MODE];
  const couriers = await webhooksFor(settings, keys, store, postWithin(reach));
  if (NRS_SMTP_URL && NRS_NOTIFY_TO) {
    const endpoint = await endpointName(NRS_SMTP_URL);
    couriers.push(mailCourier({ url: new URL(NRS_SMTP_URL), notifyTo: NRS_NOTIFY_TO, endpoint, reach, timeZone }));
  }
  return couriers;
}

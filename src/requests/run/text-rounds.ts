import { carrierAt } from '../delivery/carrier.ts';
import { smsSender } from '../delivery/sms.ts';
import { expireTexts, sendDueTexts } from '../delivery/text-round.ts';
import type { Post } from '../delivery/webhook.ts';
import type { Deps } from '../http/deps.ts';
import { openerFor } from '../stores/seal.ts';
import type { Keys } from './key-settings.ts';
import { carrierOf, type Settings } from './settings.ts';

/**
 * What sends the texts that are due and ends what nobody confirmed. Undefined without a carrier, or without the key that opens requests.
 */
export async function textRoundFor(
  settings: Settings,
  { privateKeys }: Keys,
  { store, clock, ids, manifest }: Deps,
  post: Post,
): Promise<(() => Promise<void>) | undefined> {
  const carrier = carrierOf(settings);
  if (!carrier || privateKeys.length === 0) return undefined;
  const opener = await openerFor(privateKeys);
  const sender = smsSender({ store, opener, carrier: carrierAt(carrier, post), clock, ids, manifest });
  return async () => {
    await sendDueTexts({ store, sender, clock, ids });
    await expireTexts({ store, clock });
  };
}

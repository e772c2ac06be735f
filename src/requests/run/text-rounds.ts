import { carrierAt } from '../delivery/carrier.ts';
import { smsSender } from '../delivery/sms.ts';
import { expireTexts, sendDueTexts } from '../delivery/text-round.ts';
import type { Post } from '../delivery/webhook.ts';
import type { Deps } from '../http/deps.ts';
import type { Keys } from './key-settings.ts';
import { openerOf } from './opening.ts';
import { carrierOf, type Settings } from './settings.ts';

/**
 * What sends the texts that are due and ends what nobody confirmed. Undefined without a carrier; refuses without the key
 * that opens requests, because readers are promised a text.
 */
export async function textRoundFor(
  settings: Settings,
  keys: Keys,
  { store, clock, ids, manifest }: Deps,
  post: Post,
): Promise<(() => Promise<void>) | undefined> {
  const carrier = carrierOf(settings);
  if (!carrier) return undefined;
  const opener = await openerOf(keys, 'NRS_SMS_URL');
  const sender = smsSender({ store, opener, carrier: carrierAt(carrier, post), clock, ids, manifest });
  return async () => {
    await sendDueTexts({ store, sender, clock, ids });
    await expireTexts({ store, clock });
  };
}

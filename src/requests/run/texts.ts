import { carrierAt } from '../delivery/carrier.ts';
import { smsSender } from '../delivery/sms.ts';
import { expireTexts, sendDueTexts } from '../delivery/text-round.ts';
import type { Deps } from '../http/deps.ts';
import { failureHash } from '../redact.ts';
import { openerFor } from '../stores/seal.ts';
import { keysFrom } from './keys.ts';
import { carrierOf, type Settings } from './settings.ts';

/** From the end of one round to the start of the next. A text that somebody waits for at night must leave within two minutes. */
const pauseMs = 2_000;

/**
 * Sends texts and ends what nobody confirmed, until the function that it resolves to is called. Without a carrier or without the key that
 * opens requests it does nothing. A round that fails is reported, and the next one comes.
 */
export async function keepTexting(settings: Settings, deps: Deps): Promise<() => Promise<void>> {
  const { store, clock, ids, manifest, report } = deps;
  const carrier = carrierOf(settings);
  const { privateKeys } = await keysFrom(settings);
  if (!carrier || privateKeys.length === 0) return async () => {};
  const opener = await openerFor(privateKeys);
  const sender = smsSender({ store, opener, carrier: carrierAt(carrier), clock, ids, manifest });
  const round = async () => {
    try {
      await sendDueTexts({ store, sender, clock, ids });
      await expireTexts({ store, clock });
    } catch (error) {
      report({ event: 'failure', failure: await failureHash(error) });
    }
  };
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const next = () => {
    current = round().then(() => {
      if (!isOver) timer = setTimeout(next, pauseMs).unref();
    });
  };
  next();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await current;
  };
}

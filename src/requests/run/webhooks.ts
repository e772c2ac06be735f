import type { Courier } from '../delivery/attempt.ts';
import { type Post, webhookCourier } from '../delivery/webhook.ts';
import { sha256 } from '../keyed.ts';
import type { RequestStore } from '../ports.ts';
import type { Keys } from './key-settings.ts';
import { openerOf } from './opening.ts';
import type { Settings } from './settings.ts';

/** Names a receiver in the store and in logs, where its address has no place: a path may be a secret. */
export const endpointName = async (url: string): Promise<string> => (await sha256(url)).slice(0, 16);

/** The operator's system, where the settings name one. */
export async function webhooksFor(settings: Settings, keys: Keys, store: RequestStore, post: Post): Promise<Courier[]> {
  const { NRS_WEBHOOK_URL: url, NRS_WEBHOOK_SECRET: secret } = settings;
  if (!url || !secret) return [];
  const endpoint = await endpointName(url);
  const opener = await openerOf(keys, 'NRS_WEBHOOK_URL');
  const wallClock = { now: () => new Date() };
  return [webhookCourier({ url: new URL(url), secret, endpoint, store, opener, post, wallClock })];
}

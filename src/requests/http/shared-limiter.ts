import { countedAs } from './client-address.ts';
import { type Limiter, noPlace } from './limiter.ts';

/** Cloudflare's rate limiting binding: counts a key, and says whether it is still within what `wrangler.jsonc` allows. */
export interface RateLimit {
  limit(event: { key: string }): Promise<{ success: boolean }>;
}

/** The period of the binding in `wrangler.jsonc`. It knows 10 and 60 seconds and no others. */
const periodSeconds = 60;

/**
 * A limiter that also goes by the platform's counter, which all workers of one place share. The platform counts when it is asked, so this
 * fits only where every event is asked for once. It gets to know `keyOf` an address, never the address.
 */
export const sharedLimiter = (
  own: Limiter,
  platform: RateLimit,
  keyOf: (address: string) => Promise<string>,
): Limiter => ({
  ...own,
  async take(address) {
    const place = await own.take(address);
    if (place.seconds > 0 || !address) return place;
    const { success } = await platform.limit({ key: await keyOf(countedAs(address)) });
    if (success) return place;
    place.giveBack();
    return { ...noPlace, seconds: periodSeconds };
  },
});

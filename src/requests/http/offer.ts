import { type Agreement, agreements } from '../disclosure.ts';
import { offeredWindows } from '../hours.ts';
import { kinds } from '../kind.ts';
import type { Manifest } from '../manifest.ts';
import type { Offer } from '../offer.ts';
import { slotTimes } from '../slots.ts';
import { mayTextAt } from '../texting-hours.ts';

/** What this build offers at that moment. A kind without a page of its own is not offered. */
export const offerAt = (at: Date, { operator, texting, disclosures, pages }: Manifest): Offer => ({
  kinds: kinds.filter((kind) => pages[kind]),
  contactWindows: offeredWindows(operator.hours),
  versions: Object.fromEntries(
    agreements.map((agreement) => [
      agreement,
      // Where nobody sends texts, an older copy of a page may still have their box.
      disclosures
        .filter(({ kind }) => kind === agreement && (kind !== 'texts-too' || pages['text-info']))
        .map(({ version }) => version),
    ]),
  ) as Record<Agreement, string[]>,
  slot: (id) => slotTimes(id, at, operator),
  mayTextNow: (phoned) => mayTextAt(at, phoned, texting.hours),
});

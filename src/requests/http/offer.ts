import { type Agreement, agreements } from '../disclosure.ts';
import { offeredWindows } from '../hours.ts';
import { kinds } from '../kind.ts';
import type { Manifest } from '../manifest.ts';
import type { Offer } from '../offer.ts';
import { slotTimes } from '../slots.ts';
import { mayTextAt } from '../texting-hours.ts';

type Standing = Pick<Offer, 'kinds' | 'contactWindows' | 'versions'>;

/** What this build offers at any moment. A kind without a page of its own is not offered. */
const standingOffer = ({ operator, disclosures, pages }: Manifest): Standing => ({
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
});

/** A manifest never changes, so this is worked out once for each. */
const standing = new WeakMap<Manifest, Standing>();

/** What this build offers at that moment. */
export function offerAt(at: Date, manifest: Manifest): Offer {
  const known = standing.get(manifest) ?? standingOffer(manifest);
  standing.set(manifest, known);
  return {
    ...known,
    slot: (id) => slotTimes(id, at, manifest.operator),
    mayTextNow: (phoned) => mayTextAt(at, phoned, manifest.texting.hours),
  };
}

import { linksAfter } from './evidence-chain.ts';
import type { RequestStore } from './ports.ts';

/** How many records are linked in one step. */
const atOnce = 500;

/** Links every record that no link holds yet; answers how many this one linked. Another sweeper beside it does no harm. */
export async function linkEvidence(store: Pick<RequestStore, 'chainPending' | 'appendToChain'>): Promise<number> {
  let linked = 0;
  for (;;) {
    const { tip, pending } = await store.chainPending(atOnce);
    if (pending.length === 0) return linked;
    if (await store.appendToChain(await linksAfter(tip, pending))) linked += pending.length;
  }
}

import { evidenceHash } from './consent.ts';
import { type ChainTip, chainHash } from './evidence-chain.ts';
import type { RequestStore } from './ports.ts';

/** What can be wrong with a link, from the outside in. */
export type ChainFault =
  /** A link before it is missing. */
  | 'gap'
  /** It does not continue the link before it. */
  | 'not-continued'
  /** Its record is gone. */
  | 'no-record'
  /** Its record was changed: its own hash does not fit. */
  | 'record-changed'
  /** Its record is another one than it was made for. */
  | 'link-changed';

/** How far the chain holds. */
export interface Verified {
  /** Where it starts: the checkpoint that retention left, or 0. */
  from: number;
  /** The last link that holds. Whoever keeps it elsewhere can prove later that nothing before it was changed. */
  tip: ChainTip;
  /** Whether newer records wait for their link; a sweep makes it within a minute. */
  pending: boolean;
  broken?: { seq: number; row: number; evidenceId?: string; fault: ChainFault };
}

/** How many links are read at once. */
const atOnce = 500;

type Link = Awaited<ReturnType<RequestStore['chain']>>[number];

async function faultOf(
  { seq, prevHash, chainHash: hash, record }: Link,
  tip: ChainTip,
): Promise<ChainFault | undefined> {
  if (seq !== tip.seq + 1) return 'gap';
  if (prevHash !== tip.chainHash) return 'not-continued';
  if (!record) return 'no-record';
  if ((await evidenceHash(record)) !== record.hash) return 'record-changed';
  return (await chainHash(prevHash, seq, record.hash)) === hash ? undefined : 'link-changed';
}

/** Walks the whole chain from its checkpoint and stops at the first link that does not hold. */
export async function verifyEvidence(
  store: Pick<RequestStore, 'checkpoint' | 'chain' | 'chainPending'>,
): Promise<Verified> {
  let tip = await store.checkpoint();
  const from = tip.seq;
  for (;;) {
    const links = await store.chain(tip.seq, atOnce);
    for (const link of links) {
      const fault = await faultOf(link, tip);
      if (fault) {
        const { seq, row, record } = link;
        return {
          from,
          tip,
          pending: false,
          broken: { seq, row, ...(record && { evidenceId: record.evidenceId }), fault },
        };
      }
      tip = { seq: link.seq, chainHash: link.chainHash };
    }
    if (links.length === 0) return { from, tip, pending: (await store.chainPending(1)).pending.length > 0 };
  }
}

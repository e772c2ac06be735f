import type { EvidenceChain } from '../evidence-chain.ts';
import { type MemoryRows, recordsOf } from './memory-rows.ts';

/** Evidence and the chain over it. */
export function memoryEvidence(rows: MemoryRows): EvidenceChain {
  const recordAt = (row: number) => rows.evidence.find((one) => one.row === row)?.record;
  /** Whether a consent has a record after that moment. */
  const isYoung = (row: number, upTo: string): boolean => {
    const evidenceId = recordAt(row)?.evidenceId;
    return rows.evidence.some(({ record }) => record.evidenceId === evidenceId && record.at > upTo);
  };
  return {
    evidenceOf: async (requestId) => recordsOf(rows, requestId).map(({ record }) => record),

    async chainPending(limit) {
      const last = rows.chain.at(-1);
      const pending = rows.evidence.filter(({ row }) => row > (last?.row ?? 0)).slice(0, limit);
      return {
        tip: last ? { seq: last.seq, chainHash: last.chainHash } : rows.checkpoint,
        pending: pending.map(({ row, record }) => ({ row, hash: record.hash })),
      };
    },

    async appendToChain(links) {
      const isTaken = links.some(({ seq, row }) => rows.chain.some((link) => link.seq === seq || link.row === row));
      if (!isTaken) rows.chain.push(...links);
      return !isTaken;
    },

    chain: async (afterSeq, limit) =>
      rows.chain
        .filter(({ seq }) => seq > afterSeq)
        .slice(0, limit)
        .map((link) => {
          const record = recordAt(link.row);
          return { ...link, ...(record && { record }) };
        }),

    checkpoint: async () => rows.checkpoint,

    async cutChain(upTo) {
      const firstKept = rows.chain.findIndex(({ row }) => isYoung(row, upTo));
      const cut = rows.chain.splice(0, firstKept === -1 ? rows.chain.length : firstKept);
      const last = cut.at(-1);
      if (last) rows.checkpoint = { seq: last.seq, chainHash: last.chainHash };
      rows.evidence = rows.evidence.filter(({ row }) => !cut.some((link) => link.row === row));
      return cut.length;
    },
  };
}

import type { Evidence } from './consent.ts';
import { sha256 } from './keyed.ts';

/** The end of the chain so far: the last link, or the checkpoint that retention left. Empty chains start at 0. */
export interface ChainTip {
  seq: number;
  chainHash: string;
}

/** A record that no link holds yet. */
export interface PendingEvidence {
  row: number;
  /** The record's own hash. */
  hash: string;
}

/** One link: it binds a record to everything before it. */
export interface ChainLink {
  seq: number;
  row: number;
  prevHash: string;
  chainHash: string;
}

/** Where every chain starts. */
export const chainStart: ChainTip = { seq: 0, chainHash: '0'.repeat(64) };

/** The hash of a link: SHA-256 over the hash before, the number and the record's hash, separated by line breaks. */
export const chainHash = (prevHash: string, seq: number, hash: string): Promise<string> =>
  sha256([prevHash, seq, hash].join('\n'));

/** The links that hold these records, behind the tip. */
export async function linksAfter(tip: ChainTip, pending: readonly PendingEvidence[]): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  let last = tip;
  for (const { row, hash } of pending) {
    const seq = last.seq + 1;
    const link = { seq, row, prevHash: last.chainHash, chainHash: await chainHash(last.chainHash, seq, hash) };
    links.push(link);
    last = link;
  }
  return links;
}

/** The chain over all evidence, made by a sweeper so that no request waits for the one before it. */
export interface EvidenceChain {
  /** All evidence records of a request, oldest first. */
  evidenceOf(requestId: string): Promise<Evidence[]>;
  /** The tip and the oldest records without a link. */
  chainPending(limit: number): Promise<{ tip: ChainTip; pending: PendingEvidence[] }>;
  /** Adds links. False where another sweeper was faster; then nothing was written. */
  appendToChain(links: readonly ChainLink[]): Promise<boolean>;
  /** The links after that number, in order, each with its record. A record that is missing is not there. */
  chain(afterSeq: number, limit: number): Promise<(ChainLink & { record?: Evidence })[]>;
  /** Where the chain starts: the checkpoint of the last cut, or `chainStart`. */
  checkpoint(): Promise<ChainTip>;
  /**
   * Deletes the oldest links with their records, up to the first whose consent has a record after this moment, and leaves a
   * checkpoint. Answers how many.
   */
  cutChain(upTo: string): Promise<number>;
}

import type { Evidence } from '../consent.ts';
import {
  type ChainLink,
  type ChainTip,
  chainStart,
  type EvidenceChain,
  type PendingEvidence,
} from '../evidence-chain.ts';
import type { Bound } from './database.ts';
import { type Sql, touched } from './sql.ts';

const insert = 'INSERT INTO evidence (evidence_id, request_id, status, at, record)';

const valuesOf = (record: Evidence) =>
  [record.evidenceId, record.requestId, record.status, record.at, JSON.stringify(record)] as const;

/** Adds records. */
export const addEvidence = ({ bind }: Sql, records: readonly Evidence[]): Bound[] =>
  records.map((record) => bind(`${insert} VALUES (?, ?, ?, ?, ?)`, ...valuesOf(record)));

/** Adds records where a condition holds; its placeholders are numbered from 6. */
export const addEvidenceWhere = (
  { bind }: Sql,
  records: readonly Evidence[],
  condition: string,
  ...values: (string | number)[]
): Bound[] =>
  records.map((record) =>
    bind(`${insert} SELECT ?1, ?2, ?3, ?4, ?5 WHERE ${condition}`, ...valuesOf(record), ...values),
  );

const selectOf = 'SELECT record FROM evidence WHERE request_id = ? ORDER BY row';

/** The last record of each consent of a request. */
const selectLastOf = `SELECT record FROM evidence
  WHERE row IN (SELECT max(row) FROM evidence WHERE request_id = ? GROUP BY evidence_id) ORDER BY row`;

const recordsFrom = (rows: readonly { record: string }[]): Evidence[] => rows.map(({ record }) => JSON.parse(record));

export const lastEvidenceOf = async ({ rows }: Sql, requestId: string): Promise<Evidence[]> =>
  recordsFrom(await rows(selectLastOf, requestId));

const selectTip = `SELECT seq, chain_hash AS chainHash FROM
  (SELECT seq, chain_hash FROM evidence_chain UNION ALL SELECT seq, chain_hash FROM chain_checkpoint)
  ORDER BY seq DESC LIMIT 1`;
const selectCheckpoint = 'SELECT seq, chain_hash AS chainHash FROM chain_checkpoint ORDER BY seq DESC LIMIT 1';

/** Records come into being in the order of their rows, so everything behind the last link is pending. */
const selectPending = `SELECT row, json_extract(record, '$.hash') AS hash FROM evidence
  WHERE row > (SELECT coalesce(max(evidence_row), 0) FROM evidence_chain) ORDER BY row LIMIT ?`;
const insertLink = 'INSERT INTO evidence_chain (seq, evidence_row, prev_hash, chain_hash) VALUES (?, ?, ?, ?)';
const selectLink = 'SELECT seq FROM evidence_chain WHERE seq = ? OR evidence_row = ?';
const selectChain = `SELECT c.seq, c.evidence_row AS row, c.prev_hash AS prevHash, c.chain_hash AS chainHash, e.record
  FROM evidence_chain c LEFT JOIN evidence e ON e.row = c.evidence_row WHERE c.seq > ? ORDER BY c.seq LIMIT ?`;

/** Cutting is one batch of the next four: the checkpoint is set first and says where the cut is. */
const setCheckpoint = `INSERT INTO chain_checkpoint (seq, chain_hash) SELECT seq, chain_hash FROM evidence_chain
  WHERE seq = coalesce(
    (SELECT min(c.seq) FROM evidence_chain c JOIN evidence e ON e.row = c.evidence_row
      WHERE e.evidence_id IN (SELECT evidence_id FROM evidence WHERE at > ?)),
    (SELECT max(seq) + 1 FROM evidence_chain)) - 1`;
const lastCheckpoint = '(SELECT coalesce(max(seq), 0) FROM chain_checkpoint)';
const deleteCutEvidence = `DELETE FROM evidence WHERE row IN
  (SELECT evidence_row FROM evidence_chain WHERE seq <= ${lastCheckpoint})`;
const deleteCutLinks = `DELETE FROM evidence_chain WHERE seq <= ${lastCheckpoint} RETURNING seq`;
const deleteOldCheckpoints = `DELETE FROM chain_checkpoint WHERE seq < ${lastCheckpoint}`;

/** Evidence and the chain over it. */
export function evidenceVerbs(sql: Sql): EvidenceChain {
  return {
    evidenceOf: async (requestId) => recordsFrom(await sql.rows(selectOf, requestId)),

    async chainPending(limit) {
      const tip = (await sql.first<ChainTip>(selectTip)) ?? chainStart;
      return { tip, pending: await sql.rows<PendingEvidence>(selectPending, limit) };
    },

    async appendToChain(links) {
      try {
        await sql.batch(
          links.map(({ seq, row, prevHash, chainHash }) => sql.bind(insertLink, seq, row, prevHash, chainHash)),
        );
        return true;
      } catch (error) {
        const [first] = links;
        if (first && (await sql.first(selectLink, first.seq, first.row))) return false;
        throw error;
      }
    },

    async chain(afterSeq, limit) {
      const rows = await sql.rows<ChainLink & { record: string | null }>(selectChain, afterSeq, limit);
      return rows.map(({ record, ...link }) => (record === null ? link : { ...link, record: JSON.parse(record) }));
    },

    checkpoint: async () => (await sql.first<ChainTip>(selectCheckpoint)) ?? chainStart,

    async cutChain(upTo) {
      const [, , cut] = await sql.batch([
        sql.bind(setCheckpoint, upTo),
        sql.bind(deleteCutEvidence),
        sql.bind(deleteCutLinks),
        sql.bind(deleteOldCheckpoints),
      ]);
      return touched(cut) ? (cut?.length ?? 0) : 0;
    },
  };
}

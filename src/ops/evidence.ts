import { type ChainFault, verifyEvidence } from '#requests/verify-evidence.ts';
import type { Desk } from './desk.ts';
import { done, json, type Outcome } from './outcome.ts';

const saidOf: Record<ChainFault, string> = {
  gap: 'a link before it is missing',
  'not-continued': 'it does not continue the link before it',
  'no-record': 'its record is gone',
  'record-changed': 'its record was changed',
  'link-changed': 'its record is not the one that it was made for',
};

/** Whether every record of consent is as it was written, in its order and complete. Exit code 1 where one is not. */
export async function verify({ store }: Pick<Desk, 'store'>, asJson: boolean): Promise<Outcome> {
  const verified = await verifyEvidence(store);
  const { from, tip, pending, broken } = verified;
  const exitCode = broken ? 1 : 0;
  if (asJson) return { ...json({ ok: !broken, ...verified }), exitCode };
  const start = from === 0 ? 'the first record' : `the checkpoint ${from}`;
  const holds = `The chain holds from ${start} to link ${tip.seq}.`;
  if (broken) {
    const { seq, row, evidenceId, fault } = broken;
    const record = evidenceId ? ` (consent ${evidenceId})` : '';
    return { ...done(`Broken at link ${seq}, evidence row ${row}${record}: ${saidOf[fault]}.\n${holds}`), exitCode };
  }
  const waiting = pending ? '\nNewer records wait for their link; the server or a sweep makes it.' : '';
  return done(`${holds}${waiting}\nIts end, to be kept elsewhere: ${tip.seq} ${tip.chainHash}`);
}

import type { Evidence } from '#requests/consent.ts';
import { erasureOf } from '#requests/erasure.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { findRequest, noRequest } from './requests.ts';

/** The last record of each consent. */
const lastOf = (records: readonly Evidence[]): Evidence[] => [
  ...new Map(records.map((record) => [record.evidenceId, record])).values(),
];

/** Erases a request as its sender's own link does. The evidence stays and says that the consent was taken back. */
export async function eraseRequest(desk: Desk, reference: string, asJson: boolean): Promise<Outcome> {
  const { store } = desk;
  const request = await findRequest(desk, reference);
  if (!request) return noRequest(reference);
  const repeats = await store.withRepeats(request.id);
  const evidence = lastOf(await store.evidenceOf(request.id));
  const erasure = await erasureOf({ requestId: request.id, evidence }, 'operator', desk);
  if (!(await store.erase(erasure))) return impossible(`${request.reference} was erased before.`);
  const alsoAsked = repeats
    .filter(({ id, state }) => id !== request.id && state !== 'erased')
    .map((repeat) => repeat.reference);
  if (asJson) return json({ erased: request.reference, alsoAsked });
  const others =
    alsoAsked.length > 0 ? `\nThe same person asked again, and that still stands: ${alsoAsked.join(', ')}` : '';
  return done(`Erased: ${request.reference}. The note of the consent stays, without a number.${others}`);
}

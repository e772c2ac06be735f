import { flooded } from '../../tests/requests/spam.ts';
import type { Soak } from './figures.ts';

/** 10,000 spam within an hour, 100 people among it. */
export const run: Soak = async (amount = 10_000) => {
  const { spam, quarantined, turnedAway, unseen, genuine, genuineStored, genuineQuarantined, answeredAlike } =
    await flooded(amount, 100, { seed: Date.now() });
  return {
    figures: `${spam} spam with ${genuine} genuine mixed in: ${genuineStored} of ${genuine} stored, ${genuineQuarantined} of them quarantined; of the spam ${quarantined} quarantined, ${turnedAway} turned away, ${unseen} that nothing tells from people; ${answeredAlike ? 'all stored answered alike' : 'ANSWERED DIFFERENTLY'}`,
    holds: genuineStored === genuine && genuineQuarantined === 0 && answeredAlike,
  };
};

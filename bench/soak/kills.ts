import { killed, sayKills } from '../../tests/requests/kills.ts';
import type { Soak } from './figures.ts';

/** With the kills that come before a server listens, and what is under way at a kill, this makes a little more than 50. */
const between = 50;

/** 1,000 kills of a real server with at least 50,000 acknowledgements. */
export const run: Soak = async (kills = 1000) => {
  const result = await killed({
    ...{ kills, between, clients: 16, seed: Date.now() },
    onKill: (far) => {
      if (far.kills % 50 === 0) console.log(`${far.kills} kills, ${far.acknowledged} acknowledged so far`);
    },
  });
  const { lost, halfWritten, duplicates, acknowledged, sent } = result;
  return {
    figures: sayKills(result),
    holds: lost + halfWritten + duplicates === 0 && acknowledged === sent && acknowledged >= kills * 50,
  };
};

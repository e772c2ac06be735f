import { killed, sayKills } from '../../tests/requests/kills.ts';
import type { Soak } from './figures.ts';

/** With the kills that come before a server listens, and what is under way at a kill, this makes a little more than 50. */
const between = 60;

/** 1,000 kills of a real server with at least 50,000 acknowledgements. */
export const run: Soak = async (wanted = 1000) => {
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort());
  const result = await killed({
    ...{ kills: wanted, between, clients: 16, seed: Date.now() },
    enough: enough.signal,
    onKill: (far) => {
      if (far.kills % 50 === 0) console.log(`${far.kills} kills, ${far.acknowledged} acknowledged so far`);
    },
  });
  const { kills, lost, halfWritten, duplicates, acknowledged, sent } = result;
  return {
    figures: sayKills(result),
    holds: lost + halfWritten + duplicates === 0 && acknowledged === sent && (kills < 1000 || acknowledged >= 50_000),
  };
};

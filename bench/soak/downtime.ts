import { fileStore } from '../../tests/requests/delivery-rig.ts';
import { downFor } from '../../tests/requests/downtime.ts';
import type { Soak } from './figures.ts';

/** The operator's system is down for 24 and for 72 simulated hours. */
export const run: Soak = async () => {
  const all = [];
  for (const hours of [24, 72]) {
    const { store, close } = fileStore();
    all.push(await downFor(hours, store));
    close();
  }
  const said = all.map(
    ({ hours, asked, refused, lost, twice, dead, outOfOrder }) =>
      `down ${hours} simulated hours, ${asked} asked, ${refused} attempts refused: ${lost} lost, ${twice} twice, ${dead} dead, ${outOfOrder} out of order for their contact`,
  );
  return {
    figures: said.join('; '),
    holds: all.every(({ lost, twice, dead, outOfOrder }) => lost + twice + dead + outOfOrder === 0),
  };
};

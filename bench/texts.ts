import { textingHoursTable } from '../tests/requests/fixtures.ts';
import { interleavings } from '../tests/requests/interleavings.ts';
import { randomHours } from '../tests/requests/random-hours.ts';

/** The long forms of the tests about texts: 100,000 random send times, 1,000 interleavings with STOP. */
export async function run(): Promise<string> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const { times, sent, prompted, put, outside } = randomHours(100_000, textingHoursTable, 2026);
  const hours = `${times} random send times: ${sent} sent, ${prompted} of them at night at the person's wish within two minutes, ${put} put off to a decent hour, ${outside} outside hours (${seconds()})`;
  const { runs, before, after, met, again } = await interleavings(1000, undefined, 2026);
  return `${hours}\n${runs} interleavings: ${before} texts before STOP was answered, ${after} after, STOP met a text under way in ${met}, was sent again in ${again} (${seconds()} with the above)`;
}

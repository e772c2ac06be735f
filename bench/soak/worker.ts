import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startWorker } from '../../tests/built/local-worker.ts';
import { canary, fuzzed } from '../../tests/requests/fuzz.ts';
import type { Found, Soak } from './figures.ts';

/** Fuzzed bodies over the wire to the worker with its D1, four at once: every answer waits for another process. */
async function fuzz(amount: number): Promise<Found> {
  const worker = await startWorker();
  try {
    const { statuses, over500, foreign, repeated } = await fuzzed(amount, fetch, {
      ...{ seed: Date.now() % 2 ** 31, atOnce: 4, to: `${worker.origin}/api/v1/requests` },
    });
    const isWell = (await fetch(`${worker.origin}/healthz`)).ok;
    const inLog = worker.said().split(canary).length - 1;
    const inStore = readFileSync(worker.storeFile()).includes(canary);
    const counted = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
    return {
      figures: `${amount} fuzzed bodies: ${over500} responses ≥ 500; ${repeated} refusals and ${inLog} log lines with a canary, ${inStore ? 'one' : 'none'} in D1; ${counted.join(', ')}`,
      holds: over500 + foreign + repeated + inLog === 0 && !inStore && isWell,
    };
  } finally {
    await worker.stop();
    worker.clear();
  }
}

/** All browser tests against the worker. */
function journeys(): Found {
  const args = ['test', '--config', 'playwright.worker.config.ts'];
  const { status } = spawnSync('playwright', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const { stats } = JSON.parse(readFileSync('test-results/worker.json', 'utf8'));
  const failed = stats.unexpected + stats.flaky;
  return { figures: `${stats.expected} browser tests passed, ${failed} failed`, holds: status === 0 && failed === 0 };
}

/** On the Workers runtime: fuzzed bodies, then every browser test. What the endpoint is asked in `npm test` is all there is of that. */
export const run: Soak = async (amount = 20_000) => {
  const found = [await fuzz(amount), journeys()];
  return { figures: found.map(({ figures }) => figures).join('; '), holds: found.every(({ holds }) => holds) };
};

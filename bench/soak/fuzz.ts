import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canary, fuzzed } from '../../tests/requests/fuzz.ts';
import { start, tinySite } from '../../tests/requests/tiny-site.ts';
import type { Soak } from './figures.ts';

/** 100,000 fuzzed bodies over the wire to a real server with a store in a file, eight at once. */
export const run: Soak = async (amount = 100_000) => {
  const folder = tinySite();
  const server = await start(folder);
  try {
    const { statuses, p99, over500, foreign, repeated } = await fuzzed(amount, fetch, {
      ...{ seed: Date.now() % 2 ** 31, atOnce: 8, to: `${server.origin}/api/v1/requests` },
    });
    const health = await fetch(`${server.origin}/healthz`);
    const inLog = server.said().split(canary).length - 1;
    const inStore = readdirSync(join(folder, 'data')).filter((file) =>
      readFileSync(join(folder, 'data', file)).includes(canary),
    );
    const counted = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
    return {
      figures: `${amount} fuzzed bodies: ${over500} responses ≥ 500, p99 ${p99.toFixed(1)} ms (wished at most 100); ${repeated} refusals, ${inLog} log lines and ${inStore.length} store files with a canary; ${counted.join(', ')}`,
      holds: over500 + foreign + repeated + inLog + inStore.length === 0 && p99 <= 100 && health.status === 200,
    };
  } finally {
    server.process.kill('SIGKILL');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  }
};

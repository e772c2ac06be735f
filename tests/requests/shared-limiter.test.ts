import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { getPlatformProxy, unstable_readConfig } from 'wrangler';
import { limitersBy, memoryLimiter } from '#requests/http/limiter.ts';
import { type RateLimit, sharedLimiter } from '#requests/http/shared-limiter.ts';
import { keyedBy } from '#requests/keyed.ts';
import { ids } from '#requests/run/deps.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';
import './local-d1.ts';

const folder = mkdtempSync(join(tmpdir(), 'nrs-limits-'));
const { compatibility_date, ratelimits } = unstable_readConfig({ config: 'wrangler.jsonc' }, { hideWarnings: true });
writeFileSync(join(folder, 'wrangler.json'), JSON.stringify({ name: 'limits', compatibility_date, ratelimits }));
/** The counter of `wrangler.jsonc` in the real runtime of Workers, on this computer. */
const { env, dispose } = await getPlatformProxy<{ POSTS: RateLimit }>({
  configPath: join(folder, 'wrangler.json'),
  persist: false,
  remoteBindings: false,
});
afterAll(async () => {
  await dispose();
  rmSync(folder, { recursive: true });
});

const { addressKey } = await keyedBy(new Uint8Array(32).fill(7));
const failures: unknown[] = [];

/** One of several workers of a place: what it counts itself it shares with nobody. */
function worker(platform: RateLimit) {
  const clock = { now: () => new Date('2026-11-23T15:00:00Z') };
  const limiters = limitersBy(
    (limits, kind) => {
      const own = memoryLimiter(limits, { clock, ids });
      return kind === 'posts' ? sharedLimiter(own, platform, addressKey) : own;
    },
    (error) => failures.push(error),
  );
  const { send } = endpoint({ clock, ids, limiters });
  return (address: string) => send(jsonPost({ ...goodRequest, phone: '911' }), { address });
}

test('two workers of a place refuse an address by one count, and hold nobody else up', async () => {
  const workers = [worker(env.POSTS), worker(env.POSTS)] as const;
  let passed = 0;
  let refused: Response | undefined;
  while (!refused) {
    const response = await workers[passed % 2 === 0 ? 0 : 1]('192.0.2.1');
    if (response.status === 429) refused = response;
    else passed += 1;
  }
  // A minute of the platform may end in between. Each worker by itself would have said ten minutes, after sixty of its own.
  expect(passed).toBeGreaterThanOrEqual(60);
  expect(passed).toBeLessThan(120);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect((await workers[0]('192.0.2.2')).status).toBe(422);
});

test('the platform gets to know a scrambled address only, the same for one household', async () => {
  const told: string[] = [];
  const post = worker({
    async limit({ key }) {
      told.push(key);
      return { success: true };
    },
  });
  for (const address of ['2001:db8:0:1::7', '2001:db8:0:1::8', '2001:db8:0:2::7']) await post(address);
  expect(told).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f]{32}$/)));
  expect([told[0] === told[1], told[1] === told[2]]).toEqual([true, false]);
});

test('a counter that is broken limits nobody, and is reported', async () => {
  const post = worker({ limit: () => Promise.reject(new Error('no counter')) });
  expect((await post('192.0.2.9')).status).toBe(422);
  expect(failures).toEqual([new Error('no counter')]);
});

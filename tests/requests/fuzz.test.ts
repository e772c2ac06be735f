import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { limitersBy, noLimiter } from '#requests/http/limiter.ts';
import { endpoint } from './endpoint.ts';
import { canary, fuzzed } from './fuzz.ts';

const limiters = limitersBy(
  () => noLimiter,
  () => {},
);

test('whatever is posted, the answer is one of ours, and neither log nor refusal repeats it', async () => {
  const seed = randomInt(2 ** 31);
  const { send, deps, log } = endpoint({ limiters });
  const { statuses, ...result } = await fuzzed(3000, send, { seed });
  expect(result, `seed ${seed}`).toMatchObject({ posts: 3000, foreign: 0, over500: 0, repeated: 0 });
  expect(log.join('\n'), `seed ${seed}`).not.toContain(canary);
  expect(log.join('\n'), `seed ${seed}`).not.toContain('failure');
  expect(await deps.store.list()).toHaveLength(statuses[201] ?? 0);
  // A run that only ever meets refusals would prove little.
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['201', '400', '403', '409', '415', '422']));
  expect(new Set((await deps.store.list()).map(({ kind }) => kind)).size).toBe(4);
});

test('an answer that breaks, and one that repeats what was posted, are found', async () => {
  const { send, deps } = endpoint({ limiters });
  deps.store.accept = () => Promise.reject(new Error('disk full'));
  expect((await fuzzed(300, send)).over500).toBeGreaterThan(0);
  const echo = async (request: Request) =>
    new Response(await request.text(), { status: 422, headers: { 'content-type': 'application/problem+json' } });
  expect((await fuzzed(300, echo)).repeated).toBeGreaterThan(0);
});

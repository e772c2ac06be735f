/** The tests of the endpoint once more, with the worker in its runtime in place of the handler in this process. */
import { afterAll, expect, test, vi } from 'vitest';
import { endpoint } from './endpoint.ts';
import { close, endpoint as onWorker } from './endpoint-on-worker.ts';

vi.mock('./endpoint.ts', async (original) => ({
  ...(await original<typeof import('./endpoint.ts')>()),
  endpoint: (await import('./endpoint-on-worker.ts')).endpoint,
}));
afterAll(close);

test('what is asked here is the worker', () => expect(endpoint).toBe(onWorker));

await import('./endpoint.test.ts');
await import('./bad-bodies.test.ts');
await import('./four-kinds.test.ts');
await import('./idempotency-key.test.ts');
await import('./inbound.test.ts');
await import('./quarantine.test.ts');
await import('./short-call.test.ts');

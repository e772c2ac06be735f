import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownFields } from '#requests/fields.ts';
import { limitersBy, noLimiter } from '#requests/http/limiter.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { goodRequests } from './fixtures.ts';

const canary = 'C4N4RY';
const limiters = limitersBy(
  () => noLimiter,
  () => {},
);

const anyValue = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.constant(`${canary} 217 555 0142`));
const anyName = fc.oneof(fc.constantFrom(...knownFields, '__proto__', 'constructor'), fc.string(), fc.constant(canary));
const changed = fc
  .tuple(fc.constantFrom(...Object.values(goodRequests)), fc.dictionary(anyName, anyValue, { maxKeys: 6 }))
  .map(([good, changes]) => ({ ...good, ...changes }));
const anyHeaders = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', canary),
    'content-encoding': fc.constantFrom('identity', 'gzip', canary),
    'sec-fetch-site': fc.constantFrom('same-origin', 'none', 'cross-site', canary),
    origin: fc.constantFrom('https://help.example.org', 'null', `https://${canary}.example`),
    'idempotency-key': fc.oneof(fc.uuid(), fc.constant(canary)),
    'accept-language': fc.constantFrom('es', 'en', canary),
  },
  { requiredKeys: [] },
);
const asForm = (fields: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();

const posts = fc.oneof(
  fc.tuple(changed, anyHeaders).map(([body, headers]) => jsonPost(body, headers)),
  changed.map((body) => formPost(asForm(body))),
  fc
    .uint8Array({ maxLength: 9000 })
    .map((bytes) => new Request(jsonPost({}), { method: 'POST', body: new Uint8Array(bytes) })),
  fc.tuple(fc.jsonValue(), anyHeaders).map(([body, headers]) => jsonPost(body, headers)),
  fc.string({ unit: 'binary', maxLength: 2000 }).map((body) => formPost(body)),
);

test('whatever is posted, the answer is one of ours, and neither log nor refusal repeats it', {
  timeout: 60_000,
}, async () => {
  const { send, deps, log } = endpoint({ limiters });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(posts, async (request) => {
      const response = await send(request);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect([200, 201, 400, 403, 409, 413, 415, 422]).toContain(response.status);
      if (response.headers.get('content-type')?.includes('json')) expect(await response.text()).not.toContain(canary);
    }),
    { numRuns: 3000 },
  );
  expect(log.join('\n')).not.toContain(canary);
  expect(log.join('\n')).not.toContain('failure');
  expect(await deps.store.list()).toHaveLength(statuses.get(201) ?? 0);
  // A run that only ever meets refusals would prove little.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([201, 400, 403, 409, 415, 422]));
  expect(new Set((await deps.store.list()).map(({ kind }) => kind)).size).toBe(4);
});

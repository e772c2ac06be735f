import fc from 'fast-check';
import { knownFields } from '#requests/fields.ts';
import { goodRequests } from './fixtures.ts';

/** Stands in values, names of fields, headers: wherever a post can carry something. Neither log nor refusal may repeat it. */
export const canary = 'C4N4RY';
const url = 'https://help.gov/api/v1/requests';
const fromOurPage = { 'sec-fetch-site': 'same-origin' };

/** A post as it may come. */
export interface FuzzedPost {
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
}

const nested = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 1, max: 4000 }))
  .map(([open, depth]) => `{"name":${open.repeat(Math.min(depth, Math.floor(8000 / open.length)))}`);
const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.constant(`${canary} 217 555 0142`),
  fc.constantFrom('\ud800', '\u0000', '\u202e', 'x'.repeat(5000)),
);
const anyName = fc.oneof(fc.constantFrom(...knownFields, '__proto__', 'constructor'), fc.string(), fc.constant(canary));
const changed = fc
  .tuple(fc.constantFrom(...Object.values(goodRequests)), fc.dictionary(anyName, anyValue, { maxKeys: 6 }))
  .map(([good, changes]) => ({ ...good, ...changes }));
const anyHeaders = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', canary),
    'content-encoding': fc.constantFrom('identity', 'gzip', canary),
    'sec-fetch-site': fc.constantFrom('same-origin', 'none', 'cross-site', canary),
    origin: fc.constantFrom('https://help.gov', 'null', `https://${canary}.example`),
    'idempotency-key': fc.oneof(fc.uuid(), fc.constant(canary)),
    'accept-language': fc.constantFrom('es', 'en', canary),
    'user-agent': fc.constant(canary),
    referer: fc.constant(`https://help.gov/${canary}`),
    cookie: fc.constant(`name=${canary}`),
    [`x-${canary}`]: fc.constant(canary),
  },
  { requiredKeys: [] },
);
const asForm = (fields: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString();

const json = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): FuzzedPost => ({
  headers: { 'content-type': 'application/json', ...fromOurPage, ...headers },
  body,
});
const form = (body: string): FuzzedPost => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...fromOurPage },
  body,
});

/** Posts of every kind with anything in them, and bytes that are no post at all. */
export const posts: fc.Arbitrary<FuzzedPost> = fc.oneof(
  fc.tuple(changed, anyHeaders).map(([body, headers]) => json(JSON.stringify(body), headers)),
  changed.map((body) => form(asForm(body))),
  fc.uint8Array({ maxLength: 9000 }).map((bytes) => json(new Uint8Array(bytes))),
  fc.tuple(fc.jsonValue(), anyHeaders).map(([body, headers]) => json(JSON.stringify(body), headers)),
  fc.string({ unit: 'binary', maxLength: 2000 }).map(form),
  nested.map((body) => json(body)),
);

/** The statuses that a post can be answered with. */
const ours = [200, 201, 400, 403, 409, 413, 415, 422];

/** What came of many posts. `foreign`, `over500` and `repeated` must be 0. */
export interface Fuzzed {
  posts: number;
  statuses: Record<number, number>;
  /** Statuses that are none of ours. */
  foreign: number;
  over500: number;
  /** Refusals for programs that hold what was posted. */
  repeated: number;
  /** The slowest answer but one percent, in milliseconds. */
  p99: number;
}

/** Sends many posts, several at once, and looks at every answer. The same seed gives the same posts. */
export async function fuzzed(
  amount: number,
  send: (request: Request) => Promise<Response>,
  { seed = 1, atOnce = 1, to = url }: { seed?: number; atOnce?: number; to?: string } = {},
): Promise<Fuzzed> {
  const result: Fuzzed = { posts: 0, statuses: {}, foreign: 0, over500: 0, repeated: 0, p99: 0 };
  const durations: number[] = [];
  const one = async ({ headers, body }: FuzzedPost) => {
    const request = new Request(to, { method: 'POST', headers, body });
    const started = performance.now();
    const response = await send(request);
    const text = await response.text();
    durations.push(performance.now() - started);
    const { status } = response;
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    if (!ours.includes(status)) result.foreign += 1;
    if (status >= 500) result.over500 += 1;
    if (response.headers.get('content-type')?.includes('json') && text.includes(canary)) result.repeated += 1;
  };
  // In pieces, so that a hundred thousand posts are never in memory together.
  for (let piece = 0; result.posts < amount; piece += 1) {
    const waiting = fc.sample(posts, { numRuns: Math.min(1000, amount - result.posts), seed: seed + piece });
    result.posts += waiting.length;
    const client = async () => {
      for (let post = waiting.pop(); post; post = waiting.pop()) await one(post);
    };
    await Promise.all(Array.from({ length: atOnce }, client));
  }
  durations.sort((first, second) => first - second);
  result.p99 = durations[Math.ceil(durations.length * 0.99) - 1] ?? Number.NaN;
  return result;
}

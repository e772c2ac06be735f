import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownFields } from '#requests/fields.ts';
import { goodRequests } from './fixtures.ts';
import { canary } from './fuzz.ts';
import type { Fault } from './plant.ts';
import { start, tinySite } from './tiny-site.ts';

/** One post or question, with the canary in one place of it. */
interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const requests = '/api/v1/requests';

/** In every field of every kind, alone and beside what is right there, and in a name that is none of ours; in both encodings. */
const inFields: Sent[] = Object.values(goodRequests).flatMap((good) =>
  [...knownFields, canary, `x-${canary}`].flatMap((name) =>
    [canary, `${Reflect.get(good, name) ?? ''} ${canary}`].flatMap((value): Sent[] => {
      const fields = { ...good, [name]: value };
      const asForm = new URLSearchParams(Object.entries(fields).map(([key, text]) => [key, String(text)])).toString();
      return [
        { method: 'POST', path: requests, headers: json, body: JSON.stringify(fields) },
        { method: 'POST', path: requests, headers: form, body: asForm },
      ];
    }),
  ),
);

const token = canary.padEnd(22, 'A');
const routes: Sent[] = [
  { method: 'POST', path: requests, headers: json, body: JSON.stringify(goodRequests.callback) },
  { method: 'POST', path: requests, headers: form, body: 'kind=callback' },
  { method: 'GET', path: requests },
  { method: 'GET', path: '/api/v1/slots' },
  { method: 'GET', path: `/api/v1/cancel/${token}` },
  { method: 'POST', path: `/api/v1/cancel/${token}` },
  { method: 'POST', path: '/api/v1/sms/inbound', headers: form, body: `Body=${canary}&From=${canary}` },
  { method: 'GET', path: '/healthz' },
  { method: 'GET', path: `/api/v1/${canary}` },
  { method: 'GET', path: `/${canary}/` },
  { method: 'POST', path: `/guides/${canary}` },
  { method: 'POST', path: `${requests}?name=${canary}`, headers: json, body: '{}' },
  { method: canary.replace(/\d/g, ''), path: requests },
];
const names = [
  ...['user-agent', 'referer', 'cookie', 'origin', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'],
  ...['cf-connecting-ip', 'via', 'from', 'authorization', 'accept', 'accept-language', 'accept-encoding', 'range'],
  ...['if-none-match', 'idempotency-key', 'content-type', 'content-encoding', 'sec-fetch-site', 'traceparent'],
  ...['x-twilio-signature', `x-${canary}`],
];
/** On every route, in every header that somebody might write down. */
const inHeaders: Sent[] = routes.flatMap((sent) =>
  [{}, ...names.map((name) => ({ [name]: canary }))].map((header) => ({
    ...sent,
    headers: { ...sent.headers, ...header },
  })),
);

const everywhere = [...inFields, ...inHeaders];

/** What an answer repeats: its headers, and its body where it is not the person's own form with what they typed. */
const answerTo = (origin: string, { method, path, headers = {}, body }: Sent) =>
  new Promise<string>((done, fail) => {
    const outgoing = request(origin + path, { method, headers }, async (answer) => {
      const text = (await answer.toArray()).join('');
      const isOwnForm = path === requests && answer.headers['content-type']?.startsWith('text/html');
      done(`${answer.statusCode} ${JSON.stringify(answer.headers)} ${isOwnForm ? '' : text}`);
    });
    outgoing.on('error', fail).end(body);
  });

/** All of it sent to a process of its own, four at once; gives what held the canary afterwards. */
async function traces(sent: readonly Sent[], faults: readonly Fault[] = []) {
  const folder = tinySite();
  const server = await start(folder, {}, { faults });
  const waiting = [...sent];
  const inAnswers: string[] = [];
  let saved = 0;
  const client = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const answer = await answerTo(server.origin, next);
      if (answer.startsWith('201')) saved += 1;
      if (answer.includes(canary)) inAnswers.push(`${next.method} ${next.path}: ${answer}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, client));
  server.process.kill('SIGTERM');
  await server.ended;
  const inLog = server
    .said()
    .split('\n')
    .filter((line) => line.includes(canary));
  const data = join(folder, 'data');
  const inFiles = readdirSync(data).filter((file) => readFileSync(join(data, file)).includes(canary));
  rmSync(folder, { recursive: true });
  return { saved, inAnswers, inLog, inFiles };
}

test('nothing that came in a field, a name, a header or an address is in a log, an answer or the store', async () => {
  const { saved, ...found } = await traces(everywhere);
  expect(found).toEqual({ inAnswers: [], inLog: [], inFiles: [] });
  // Where nothing is saved, nothing could be written down.
  expect(saved).toBeGreaterThan(20);
}, 60_000);

test('a log that says who asks, and a store that is not sealed, are found', async () => {
  const { inLog, inFiles } = await traces(everywhere, ['talkative', 'no-seal']);
  expect(inLog.length).toBeGreaterThan(10);
  expect(inFiles.length).toBeGreaterThan(0);
}, 60_000);

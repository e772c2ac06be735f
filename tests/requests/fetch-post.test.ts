import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { wordFor } from '#requests/delivery/attempt.ts';
import { fetchPostWithin } from '#requests/delivery/fetch-post.ts';
import type { Reach } from '#requests/reach.ts';

/** Posts to a receiver that answers so; resolves to its answer and to how often it was asked. */
async function posted(answer: (response: ServerResponse) => void, reach: Reach = 'anywhere', timeoutMs = 10_000) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
  const said = await fetchPostWithin(reach)(url, { 'webhook-id': 'one' }, '{}', AbortSignal.timeout(timeoutMs)).catch(
    wordFor,
  );
  return { said, asked };
}

test.each([
  ['that it took it', 204, {}, { status: 204, retryAfter: undefined, body: '' }],
  [
    'where else to go, which is not followed',
    307,
    { location: '/hook' },
    { status: 307, retryAfter: undefined, body: '' },
  ],
  ['when to come again', 429, { 'retry-after': '120' }, { status: 429, retryAfter: '120', body: '' }],
])('a receiver says %s', async (_, status, headers, said) => {
  expect(await posted((response) => response.writeHead(status, headers).end())).toEqual({ said, asked: 1 });
});

test('an answer that breaks off in its middle does not count', async () => {
  const { said } = await posted((response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  expect(said).toBe('broken-off');
});

test('a receiver that never answers is left after its time', async () => {
  expect(await posted(() => {}, 'anywhere', 50)).toEqual({ said: 'timeout', asked: 1 });
});

test('nothing goes where it must not', async () => {
  expect(await posted((response) => response.end(), 'public')).toEqual({ said: 'out-of-reach', asked: 0 });
});

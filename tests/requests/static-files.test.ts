import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { staticFiles } from '#requests/run/static-files.ts';

const page = `<title>Page</title>${'0123456789'.repeat(50)}`;
const dist = mkdtempSync(join(tmpdir(), 'nrs-files-'));
mkdirSync(join(dist, 'guides'));
writeFileSync(join(dist, 'guides/index.html'), page);
writeFileSync(join(dist, 'guides/index.html.br'), brotliCompressSync(page));
writeFileSync(join(dist, 'guides/index.html.gz'), gzipSync(page));
writeFileSync(join(dist, '404.html'), 'missing');
writeFileSync(join(dist, '_redirects'), '');

const headers = { 'Cache-Control': 'no-cache', 'X-Frame-Options': 'DENY' };
const server = createServer(staticFiles(dist, [{ prefix: '/', headers }]));
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/guides/`;
afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
});

const get = (headers: Record<string, string> = {}, method = 'GET', url = address) =>
  fetch(url, { method, headers: { 'accept-encoding': 'identity', ...headers } });

test('what the browser already has is confirmed, with the headers of the page', async () => {
  const first = await get();
  const tag = first.headers.get('etag') ?? '';
  const again = await get({ 'if-none-match': tag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const kept = ['etag', 'vary', 'cache-control', 'x-frame-options'].map((name) => again.headers.get(name));
  expect(kept).toEqual([tag, 'Accept-Encoding', 'no-cache', 'DENY']);
});

test('a tag in a list, a weak one and any one are known', async () => {
  const tag = (await get()).headers.get('etag') ?? '';
  for (const known of [`"x", ${tag}`, `W/${tag}`, '*'])
    expect((await get({ 'if-none-match': known })).status).toBe(304);
  expect((await get({ 'if-none-match': '"x"' })).status).toBe(200);
});

test('a file that is taken away under a running server is no end of it', async () => {
  writeFileSync(join(dist, 'late.txt'), 'late');
  const late = createServer(staticFiles(dist, [{ prefix: '/', headers }]));
  await new Promise<void>((listening) => late.listen(0, '127.0.0.1', listening));
  rmSync(join(dist, 'late.txt'));
  const answer = await get({}, 'GET', `http://127.0.0.1:${(late.address() as AddressInfo).port}/late.txt`);
  expect(answer.status).toBe(503);
  late.close();
});

test('what the browser has is told apart from what there is, by its copy, too', async () => {
  const small = (await get({ 'accept-encoding': 'br' })).headers.get('etag') ?? '';
  const whole = await get({ 'if-none-match': small });
  expect([whole.status, await whole.text()]).toEqual([200, page]);
  expect(whole.headers.get('etag')).not.toBe(small);
  const missing = await get({ 'if-none-match': small }, 'GET', `${address}nothing/`);
  expect([missing.status, await missing.text()]).toEqual([404, 'missing']);
});

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0.0,br;q=0', null],
  ['br;q=0.1', 'br'],
  ['identity', null],
])('a browser that takes %s is sent %s', async (accepted, sent) => {
  const response = await get({ 'accept-encoding': accepted });
  expect([response.headers.get('content-encoding'), await response.text()]).toEqual([sent, page]);
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
});

test.each([
  ['bytes=0-9', 206, page.slice(0, 10)],
  ['bytes=10-', 206, page.slice(10)],
  ['bytes=5-5', 206, page[5]],
  ['bytes=500-9999', 206, page.slice(500)],
  ['bytes=0-0', 206, page[0]],
  ['bytes=-10', 206, page.slice(-10)],
  ['bytes=-9999', 206, page],
  ['bytes=-0', 416, ''],
  ['bytes=9999-', 416, ''],
])('one part of a page is sent: %s', async (range, status, part) => {
  const response = await get({ range });
  expect([response.status, await response.text()]).toEqual([status, part]);
});

test.each(['bytes=-', 'bytes=9-5', 'bytes=0-1,5-6', 'bytes=x-y', 'lines=1-2'])(
  'where a part is asked for in another way, the whole page is sent: %s',
  async (range) => {
    const response = await get({ range });
    expect([response.status, await response.text()]).toEqual([200, page]);
  },
);

test('a part of a copy that may have changed, or of no body at all, is not sent', async () => {
  const { headers } = await get();
  const same = await get({ range: 'bytes=0-9', 'if-range': headers.get('etag') ?? '' });
  expect([same.status, await same.text()]).toEqual([206, page.slice(0, 10)]);
  const changed = await get({ range: 'bytes=0-9', 'if-range': '"another"' });
  expect([changed.status, await changed.text()]).toEqual([200, page]);
  const head = await get({ range: 'bytes=0-9' }, 'HEAD');
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, `${page.length}`, '']);
});

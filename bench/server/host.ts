/**
 * A server in a process of its own: `ours` as `npm start` runs it, `sirv` as that library serves files alone, `bare` as the least Node can
 * do. Tells its CPU time and its memory when asked.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { headersFor } from '#requests/run/header-rules.ts';
import { serve } from '#requests/run/serve.ts';
import { readHeaderRules } from '#requests/run/static-files.ts';

/** Sends the same bytes and headers from memory, whatever is asked. */
async function serveBare(path: string): Promise<string> {
  const body = readFileSync(`dist${path}index.html.br`);
  const headers = {
    ...headersFor(readHeaderRules('dist'), path),
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Encoding': 'br',
    'Content-Length': body.length,
  };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The library with the same choices as ours, and no headers of the site. */
async function serveSirv(): Promise<string> {
  const server = createServer(sirv('dist', { etag: true, brotli: true, gzip: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const [kind, path = '/'] = process.argv.slice(2);
const hosts: Record<string, () => Promise<string>> = {
  ours: async () => (await serve({ ...process.env, PORT: '0' })).address,
  sirv: serveSirv,
  bare: () => serveBare(path),
};
const address = await hosts[kind ?? '']?.();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());
process.send?.({ address });

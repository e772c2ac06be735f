import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { headersFor } from '#requests/run/header-rules.ts';
import { readHeaderRules } from '#requests/run/static-files.ts';
import type { Sent } from './contestants.ts';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '': 'text/html; charset=utf-8' };

/** A server on this machine that sends all contestants alike, and remembers what it sent. */
export interface Stage {
  origin: string;
  /** Takes what was sent since it was last asked: bodies by address. */
  takeSent(): Map<string, Sent>;
  close(): void;
}

/** Serves the built site and the peers. All get our headers, so that the browser treats them alike; only ours come with a content policy. */
export async function serveStage(dist: string, peers: ReadonlyMap<string, Sent>): Promise<Stage> {
  const rules = readHeaderRules(dist);
  const bodies = new Map(peers);
  bodies.set('/blank/', { plain: Buffer.from('<!doctype html>'), brotli: Buffer.of() });
  let log = new Map<string, Sent>();
  const server = createServer(({ url = '/' }, response) => {
    const body = bodies.get(url) ?? fromBuild(dist, url);
    if (!body) return void response.writeHead(404).end();
    if (!bodies.has(url)) bodies.set(url, body);
    log.set(url, body);
    const isCompressed = body.brotli.length > 0;
    const { 'Content-Security-Policy': policy, ...headers } = headersFor(rules, url);
    response.writeHead(200, {
      ...headers,
      ...(policy && !peers.has(url) && { 'Content-Security-Policy': policy }),
      ...(isCompressed && { 'Content-Encoding': 'br' }),
      'Content-Type': types[extname(url)] ?? 'application/octet-stream',
    });
    response.end(isCompressed ? body.brotli : body.plain);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeSent() {
      const taken = log;
      log = new Map();
      return taken;
    },
    close: () => server.close(),
  };
}

function fromBuild(dist: string, url: string): Sent | undefined {
  const file = join(dist, url.endsWith('/') ? `${url}index.html` : url);
  if (!existsSync(file)) return undefined;
  const small = `${file}.br`;
  return { plain: readFileSync(file), brotli: existsSync(small) ? readFileSync(small) : Buffer.of() };
}

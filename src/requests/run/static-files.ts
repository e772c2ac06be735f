import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type BuiltFile, type Bytes, builtFiles, type Copy } from './built-files.ts';
import { type HeaderRules, headerRules, headersFor } from './header-rules.ts';
import { isKnown, partOf, takes } from './static-requests.ts';

/** Reads the header rules that the build wrote. */
export const readHeaderRules = (dist: string): HeaderRules =>
  headerRules.parse(JSON.parse(readFileSync(join(dist, 'headers.json'), 'utf8')));

/** `dist/_redirects`, in the form that several hosts read, too: an old path, the new one, and 301, in a line. */
const readRedirects = (dist: string): ReadonlyMap<string, string> =>
  new Map(
    [...readFileSync(join(dist, '_redirects'), 'utf8').matchAll(/^(\S+) (\S+) 301$/gm)].map(
      ([, from = '', to = '']) => [from, to],
    ),
  );

/** Files for the endpoint's own eyes: addresses in them would only confuse. */
const unserved = ['/endpoint.json', '/headers.json', '/build-id.txt', '/_redirects', '/_headers'];

const notFound = '/404.html';

/** Serves the built site from memory: the small copies made at build time, its headers, and its own 404 page. */
export function staticFiles(
  dist: string,
  rules: HeaderRules,
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = builtFiles(dist);
  const redirects = readRedirects(dist);

  const send = (request: IncomingMessage, response: ServerResponse, path: string, file: BuiltFile): void => {
    const copy = chosen(file, request.headers['accept-encoding']);
    const answer = (bytes: Bytes) =>
      sendBytes(request, response, bytes, headersOf(path, file, copy), path === notFound);
    if (copy.kept) answer(copy.kept);
    // A build that replaces the folder takes files away under a running server; that must not end the process.
    else
      copy.read().then(answer, () => response.writeHead(path === notFound ? 404 : 503, { 'Retry-After': '5' }).end());
  };
  const headersOf = (path: string, { type, copies }: BuiltFile, { encoding }: Copy): Record<string, string> => ({
    ...headersFor(rules, path),
    'Content-Type': type,
    ...(copies.length > 1 && { Vary: 'Accept-Encoding' }),
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  const missing = files.get(notFound);

  return (request, response) => {
    const path = plain((request.url ?? '/').split('?', 1)[0] ?? '/');
    const moved = redirects.get(path) ?? (files.has(`${path}/`) ? `${path}/` : undefined);
    const isServed = !unserved.some((name) => path.startsWith(name));
    if (moved && isServed) return void response.writeHead(301, { ...headersFor(rules, path), Location: moved }).end();
    const file = isServed ? files.get(path) : undefined;
    if (file) send(request, response, path, file);
    else if (missing) send(request, response, notFound, missing);
    else response.writeHead(404).end();
  };
}

/** An address without what is escaped in it; as it came where that makes no sense. */
function plain(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

const chosen = ({ copies }: BuiltFile, accepted: string | undefined): Copy =>
  copies.find(({ encoding }) => encoding === undefined || takes(encoding, accepted)) as Copy;

function sendBytes(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  { body, tag }: Bytes,
  headers: Record<string, string>,
  isMissing: boolean,
): void {
  headers['ETag'] = tag;
  if (!isMissing && isKnown(tag, asked)) {
    delete headers['Content-Type'];
    delete headers['Content-Encoding'];
    return void response.writeHead(304, headers).end();
  }
  const part = isMissing || method !== 'GET' ? undefined : partOf(body.length, tag, asked);
  if (part === 'outside') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${body.length}`, 'Content-Length': '0' }).end();
    return;
  }
  const sent = part ? body.subarray(part.from, part.to + 1) : body;
  if (part) headers['Content-Range'] = `bytes ${part.from}-${part.to}/${body.length}`;
  headers['Content-Length'] = String(sent.length);
  response.writeHead(isMissing ? 404 : part ? 206 : 200, headers).end(method === 'HEAD' ? undefined : sent);
}

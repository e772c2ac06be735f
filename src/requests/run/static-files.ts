import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import sirv from 'sirv';
import { type HeaderRules, headerRules, headersFor } from './header-rules.ts';
import { asSirvReads } from './static-requests.ts';

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

/** Files of Pagefind, which carry their own compression and are no type that the list of types knows. */
const unknownType = /\.(pagefind|pf_\w+)$/;

/** Serves the built site: the small copies made at build time, its headers, and its own 404 page. */
export function staticFiles(
  dist: string,
  rules: HeaderRules,
): (request: IncomingMessage, response: ServerResponse) => void {
  const serve = sirv(dist, {
    etag: true,
    brotli: true,
    gzip: true,
    // Only called where the whole file is sent: what the browser has is not what there is.
    setHeaders: (response, path) => {
      response.removeHeader('ETag');
      if (unknownType.test(path)) response.setHeader('Content-Type', 'application/octet-stream');
    },
  });
  const pages = pagePaths(dist);
  const redirects = readRedirects(dist);
  const sendNotFound = notFoundPage(dist, rules);
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (unserved.some((name) => path.startsWith(name))) return sendNotFound(request, response);
    const moved = redirects.get(path) ?? (pages.has(`${path}/`) ? `${path}/` : undefined);
    if (moved) return void response.writeHead(301, { ...headersFor(rules, path), Location: moved }).end();
    // A build that replaces the folder takes files away under a running server; that must not end the process.
    response.on('pipe', (file) => file.on('error', () => response.destroy()));
    for (const [name, value] of Object.entries(headersFor(rules, path))) response.setHeader(name, value);
    response.setHeader('Vary', 'Accept-Encoding');
    const known = asSirvReads(request.method, request.headers);
    // A 304 names what it confirms.
    if (known) response.setHeader('ETag', known);
    serve(request, response, () => {
      response.removeHeader('ETag');
      sendNotFound(request, response);
    });
  };
}

/** Answers with the page for addresses that are none, in its small copy where there is one and the browser takes it. */
function notFoundPage(dist: string, rules: HeaderRules): (request: IncomingMessage, response: ServerResponse) => void {
  const file = join(dist, '404.html');
  const whole = readFileSync(file);
  const small = existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : undefined;
  return (request, response) => {
    const takesSmall = /\bbr\b/.test(String(request.headers['accept-encoding']));
    const body = takesSmall && small ? small : whole;
    response.writeHead(404, {
      ...headersFor(rules, '/404.html'),
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
      ...(body === small && { 'Content-Encoding': 'br' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

/** The addresses of all pages, each with its closing slash. */
const pagePaths = (dist: string): ReadonlySet<string> =>
  new Set(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === 'index.html' && file !== 'index.html')
      .map((file) => `/${dirname(file).replaceAll('\\', '/')}/`),
  );

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { parse } from 'yaml';
import type { Locale } from '#i18n/locale.ts';
import type { Desk } from '../desk.ts';
import { type DeskTexts, deskTexts } from '../desk-texts.ts';
import { done, impossible, type Outcome } from '../outcome.ts';
import { handleDesk } from './handle.ts';
import { Session, secret } from './session.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const wordsOf = (locale: Locale): DeskTexts => deskTexts.parse(parse(read(`content/ui/${locale}.yaml`)).desk);

/** A desk that nobody has touched for so long is closed: whoever comes by must not find it open. */
const idleMs = 15 * 60_000;

/** A running desk. */
export interface RunningDesk {
  /** Opens it once. */
  link: string;
  /** Settles when it was closed, by a person or by itself. */
  ended: Promise<void>;
}

/** Listens on this computer only, on any free port, until somebody closes it or nobody works at it any more. */
export async function serveDesk(desk: Desk, { idle = idleMs } = {}): Promise<RunningDesk | string> {
  const operator = desk.operator();
  if (!operator) return 'dist/endpoint.json is missing. Build the site first: npm run build';
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const session = new Session();
  const base = `/${secret()}/`;
  const ended = new Promise<void>((closed) => server.once('close', closed));
  const end = () => {
    clearTimeout(timer);
    server.close();
    // What is being answered is let out first.
    setImmediate(() => server.closeIdleConnections());
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  };
  let timer = setTimeout(end, idle);
  const used = () => {
    clearTimeout(timer);
    timer = setTimeout(end, idle);
  };
  const { legalName, timeZone } = operator;
  const words = { en: wordsOf('en'), es: wordsOf('es') };
  const css = read('src/site/styles/tokens.css') + read('src/ops/page/desk.css');
  const page = { desk, words, session, origin, base, legalName, timeZone, css, used, ended: end };
  server.on(
    'request',
    getRequestListener((request) => handleDesk(request, page)),
  );
  return { link: `${origin}${base}en/open/${session.token}`, ended };
}

/** Prints the link that opens the desk once, and waits until it is closed. */
export async function openDesk(desk: Desk): Promise<Outcome> {
  const running = await serveDesk(desk);
  if (typeof running === 'string') return impossible(running);
  console.log(
    `The desk opens once, in a browser on this computer:\n${running.link}\nIt closes by itself after 15 minutes without work.`,
  );
  await running.ended;
  return done('The desk is closed.');
}

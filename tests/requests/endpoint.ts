import { randomBytes, randomUUID } from 'node:crypto';
import { fromBase64 } from '#requests/bytes.ts';
import { fillPage } from '#requests/fill-page.ts';
import { hourlyBudget } from '#requests/http/budget.ts';
import type { Connection, Deps } from '#requests/http/deps.ts';
import { handle } from '#requests/http/handle.ts';
import { inFlight } from '#requests/http/in-flight.ts';
import { limitersBy, memoryLimiter } from '#requests/http/limiter.ts';
import { ourOrigins } from '#requests/http/origin.ts';
import { keyedBy } from '#requests/keyed.ts';
import type { Manifest } from '#requests/manifest.ts';
import type { Pages } from '#requests/ports.ts';
import { type LogEvent, logLine } from '#requests/redact.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { openerFor, sealerFor } from '#requests/stores/seal.ts';
import { carrierToken } from './fake-carrier.ts';
import { manifestOf } from './fixtures.ts';
import { madeUpPage, madeUpProblem } from './made-up-pages.ts';

const pages: Pages = {
  fill: (template, locale, parts) => fillPage(madeUpPage(template, locale), parts),
  problem: madeUpProblem,
};

const keys = await makeKeys('test');
const sealer = await sealerFor({
  keyId: 'test',
  key: fromBase64(keys.NRS_PUBLIC_KEY.slice('test:'.length)),
});
/** Opens what the endpoint of the tests has sealed. */
export const opener = await openerFor([{ keyId: 'test', key: fromBase64(keys.NRS_PRIVATE_KEY.slice('test:'.length)) }]);
const keyed = await keyedBy(new Uint8Array(32).fill(7));

/** An endpoint in memory, with its log at hand. */
export function endpoint(changes: Partial<Deps> = {}, manifestChanges: Partial<Manifest> = {}) {
  const log: string[] = [];
  const manifest = manifestOf(manifestChanges);
  const clock = { now: () => new Date('2026-11-23T15:00:00Z') };
  const ids = { uuid: () => randomUUID() as string, random: (count: number) => new Uint8Array(randomBytes(count)) };
  const failed = (error: unknown) => {
    throw error;
  };
  const deps: Deps = {
    manifest,
    store: memoryStore(),
    sealer,
    keyed,
    clock,
    ids,
    pages,
    inFlight: inFlight(),
    limiters: limitersBy((limits) => memoryLimiter(limits, { clock, ids }), failed),
    budget: hourlyBudget(clock),
    sms: { token: carrierToken, wait: async () => {} },
    channels: ['webhook'],
    isOurOrigin: ourOrigins(manifest.mode, manifest.origin, () => 4321),
    htmlHeaders: { 'Content-Security-Policy': "default-src 'none'" },
    report: (event: LogEvent) => log.push(logLine(event, clock.now())),
    ...changes,
  };
  const send = (request: Request, connection: Partial<Connection> = {}) =>
    handle(request, { peer: '203.0.113.7', address: nextAddress(), ...connection }, deps);
  return { send, deps, log };
}

let addresses = 0;
/** Every post from an address of its own, so that limits stay out of tests about something else. */
const nextAddress = (): string => {
  addresses += 1;
  return `198.51.${addresses >> 8}.${addresses & 255}`;
};

const url = 'https://help.gov/api/v1/requests';
const fromOurPage = { 'sec-fetch-site': 'same-origin', origin: 'https://help.gov' };

/** A post by a program. */
export const jsonPost = (body: unknown, headers: Record<string, string> = {}): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...fromOurPage, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A post by a form without script. */
export const formPost = (fields: Record<string, string> | string, headers: Record<string, string> = {}): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...fromOurPage, ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });

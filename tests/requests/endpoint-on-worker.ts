import type { Connection, Deps } from '#requests/http/deps.ts';
import { keyedBy } from '#requests/keyed.ts';
import type { Manifest } from '#requests/manifest.ts';
import { keysOf } from '#requests/run/key-settings.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { d1 } from '#requests/stores/d1.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { emptying } from './emptying.ts';
import { carrierToken } from './fake-carrier.ts';
import { manifestOf } from './fixtures.ts';
import { workerd } from './workerd.ts';

const keys = await makeKeys('test');
const worker = await workerd({
  main: 'tests/requests/worker-under-test.ts',
  manifest: { mode: 'production' },
  settings: keys,
});
const empty = await emptying(worker.store);
const keyed = await keyedBy(keysOf(keys).suppressionKey);
let addresses = 0;

/** Forms for texts need one. */
const carrier = {
  NRS_SMS_URL: 'https://texts.gov',
  NRS_SMS_ACCOUNT: 'AC9',
  NRS_SMS_TOKEN: carrierToken,
  NRS_SMS_FROM: '+10000000000',
};

/** What a test may look at, whatever runs the endpoint. */
type Seen = Pick<Deps, 'manifest' | 'store' | 'keyed'>;

/**
 * The endpoint on the Workers runtime, with what `endpoint` of the tests gives. Nothing inside can be changed; the manifest can, until
 * the first request.
 */
export function endpoint(changes: Partial<Deps> = {}, manifestChanges: Partial<Manifest> = {}) {
  if (Object.keys(changes).length > 0) throw new Error('Nothing inside of a running worker can be changed');
  const manifest = manifestOf(manifestChanges);
  const deps: Seen = { manifest, store: sqlStore(d1(worker.store)), keyed };
  const log: string[] = [];
  let ready: Promise<unknown> | undefined;
  const startAnew = async () => {
    await empty();
    const sendsTexts = manifest.pages['text-info'] !== undefined;
    const settings = { ...(sendsTexts && carrier), NRS_MODE: manifest.mode, NRS_ORIGIN: manifest.origin };
    // Readers of a site on D1 are always told of its history.
    const onD1 = { ...manifest, operator: { ...manifest.operator, historyDays: 30 } };
    await worker.fetch('/api/anew', { method: 'POST', body: JSON.stringify({ manifest: onD1, settings }) });
  };

  async function send(request: Request, { address }: Partial<Connection> = {}): Promise<Response> {
    ready ??= startAnew();
    await ready;
    addresses += 1;
    const headers = new Headers(request.headers);
    headers.set('cf-connecting-ip', address ?? `198.51.${addresses >> 8}.${addresses & 255}`);
    const response = await worker.ask(new Request(request, { headers }));
    log.push(...JSON.parse(decodeURIComponent(response.headers.get('x-logged') ?? '[]')));
    response.headers.delete('x-logged');
    return response;
  }
  return { send, deps, log };
}

/** Stops the runtime. */
export const { close } = worker;

import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '#requests/bytes.ts';
import type { SealedTo } from '#requests/ports.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { nodeSealerFor } from '#requests/stores/node-seal.ts';
import { openerFor, sealerFor } from '#requests/stores/seal.ts';

const named = (text: string) => ({ keyId: text.split(':')[0] ?? '', key: fromBase64(text.split(':')[1] ?? '') });
const [first, second] = await Promise.all([makeKeys('k1'), makeKeys('k2')]);
const sealers = {
  web: await sealerFor(named(first.NRS_PUBLIC_KEY)),
  Node: nodeSealerFor(named(first.NRS_PUBLIC_KEY)),
};
const opener = await openerFor([named(second.NRS_PRIVATE_KEY), named(first.NRS_PRIVATE_KEY)]);
const to: SealedTo = { requestId: 'r1', kind: 'callback', schemaVersion: 1 };

test.each(Object.keys(sealers) as (keyof typeof sealers)[])(
  'what %s has sealed opens with its own key among several',
  async (means) => {
    const sealed = await sealers[means].seal('217 555 0142 ñ', to);
    expect(await opener.open(sealed, to)).toBe('217 555 0142 ñ');
    expect(sealed.keyId).toBe('k1');
  },
);

test.each(Object.values(sealers))('the same content never looks the same, and never readable', async (sealer) => {
  const [sealed, again] = [await sealer.seal('217 555 0142', to), await sealer.seal('217 555 0142', to)];
  expect(again.body).not.toBe(sealed.body);
  expect(again.wrappedKey).not.toBe(sealed.wrappedKey);
  expect(atob(sealed.body)).not.toContain('555');
});

test.each(Object.values(sealers))(
  'a seal does not open for another request, another shape or another key',
  async (sealer) => {
    const sealed = await sealer.seal('217 555 0142', to);
    expect(await opener.open(sealed, { ...to, requestId: 'r2' })).toBeUndefined();
    expect(await opener.open(sealed, { ...to, schemaVersion: 2 })).toBeUndefined();
    expect(await (await openerFor([named(second.NRS_PRIVATE_KEY)])).open(sealed, to)).toBeUndefined();
  },
);

test.each(Object.values(sealers))('a body that was changed does not open', async (sealer) => {
  const sealed = await sealer.seal('217 555 0142', to);
  const bytes = fromBase64(sealed.body);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect(await opener.open({ ...sealed, body: toBase64(bytes) }, to)).toBeUndefined();
});

test('a public key that wraps nothing is refused', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const key = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  expect(() => nodeSealerFor({ keyId: 'k1', key })).toThrow('A key of type ec wraps nothing');
});

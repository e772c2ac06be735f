import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '#requests/bytes.ts';
import type { SealedTo } from '#requests/ports.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { openerFor, sealerFor } from '#requests/stores/seal.ts';

const named = (text: string) => ({ keyId: text.split(':')[0] ?? '', key: fromBase64(text.split(':')[1] ?? '') });
const [first, second] = await Promise.all([makeKeys('k1'), makeKeys('k2')]);
const sealer = await sealerFor(named(first.NRS_PUBLIC_KEY));
const opener = await openerFor([named(second.NRS_PRIVATE_KEY), named(first.NRS_PRIVATE_KEY)]);
const to: SealedTo = { requestId: 'r1', kind: 'callback', schemaVersion: 1 };
const sealed = await sealer.seal('217 555 0142', to);

test('what was sealed opens with its own key among several', async () => {
  expect(await opener.open(sealed, to)).toBe('217 555 0142');
});

test('the same content never looks the same, and never readable', async () => {
  const again = await sealer.seal('217 555 0142', to);
  expect(again.body).not.toBe(sealed.body);
  expect(atob(sealed.body)).not.toContain('555');
});

test('a seal does not open for another request, another shape or another key', async () => {
  expect(await opener.open(sealed, { ...to, requestId: 'r2' })).toBeUndefined();
  expect(await opener.open(sealed, { ...to, schemaVersion: 2 })).toBeUndefined();
  expect(await (await openerFor([named(second.NRS_PRIVATE_KEY)])).open(sealed, to)).toBeUndefined();
});

test('a body that was changed does not open', async () => {
  const bytes = fromBase64(sealed.body);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect(await opener.open({ ...sealed, body: toBase64(bytes) }, to)).toBeUndefined();
});

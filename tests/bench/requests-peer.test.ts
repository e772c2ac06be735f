import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { fromBase64 } from '#requests/bytes.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { openerFor } from '#requests/stores/seal.ts';
import { servePeer } from '../../bench/requests/peer.ts';
import { goodRequest } from '../requests/fixtures.ts';
import { halfWritten } from '../requests/kills.ts';

const folder = mkdtempSync(join(tmpdir(), 'nrs-peer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the peer that ours is measured beside writes every row that ours writes, under a seal that ours opens', async () => {
  const keys = await makeKeys('k1');
  const path = join(folder, 'peer.sqlite');
  const address = await servePeer('same', path, keys.NRS_PUBLIC_KEY.slice('k1:'.length));
  const body = JSON.stringify({ ...goodRequest, requestId: randomUUID() });
  const post = () => fetch(`${address}api/v1/requests`, { method: 'POST', body });
  const [first, again] = [await (await post()).json(), await (await post()).json()];
  expect(again.reference).toBe(first.reference);

  const file = new DatabaseSync(path);
  expect(file.prepare(halfWritten).get()).toEqual({ number: 0 });
  const [row, ...others] = file
    .prepare(
      'SELECT r.id, r.body, k.wrapped_key AS wrappedKey FROM request r JOIN request_key k ON k.request_id = r.id',
    )
    .all() as { id: string; body: string; wrappedKey: string }[];
  expect(others).toEqual([]);
  file.close();
  const opener = await openerFor([{ keyId: 'k1', key: fromBase64(keys.NRS_PRIVATE_KEY.slice('k1:'.length)) }]);
  const { id: requestId = '', body: sealed = '', wrappedKey = '' } = row ?? {};
  const opened = await opener.open(
    { keyId: 'k1', body: sealed, wrappedKey },
    { requestId, kind: 'callback', schemaVersion: 1 },
  );
  expect(JSON.parse(opened ?? '{}')).toMatchObject({ phone: '217 555 0142' });
});

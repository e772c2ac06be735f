import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { goodRequests } from '../requests/fixtures.ts';
import { opsRig } from './run-ops.ts';

// Each command is a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

test('the server links evidence by itself; a changed record ends the command with 1 and the name of the link', async () => {
  const { ops, json, ask, folder } = await opsRig(cleanups);
  await ask({ phone: '217 555 0101' });
  await ask({ phone: '217 555 0102' });
  await vi.waitFor(async () => expect(await json('verify-evidence')).toMatchObject({ pending: false }), 60_000);
  const { out, status } = await ops('verify-evidence');
  expect(status).toBe(0);
  expect(out).toMatch(
    /^The chain holds from the first record to link 2\.\nIts end, to be kept elsewhere: 2 [0-9a-f]{64}$/,
  );

  const file = new DatabaseSync(join(folder, 'data/requests.sqlite'));
  file.exec("UPDATE evidence SET record = json_set(record, '$.status', 'revoked') WHERE row = 2");
  file.close();
  const broken = await ops('verify-evidence');
  expect(broken.status).toBe(1);
  expect(broken.out).toMatch(
    /^Broken at link 2, evidence row 2 \(consent [0-9a-f-]{36}\): its record was changed\.\nThe chain holds from the first record to link 1\.$/,
  );
  expect((await ops('verify-evidence', '--json')).status).toBe(1);
});

test('free times are told by day on the clocks of the operator, taken ones beside them', async () => {
  const { ops, json, ask } = await opsRig(cleanups);
  await ask({ ...goodRequests['short-call'], contactWindow: '' });
  const { out } = await ops('slots');
  expect(out).toContain('2026-11-24  39    09:15  18:45');
  expect(out).toContain('2026-11-24 09:00  1 of 1');
  expect(out).toContain('Times are those of America/Chicago.');
  const { zone, slots, taken } = await json('slots');
  expect([zone, slots[0], taken]).toEqual([
    'America/Chicago',
    { id: '20261123T1600Z', start: '2026-11-23T10:00:00-06:00', end: '2026-11-23T10:15:00-06:00' },
    [{ start: '2026-11-24T09:00:00-06:00', seats: 1 }],
  ]);
});

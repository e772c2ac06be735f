import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { start } from '../requests/tiny-site.ts';
import { opsRig } from './run-ops.ts';

// Each command is a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

type Rig = Awaited<ReturnType<typeof opsRig>>;

const stop = async ({ server }: Rig) => {
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
};

const change = (path: string, sql: string) => {
  const file = new DatabaseSync(path);
  file.exec(sql);
  file.close();
};

test('a backup under writes is one moment of the store; after a disaster every request in it opens again', async () => {
  const rig = await opsRig(cleanups);
  const { folder, ops, json, ask } = rig;
  let isOver = false;
  let number = 0;
  const acknowledged: string[] = [];
  const writer = (async () => {
    while (!isOver) {
      number += 1;
      acknowledged.push((await ask({ phone: `217 555 ${2000 + number}`, name: 'Canary Name' })).reference);
    }
  })();
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), 60_000);
  const before = [...acknowledged];
  const { out, status } = await ops('backup', 'copy.sqlite');
  isOver = true;
  await writer;
  expect([status, out]).toEqual([0, expect.stringMatching(/^Backup: copy\.sqlite\nKeys: {3}copy\.sqlite\.keys /)]);
  expect(acknowledged.length).toBeGreaterThan(before.length);
  for (const name of ['copy.sqlite', 'copy.sqlite.keys']) {
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, name), 'latin1')).not.toMatch(/Canary/);
  }
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);

  expect(await ops('restore', 'copy.sqlite')).toMatchObject({
    error: 'A server uses data. Stop it first. Nothing was changed.',
    status: 1,
  });
  await stop(rig);
  writeFileSync(join(folder, 'data/requests.sqlite'), 'the disk ate it');
  for (const beside of ['-wal', '-shm']) rmSync(join(folder, `data/requests.sqlite${beside}`), { force: true });

  const restored = await json('restore', 'copy.sqlite');
  expect(restored).toEqual({
    requests: expect.any(Number),
    unreadable: 0,
    keptBefore: 'data/requests.sqlite.before-restore',
  });
  expect(restored.requests).toBeGreaterThanOrEqual(before.length);
  expect(readFileSync(join(folder, 'data/requests.sqlite.before-restore'), 'utf8')).toBe('the disk ate it');
  const listed = (await json('requests', 'list')).map(({ reference }: { reference: string }) => reference);
  expect(listed).toHaveLength(restored.requests);
  for (const reference of before) expect(listed).toContain(reference);
  expect(await json('requests', 'show', before[0] ?? '')).toMatchObject({ name: 'Canary Name' });
  expect(await json('verify-evidence')).toMatchObject({ ok: true });
  const server = await start(folder, { NRS_TEST_CLOCK: 'clock.txt' });
  cleanups.push(() => server.process.kill('SIGKILL'));
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
});

test('a backup undoes no erasure and no stop; requests that came later are not thrown away', async () => {
  const rig = await opsRig(cleanups);
  const { folder, ops, json, ask, server } = rig;
  const kept = await ask({ phone: '217 555 0101' });
  const gone = await ask({ phone: '217 555 0102' });
  await vi.waitFor(async () => expect(await json('verify-evidence')).toMatchObject({ pending: false }), 60_000);
  await ops('backup', 'copy.sqlite');
  await fetch(server.origin + gone.cancelUrl, { method: 'POST' });
  await ops('suppress', 'add', '217 555 0101');
  await stop(rig);
  expect(await json('restore', 'copy.sqlite')).toEqual({ requests: 2, unreadable: 0, missing: 0, keptBefore: null });
  expect(await json('requests', 'show', gone.reference)).not.toHaveProperty('phone');
  expect(await json('stats')).toMatchObject({ requests: { open: 1, erased: 1 }, evidence: { active: 1, revoked: 1 } });
  expect(await json('outbox', 'list')).toContainEqual(
    expect.objectContaining({ reference: gone.reference, type: 'request.erased' }),
  );
  expect(await json('suppress', 'check', '217 555 0101')).toMatchObject({ suppressed: true });
  expect(await json('requests', 'show', kept.reference)).toMatchObject({ phone: '+12175550101' });
  expect(existsSync(join(folder, 'data/requests.sqlite.before-restore'))).toBe(false);

  const again = await start(folder, { NRS_TEST_CLOCK: 'clock.txt' });
  const response = await fetch(`${again.origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', connection: 'close' },
    body: new URLSearchParams({
      kind: 'callback',
      locale: 'en',
      disclosureVersion: '2026-11-22',
      phone: '217 555 0103',
      timeZone: 'America/Chicago',
      contactWindow: 'any',
      voicemail: 'none',
      someoneElseAnswers: 'hang-up',
    }),
  });
  expect(response.status).toBe(201);
  again.process.kill('SIGTERM');
  await again.ended;
  const { out } = await ops('restore', 'copy.sqlite');
  expect(out).toContain('data/requests.sqlite.before-restore: 1 requests are only there.');
  expect((await ops('restore', 'copy.sqlite')).error).toMatch(/is there from an earlier restore/);
});

test('without fresh keys nobody can be read from a backup, and old keys are deleted by the next one', async () => {
  const rig = await opsRig(cleanups);
  const { folder, ops, json, ask, setClock } = rig;
  const { reference } = await ask();
  await ops('backup', 'one.sqlite');
  setClock('2026-11-30T15:00:00Z');
  await stop(rig);
  copyFileSync(join(folder, 'one.sqlite.keys'), join(folder, 'stolen'));
  const { out } = await ops('restore', 'one.sqlite');
  expect(out).toContain('1 of them cannot be opened: their keys are gone, or older than 7 days.');
  expect(await json('requests', 'show', reference)).not.toHaveProperty('phone');
  expect(await json('backup', 'two.sqlite')).toMatchObject({ deletedKeys: 1 });
  expect(existsSync(join(folder, 'one.sqlite.keys'))).toBe(false);
  expect(existsSync(join(folder, 'two.sqlite.keys'))).toBe(true);
});

test('what is no good backup changes nothing', async () => {
  const rig = await opsRig(cleanups);
  const { folder, ops, json, ask } = rig;
  const { reference } = await ask();
  await vi.waitFor(async () => expect(await json('verify-evidence')).toMatchObject({ pending: false }), 60_000);
  await ops('backup', 'copy.sqlite');
  expect((await ops('backup', 'copy.sqlite')).error).toMatch(
    /^copy\.sqlite is there already\. A backup never writes over another/,
  );
  expect((await ops('backup', 'nowhere/copy.sqlite')).error).toBe('There is no folder nowhere.');
  await stop(rig);
  change(join(folder, 'copy.sqlite'), "UPDATE evidence SET record = json_set(record, '$.status', 'revoked')");
  writeFileSync(join(folder, 'text.sqlite'), 'no store');
  for (const [file, reason] of [
    ['copy.sqlite', 'Its evidence does not hold: link 1 is broken. Take another backup. Nothing was changed.'],
    ['text.sqlite', 'text.sqlite is no backup of a store. Nothing was changed.'],
    ['none.sqlite', 'There is no none.sqlite. Nothing was changed.'],
  ] as const) {
    expect(await ops('restore', file)).toMatchObject({ error: reason, status: 1 });
  }
  expect(readdirSync(join(folder, 'data')).filter((name) => /restor/.test(name))).toEqual([]);
  expect(await json('requests', 'show', reference)).toMatchObject({ phone: '+12175550142' });
});

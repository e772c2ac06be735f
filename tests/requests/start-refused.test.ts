import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { lockStore } from '#requests/stores/lock.ts';
import { makeReadOnly } from './read-only.ts';
import { start, tinySite } from './tiny-site.ts';

vi.setConfig({ testTimeout: 30_000 });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What a start says that ends with 1, its events aside: one line. */
async function refusalOf(prepare: (data: string) => void, env: Record<string, string> = {}): Promise<string> {
  const folder = tinySite();
  folders.push(folder);
  const data = join(folder, 'data');
  mkdirSync(data);
  prepare(data);
  const server = await start(folder, env);
  server.process.kill('SIGKILL');
  expect(await server.ended).toBe(1);
  const said = server.said().replace(/^\{.*\n/gm, '');
  expect(said.match(/\n/g)).toEqual(['\n']);
  return said;
}

const nothing = () => {};
const writable = 'Give DATA_DIR a folder that this user may write to; nothing could be saved here.\n';

test('a folder that cannot be written to is named before anybody posts', async () => {
  const said = await refusalOf(nothing, { DATA_DIR: '/sys/nowhere' });
  expect(said).toMatch(/^Not started: \/sys\/nowhere cannot be used \(E[A-Z]+: /);
  expect(said).toContain(writable);
});

test('a store that cannot be written to is refused before anybody posts', async () => {
  const said = await refusalOf((data) => {
    openStore(data).close();
    makeReadOnly(storeFile(data));
  });
  expect(said).toBe(
    `Not started: data/requests.sqlite cannot be used (attempt to write a readonly database). ${writable}`,
  );
});

test('a store that a newer version has changed is refused, with the way back', async () => {
  const said = await refusalOf((data) => {
    const file = new DatabaseSync(join(data, 'requests.sqlite'));
    file.exec('CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT');
    file.exec("INSERT INTO migration VALUES ('0099_later.sql')");
    file.close();
  });
  expect(said).toBe(
    'Not started: data/requests.sqlite cannot be used (a newer version has applied 0099_later.sql to it). Start the version that made it, or restore the backup from before the upgrade.\n',
  );
});

test('a lock that cannot be taken is not said to be held by another', () => {
  expect(() => lockStore('/proc/nowhere/server.lock')).toThrow('unable to open database file');
  expect(() => lockStore('/proc/version')).toThrow();
});

test.each([
  [{ HOST: '192.0.2.1' }, 'HOST is 192.0.2.1, which is no address of this computer. Example: HOST=127.0.0.1'],
  [
    { NRS_SMTP_URL: 'smtp://127.0.0.1:2525' },
    'NRS_NOTIFY_TO is missing. NRS_SMTP_URL needs an e-mail address. Example: NRS_NOTIFY_TO=desk@example.org',
  ],
  [
    { NRS_WEBHOOK_URL: 'http://127.0.0.1:1/' },
    'NRS_WEBHOOK_SECRET is missing. NRS_WEBHOOK_URL needs "whsec_" and base64. Example: NRS_WEBHOOK_SECRET=whsec_bm90IGEgcmVhbCBzZWNyZXQ=',
  ],
])('a half-filled or wrong setting is named in one line: %o', async (env, line) => {
  expect(await refusalOf(nothing, env as unknown as Record<string, string>)).toBe(`Not started: ${line}\n`);
});

test('a port that is in use is named with another one', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as { port: number };
  const said = await refusalOf(nothing, { PORT: String(port) });
  other.close();
  expect(said).toBe(`Not started: Port ${port} is in use. Choose another: PORT=${port + 1} npm start\n`);
});

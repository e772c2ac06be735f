import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { openSqlite } from '#requests/stores/sqlite.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { callInstead, goodRequest, texts } from './fixtures.ts';
import { type Special, start, tinySite } from './tiny-site.ts';

// Each test starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cleanups: (() => unknown)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0).toReversed()) clean();
});

function newSite() {
  const folder = tinySite();
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (special: Special = {}, env: Record<string, string> = {}) => {
    const server = await start(folder, env, special);
    cleanups.push(() => server.process.kill('SIGKILL'));
    return server;
  };
  return { folder, path: storeFile(join(folder, 'data')), run };
}

const post = (origin: string, changes: Record<string, string> = {}) =>
  fetch(`${origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ ...goodRequest, ...changes }),
  });

/** Posts until the store is so full that not one of several fits in; the references of what was acknowledged, and a refusal. */
async function postUntilRefused(origin: string): Promise<{ references: string[]; refusal: Response }> {
  const references: string[] = [];
  for (;;) {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(origin)));
    for (const answer of answers) if (answer.status === 201) references.push((await answer.json()).reference);
    const [refusal] = answers;
    if (refusal && answers.every(({ status }) => status !== 201)) return { references, refusal };
  }
}

const notSaved = {
  code: 'not-saved',
  status: 503,
  detail: texts.en.problems['not-saved'].detail,
  phone: callInstead,
};

test('on a full disk a post is refused as not saved, the process stays up, and all that was acknowledged is there', async () => {
  const { folder, run } = newSite();
  const full = await run({ mostBlocks: 1200 });
  const { references, refusal } = await postUntilRefused(full.origin);
  expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await refusal.json()).toMatchObject(notSaved);
  expect(references.length).toBeGreaterThan(8);
  expect((await fetch(`${full.origin}/healthz`)).status).toBe(503);
  // What it writes comes through a pipe, and may come behind its answer.
  await vi.waitFor(() => expect(full.said()).toMatch(/"event":"failure","route":"requests","failure":"[0-9a-f]{16}"/));
  expect((await fetch(full.origin)).status).toBe(200);
  full.process.kill('SIGKILL');
  await full.ended;

  const { origin } = await run();
  expect((await post(origin)).status).toBe(201);
  const { store, close } = openStore(join(folder, 'data'));
  const kept = (await store.list()).map(({ reference }) => reference);
  close();
  expect(kept).toEqual(expect.arrayContaining(references));
  expect(kept).toHaveLength(references.length + 1);
});

test('a store that somebody else holds refuses as not saved, and takes posts again once it is free', async () => {
  const { path, run } = newSite();
  const { origin, said } = await run();
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  const refused = await Promise.all([post(origin), post(origin)]);
  expect(refused.map(({ status }) => status)).toEqual([503, 503]);
  expect(await refused[0]?.json()).toMatchObject(notSaved);
  other.exec('ROLLBACK');
  other.close();
  expect((await post(origin)).status).toBe(201);
  await vi.waitFor(() => expect(said()).toContain('"event":"failure"'));
});

/** What whoever watches the process asks. */
const health = new Request('https://help.gov/healthz');

test('a store that became read-only refuses in both forms, keeps what was typed, and loses nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-trouble-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const database = openSqlite(join(folder, 'requests.sqlite'));
  const store = sqlStore(database);
  const { send, log } = endpoint({ store });
  const { reference } = await (await send(jsonPost(goodRequest))).json();
  expect((await send(health)).status).toBe(200);
  await database.prepare('PRAGMA query_only=ON').bind().run();
  const asJson = await send(jsonPost(goodRequest));
  expect(asJson.status).toBe(503);
  expect(await asJson.json()).toMatchObject({ ...notSaved, helplines: [{ number: '1-800-662-4357' }] });
  const asForm = await send(formPost(goodRequest));
  expect(asForm.status).toBe(503);
  expect(await asForm.text()).toContain('value="217 555 0142"');
  expect(log.filter((line) => line.includes('"failure"'))).toHaveLength(2);
  expect(log.join()).not.toMatch(/readonly|5550142/);
  expect((await send(health)).status).toBe(503);
  await database.prepare('PRAGMA query_only=OFF').bind().run();
  expect((await send(health)).status).toBe(200);
  expect((await send(jsonPost(goodRequest))).status).toBe(201);
  expect((await store.list()).map((row) => row.reference)).toContain(reference);
  database.close();
});

test.each([
  {
    case: 'is no store at all',
    make: (path: string) => writeFileSync(path, 'x'.repeat(8192)),
    why: 'file is not a database',
  },
  { case: 'is a folder', make: (path: string) => mkdirSync(path), why: 'unable to open database file' },
])(
  'a store file that $case stops the start with its name and what to do, and stays as it is',
  async ({ make, why }) => {
    const { folder, path, run } = newSite();
    mkdirSync(join(folder, 'data'));
    make(path);
    const { ended, said } = await run();
    expect(await ended).toBe(1);
    expect(said()).toBe(
      `Not started: data/requests.sqlite cannot be used (${why}). Nothing in it was changed. Bring back a backup, or move the file away to begin with an empty store.\n`,
    );
    const ops = spawnSync(process.execPath, [resolve('src/ops/ops.ts'), 'stats'], { cwd: folder, encoding: 'utf8' });
    expect([ops.status, ops.stderr.split('\n').find((line) => line.includes('cannot be used'))]).toEqual([
      1,
      expect.stringContaining('data/requests.sqlite cannot be used'),
    ]);
    if (statSync(path).isFile()) expect(readFileSync(path, 'utf8')).toBe('x'.repeat(8192));
  },
);

test('a store with broken pages is refused at the start instead of answering from ruins', async () => {
  const { path, run } = newSite();
  const first = await run();
  for (let count = 0; count < 3; count += 1) await post(first.origin);
  first.process.kill('SIGTERM');
  await first.ended;
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, 4096 * 2, bytes.length - 4096));
  const again = await run();
  expect(await again.ended).toBe(1);
  expect(again.said()).toMatch(/^Not started: data\/requests\.sqlite cannot be used \(/);
});

test('what the server writes is for its own user only, also in a folder that others may look into', async () => {
  const { folder, run } = newSite();
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(data, 0o755);
  const { origin } = await run();
  expect((await post(origin)).status).toBe(201);
  const modes = readdirSync(data).map((name) => [name, (statSync(join(data, name)).mode & 0o777).toString(8)]);
  expect(Object.fromEntries(modes)).toMatchObject({ 'requests.sqlite': '600', 'requests.sqlite-wal': '600' });
  expect(new Set(modes.map(([, mode]) => mode))).toEqual(new Set(['600']));
});

import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { linkEvidence } from '#requests/link-evidence.ts';
import { keysOf } from '#requests/run/key-settings.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { openLocalD1, openRemoteD1, workerFolder } from '#requests/run/open-d1.ts';
import { nodeSealerFor } from '#requests/stores/node-seal.ts';
import { answered, wrangler } from '../../scripts/wrangler.ts';
import { openStoreForDesk } from '../../src/ops/desk.ts';
import { parseCommand } from '../../src/ops/parse.ts';
import { run } from '../../src/ops/run.ts';
import { receiver, says, webhookSecret } from '../requests/receiver.ts';
import { acceptance, type Changes } from '../requests/rows.ts';
import { tinySite } from '../requests/tiny-site.ts';
import { runOps, type Said } from './run-ops.ts';

// Each command is a process with a runtime of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const keys = await makeKeys('k1');
const sealer = nodeSealerFor(keysOf(keys).publicKey);

/** What the local worker leaves when it has brought its tables up to date and stopped. */
const fresh = mkdtempSync(join(tmpdir(), 'nrs-d1-state-'));
const kept = ['--local', '--persist-to', workerFolder(fresh)];
const applied = await answered(wrangler(fresh, ['d1', 'migrations', 'apply', 'STORE', ...kept]));
if (applied.code !== 0) throw new Error(applied.said);
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

const noOpener = () => Promise.reject(new Error('This command works with no store'));

/** Carries a command out that needs no build. */
async function inProcess(words: string[], env: Record<string, string>): Promise<Said> {
  const parsed = parseCommand(words);
  if (!parsed.ok) throw new Error(parsed.message);
  const { text, exitCode, isAnswer } = await run(parsed.command, {
    store: (choice) => openStoreForDesk(env, choice),
    ...{ content: noOpener, desk: noOpener, init: noOpener, backup: noOpener, doctor: noOpener },
  });
  return { out: isAnswer ? text : '', error: isAnswer ? '' : text, status: exitCode };
}

/** A local D1 without requests, and the command line over it. */
function rig() {
  const folder = tinySite();
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(fresh, join(folder, 'data'), { recursive: true });
  const setClock = (time: string) => writeFileSync(join(folder, 'clock.txt'), time);
  setClock('2026-11-23T15:30:00Z');
  const env: Record<string, string> = { NRS_TEST_CLOCK: 'clock.txt', ...keys };
  /** As a process of its own, which finds the build in its folder. */
  const asProcess = (...words: string[]) => runOps(folder, [...words, '--store', 'd1'], env);
  /** The same in this process, in a fraction of the time. */
  const ops = (...words: string[]) =>
    inProcess([...words, '--store', 'd1'], {
      ...{ ...env, DATA_DIR: join(folder, 'data'), NRS_TEST_CLOCK: join(folder, 'clock.txt') },
    });
  return {
    ...{ folder, env, setClock, asProcess, ops },
    json: async (...words: string[]) => JSON.parse((await ops(...words, '--json')).out),
    jsonOf: async (...words: string[]) => JSON.parse((await asProcess(...words, '--json')).out),
    /** Stores what a worker would have stored; resolves to the references. */
    async stored(...requests: { content: Record<string, string>; changes?: Changes }[]): Promise<string[]> {
      const { store, close } = await openLocalD1(join(folder, 'data'));
      const references: string[] = [];
      for (const { content, changes } of requests) {
        const rows = await acceptance(changes);
        const { id, kind, schemaVersion, reference } = rows.request;
        const sealed = await sealer.seal(JSON.stringify(content), { requestId: id, kind, schemaVersion });
        await store.accept({ ...rows, request: { ...rows.request, sealed } });
        references.push(reference);
      }
      await linkEvidence(store);
      await close();
      return references;
    },
    /** Looks into the file of D1, or does to it what somebody with the file in their hands could do. */
    file<Row>(sql: string): Row[] {
      const [path = ''] = globSync(join(workerFolder(join(folder, 'data')), 'v3/d1/*/*.sqlite')).filter(
        (name) => !name.includes('metadata'),
      );
      const file = new DatabaseSync(path);
      const rows = file.prepare(sql).all() as Row[];
      file.close();
      return rows;
    },
  };
}

test('a day at the desk over D1: listed, opened with a record, exported, closed, erased', async () => {
  const { ops, asProcess, json, stored, file } = rig();
  const ana = { name: 'Ana', phone: '+12175550142', voicemail: 'none', someoneElseAnswers: 'hang-up' };
  const [first = '', second = ''] = await stored({ content: ana }, { content: { ...ana, name: 'Bo' } });
  const { out, error } = await asProcess('requests', 'list');
  expect([error, out]).toEqual(['', expect.stringContaining(first)]);
  expect(out).not.toMatch(/Ana|555/);
  expect(await json('requests', 'show', first, '--by', 'Bea')).toMatchObject({
    name: 'Ana',
    openedBy: [{ by: 'Bea' }],
  });
  expect((await ops('requests', 'export')).out).toContain('"Bo"');
  expect(await json('requests', 'show', second)).toMatchObject({ openedBy: [{}, {}] });
  expect((await ops('requests', 'done', second, '--outcome', 'reached')).out).toBe(`Done, reached: ${second}`);
  expect((await ops('requests', 'erase', first)).status).toBe(0);
  expect(await json('stats')).toMatchObject({
    requests: { open: 0, done: 1, erased: 1 },
    evidence: { active: 1, revoked: 1 },
  });
  expect(file('SELECT body FROM request WHERE erased_at IS NOT NULL')).toEqual([{ body: null }]);
  expect(file<{ number: number }>('SELECT count(*) AS number FROM request_key')).toEqual([{ number: 1 }]);
});

test('a dead letter in D1 is replayed and delivered under the same id; retention erases what is closed and told', async () => {
  const { json, jsonOf, ops, asProcess, stored, env, setClock } = rig();
  const [reference = ''] = await stored({ content: { phone: '+12175550142' } });
  const desk = await receiver(says(500));
  cleanups.push(desk.close);
  Object.assign(env, { NRS_WEBHOOK_URL: desk.url, NRS_WEBHOOK_SECRET: webhookSecret });
  expect(await jsonOf('deliver', '--once')).toMatchObject({ delivered: 0, later: 1 });
  setClock('2026-11-23T17:00:00Z');
  expect(await asProcess('sweep')).toMatchObject({ status: 1, out: expect.stringContaining('undelivered') });
  desk.answer((response) => response.writeHead(204).end());
  expect(await json('replay', reference)).toEqual({ replayed: 1 });
  expect(await jsonOf('deliver', '--once')).toMatchObject({ delivered: 1 });
  expect(new Set(desk.arrived.map(({ id }) => id)).size).toBe(1);
  expect(await json('outbox', 'list')).toMatchObject([{ reference, state: 'delivered' }]);
  await ops('requests', 'done', reference, '--outcome', 'reached');
  expect(await jsonOf('retention', '--run')).toMatchObject({ erasedRequests: 1 });
});

test('evidence in D1 holds until somebody changes a record, and then the link is named', async () => {
  const { ops, asProcess, stored, file } = rig();
  await stored({ content: {} }, { content: {} });
  const whole = await ops('verify-evidence');
  expect([whole.status, whole.out]).toEqual([
    0,
    expect.stringMatching(/^The chain holds from the first record to link 2/),
  ]);
  file("UPDATE evidence SET record = json_set(record, '$.status', 'revoked') WHERE row = 2");
  const broken = await ops('verify-evidence');
  expect([broken.status, broken.out]).toEqual([
    1,
    expect.stringMatching(/^Broken at link 2, .*its record was changed/),
  ]);
  expect((await asProcess('doctor')).out).toContain('FIX   evidence  The chain is broken at link 2.');
});

test('a number is suppressed in D1 and stays so', async () => {
  const { json } = rig();
  expect(await json('suppress', 'check', '217 555 0142')).toEqual({ suppressed: false, since: null });
  await json('suppress', 'add', '217 555 0142');
  expect(await json('suppress', 'check', '217 555 0142')).toMatchObject({ suppressed: true });
});

test('what is missing is named in one line: no local D1, tables that are behind, no database at Cloudflare', async () => {
  const { folder, file, asProcess: ops } = rig();
  file("DELETE FROM d1_migrations WHERE name LIKE '0002%'");
  const behind =
    'The D1 store lacks 0002_delivery_slots_texts.sql. Start the worker once (npm run start:worker); it brings them up to date.';
  expect(await ops('stats')).toEqual({ out: '', error: behind, status: 1 });
  expect(await ops('doctor')).toMatchObject({
    out: expect.stringContaining(`D1 cannot be used. → ${behind}`),
    status: 1,
  });
  rmSync(join(folder, 'data'), { recursive: true });
  const none =
    'No local D1 at data/worker. Start the worker once (npm run start:worker), or name its folder: DATA_DIR=other npm run ops -- …';
  expect(await ops('requests', 'list')).toEqual({ out: '', error: none, status: 1 });
  expect(await ops('stats', '--remote')).toEqual({
    out: '',
    error:
      'wrangler.jsonc names no database at Cloudflare. Put the id of "npx wrangler d1 create" beside STORE, as "database_id".',
    status: 1,
  });
});

test('a login that Cloudflare refuses is said in one line, and nothing of the token', async () => {
  const asked: string[] = [];
  const cloudflare = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    const errors = [{ code: 10000, message: 'Authentication error' }];
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ success: false, errors, messages: [], result: null }));
  });
  await new Promise<void>((listening) => cloudflare.listen(0, '127.0.0.1', listening));
  cleanups.push(() => cloudflare.close());
  vi.stubEnv('CLOUDFLARE_API_BASE_URL', `http://127.0.0.1:${(cloudflare.address() as AddressInfo).port}`);
  vi.stubEnv('CLOUDFLARE_API_TOKEN', 'canary-token');
  vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', '0123456789abcdef0123456789abcdef');
  cleanups.push(() => vi.unstubAllEnvs());
  const folder = mkdtempSync(join(tmpdir(), 'nrs-config-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const config = join(folder, 'wrangler.jsonc');
  const id = '"database_id": "11111111-1111-4111-8111-111111111111", ';
  writeFileSync(config, readFileSync('wrangler.jsonc', 'utf8').replace('"migrations_dir"', `${id}"migrations_dir"`));
  const message = await openRemoteD1(config).then(
    () => 'opened',
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  );
  expect(message).toMatch(/^Refused: D1 cannot be opened \(.*\)\. Log in \(npx wrangler login\)/);
  expect(message).not.toMatch(/\n|canary/);
  expect(asked.join()).toContain('Bearer canary-token');
});

test('only commands about requests take a store, and only D1 lies elsewhere', () => {
  const said = (words: string) => {
    const parsed = parseCommand(words.split(' '));
    return parsed.ok ? parsed.command.store : parsed.message;
  };
  expect(said('stats')).toBeUndefined();
  expect(said('stats --store d1')).toEqual({ kind: 'd1', isRemote: false });
  expect(said('requests show ACDE3467 --by Ana --store d1 --remote')).toEqual({ kind: 'd1', isRemote: true });
  expect(said('stats --store postgres')).toBe(
    'Which store? One of sqlite, d1. Example: npm run ops -- stats --store d1',
  );
  expect(said('stats --remote')).toBe('--remote goes with --store d1: only D1 lies elsewhere.');
  expect(said('backup x.sqlite --store d1')).toMatch(
    /^"backup" takes no --store\. It is about the file of a data folder/,
  );
  expect(said('facts stale --store d1')).toBe(
    '"facts stale" takes no --store. It reads files of this folder and no store.',
  );
});

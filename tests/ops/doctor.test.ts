import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createServer } from 'node:tls';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { makeKeys } from '#requests/run/keys.ts';
import { openStore } from '#requests/run/open-store.ts';
import { mailServer, smtpError } from '../requests/mail-server.ts';
import { ownCertificate } from '../requests/own-certificate.ts';
import { makeReadOnly } from '../requests/read-only.ts';
import { receiver, says, webhookSecret } from '../requests/receiver.ts';
import { opsRig, runOps } from './run-ops.ts';

// Each command is a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const cleanups: (() => unknown)[] = [];
const cleanUp = async (all: (() => unknown)[]) => {
  for (const clean of all.splice(0).toReversed()) await clean();
};
afterEach(() => cleanUp(cleanups));

/** One server with a request, looked at in many ways. What a test changes, it puts back. */
const forAll: (() => unknown)[] = [];
const rig = await opsRig(forAll);
afterAll(() => cleanUp(forAll));
await rig.ask({ name: 'Canary Name' });
const demoKeys = JSON.parse(readFileSync(join(rig.folder, 'data/demo-keys.json'), 'utf8'));
const otherKeys = await makeKeys('demo');
/** A port that nobody listens on: 9 is "discard", which no current system serves. */
const nobody = 'http://127.0.0.1:9/hook';

const carrier = {
  NRS_SMS_URL: 'http://127.0.0.1:9',
  NRS_SMS_ACCOUNT: 'AC1',
  NRS_SMS_TOKEN: 't',
  NRS_SMS_FROM: '+12175550100',
};

interface Finding {
  check: string;
  ok: boolean;
  says: string;
  fix?: string;
}

/** What the doctor wants mended, given these settings. */
async function faults(env: Record<string, string> = {}): Promise<Finding[]> {
  const { out, error, status } = await runOps(rig.folder, ['doctor', '--json'], {
    NRS_TEST_CLOCK: 'clock.txt',
    ...env,
  });
  expect(error).toBe('');
  const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: Finding[] };
  const found = findings.filter((finding) => !finding.ok);
  expect([ok, status]).toEqual(found.length === 0 ? [true, 0] : [false, 1]);
  for (const { fix } of found) expect(fix).toMatch(/./);
  expect(out).not.toMatch(/Canary|5550142/);
  return found;
}

/** Does what somebody with the file in their hands could do, and puts it back after the test. */
function tamper(sql: string, back: string): void {
  const run = (statements: string) => {
    const file = new DatabaseSync(join(rig.folder, 'data/requests.sqlite'));
    file.exec(statements);
    file.close();
  };
  run(sql);
  cleanups.push(() => run(back));
}

test('a healthy demonstration is well, a line for each thing, exit code 0', async () => {
  const { out, status } = await rig.ops('doctor');
  expect(status).toBe(0);
  expect(out.split('\n').map((line) => line.slice(0, 14).trim())).toEqual([
    ...['ok    settings', 'ok    build', 'ok    store', 'ok    store', 'ok    store', 'ok    store', 'ok    keys'],
    ...['ok    keys', 'ok    clock', 'ok    evidence', 'ok    waiting', 'ok    webhook', 'ok    mail', 'ok    texts'],
    ...['', 'All is well.'],
  ]);
  expect(out).toContain('A server uses it.');
  expect(out).toContain('1 stored requests open.');
});

test('a setting that cannot be read is named, with an example', async () => {
  expect(await faults({ PORT: 'abc', NRS_MODE: 'prod' })).toMatchObject([
    { check: 'settings', says: expect.stringMatching(/^PORT must be a number/) },
    { check: 'settings', says: expect.stringMatching(/^NRS_MODE must be demo, rehearsal or production, found "prod"/) },
  ]);
});

test('settings of another build are found, and a missing build', async () => {
  const keys = { ...demoKeys };
  expect(await faults({ NRS_MODE: 'rehearsal', ...keys })).toMatchObject([
    { check: 'build', says: expect.stringMatching(/built with NRS_MODE=demo and is started with NRS_MODE=rehearsal/) },
  ]);
  const elsewhere = mkdtempSync(join(tmpdir(), 'nrs-doctor-'));
  cleanups.push(() => rmSync(elsewhere, { recursive: true }));
  const { out, status } = await runOps(elsewhere, ['doctor']);
  expect(status).toBe(1);
  expect(out).toContain('FIX   build     dist/endpoint.json is missing. Build the site first: npm run build');
  expect(out).toContain('FIX   store     There is no store at data/requests.sqlite.');
  expect(out).toContain('A demonstration makes its own keys when it starts.');
});

test.each([
  [
    'no pair',
    { ...demoKeys, NRS_PRIVATE_KEY: otherKeys.NRS_PRIVATE_KEY },
    ['both called "demo" and are not a pair', '1 stored requests were sealed for "demo" and do not open'],
  ],
  [
    'another name',
    { ...demoKeys, NRS_PRIVATE_KEY: demoKeys.NRS_PRIVATE_KEY.replace('demo:', 'old:') },
    ['does not hold the key "demo"', 'sealed for "demo" and do not open'],
  ],
  ['no key at all', { ...demoKeys, NRS_PUBLIC_KEY: 'demo:AAAA' }, ['not an RSA public key']],
  [
    'numbers hashed with another key',
    { ...demoKeys, NRS_SUPPRESSION_KEY: otherKeys.NRS_SUPPRESSION_KEY },
    ['nobody who said stop is known'],
  ],
  [
    'a webhook without the key that opens',
    { ...demoKeys, NRS_PRIVATE_KEY: '', NRS_WEBHOOK_URL: nobody, NRS_WEBHOOK_SECRET: webhookSecret },
    ['nothing can be delivered or read', 'cannot be reached (unreachable)'],
  ],
  [
    'a carrier of texts without the key that opens',
    { ...demoKeys, NRS_PRIVATE_KEY: '', ...carrier },
    ['nothing can be delivered or read', 'cannot be reached (unreachable)'],
  ],
] as const)('keys that do not fit are found: %s', async (_what, env, expected) => {
  expect((await faults(env as Record<string, string>)).map(({ says: said }) => said)).toEqual(
    expected.map((text) => expect.stringContaining(text)),
  );
});

test('a store that others can read, of another version or held by somebody is found', async () => {
  chmodSync(join(rig.folder, 'data'), 0o755);
  cleanups.push(() => chmodSync(join(rig.folder, 'data'), 0o700));
  expect(await faults()).toMatchObject([{ check: 'store', fix: 'chmod 700 data' }]);
  chmodSync(join(rig.folder, 'data'), 0o700);

  tamper("INSERT INTO migration VALUES ('9999_later.sql')", "DELETE FROM migration WHERE name = '9999_later.sql'");
  expect(await faults()).toMatchObject([
    { check: 'store', says: 'A newer version wrote this store (9999_later.sql).' },
  ]);
  await cleanUp(cleanups);

  const holder = new DatabaseSync(join(rig.folder, 'data/requests.sqlite'));
  holder.exec('BEGIN IMMEDIATE');
  cleanups.push(() => holder.close());
  expect(await faults()).toMatchObject([{ check: 'store', says: 'Another process has held it for two seconds.' }]);
});

test('a store that cannot be written to is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-doctor-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  openStore(folder).close();
  makeReadOnly(join(folder, 'requests.sqlite'));
  expect(await faults({ DATA_DIR: folder })).toMatchObject([
    { check: 'store', says: 'It cannot be written to, so no request can be saved.' },
  ]);
});

test('a file that is no store is found, and nothing is written over it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-doctor-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'requests.sqlite'), 'not a store at all');
  expect(await faults({ DATA_DIR: folder })).toMatchObject([
    { check: 'store', fix: expect.stringContaining('restore') },
  ]);
  expect(readFileSync(join(folder, 'requests.sqlite'), 'utf8')).toBe('not a store at all');
});

test('a clock that went back and what is kept too long are found', async () => {
  rig.setClock('2026-11-23T14:00:00Z');
  cleanups.push(() => rig.setClock('2026-11-23T15:00:00Z'));
  expect(await faults()).toMatchObject([{ check: 'clock', says: 'The newest request is 60 minutes in the future.' }]);
  rig.setClock('2026-11-23T15:00:00Z');
  tamper(
    "UPDATE request SET erase_by = '2026-11-01T00:00:00.000Z'",
    "UPDATE request SET erase_by = '2026-12-23T15:00:00.000Z'",
  );
  expect(await faults()).toMatchObject([{ check: 'clock', says: '1 requests are kept longer than was promised.' }]);
});

test('evidence that was changed is found', async () => {
  await vi.waitFor(async () => expect(await rig.json('verify-evidence')).toMatchObject({ pending: false }), 60_000);
  tamper(
    "UPDATE evidence SET record = json_set(record, '$.status', 'revoked')",
    "UPDATE evidence SET record = json_set(record, '$.status', 'active')",
  );
  expect(await faults()).toMatchObject([{ check: 'evidence', says: 'The chain is broken at link 1.' }]);
});

test('a receiver that takes connections is told nothing; one that does not, or is gone, is found', async () => {
  const desk = await receiver();
  cleanups.push(desk.close);
  const env = { NRS_WEBHOOK_URL: desk.url, NRS_WEBHOOK_SECRET: webhookSecret };
  expect(await faults(env)).toEqual([]);
  expect(desk.arrived).toEqual([]);

  desk.answer(says(410));
  await runOps(rig.folder, ['deliver', '--once'], { NRS_TEST_CLOCK: 'clock.txt', ...env });
  expect(await faults(env)).toMatchObject([{ check: 'webhook', says: expect.stringContaining('gone (410)') }]);

  tamper("UPDATE outbox SET dead_at = '2026-11-23T15:00:00.000Z'", 'UPDATE outbox SET dead_at = NULL');
  expect(await faults({ ...env, NRS_WEBHOOK_URL: nobody })).toMatchObject([
    { check: 'waiting', says: '1 notices are dead letters.' },
    { check: 'webhook', says: expect.stringContaining('(unreachable)') },
  ]);
});

test.each([
  ['not-trusted', '2049-01-01T00:00:00Z'],
  ['expired', '2025-01-01T00:00:00Z'],
])('a receiver whose own certificate is %s is found, by that word', async (word, until) => {
  const server = createServer(ownCertificate(until)).listen(0, '127.0.0.1');
  cleanups.push(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { NRS_WEBHOOK_URL: `https://127.0.0.1:${port}/`, NRS_WEBHOOK_SECRET: webhookSecret };
  expect(await faults(env)).toMatchObject([{ check: 'webhook', says: expect.stringContaining(`(${word})`) }]);
});

test('the mail server is greeted and logged in to, and gets no mail; a refusal is found', async () => {
  const seen: string[] = [];
  const server = await mailServer({
    authOptional: false,
    authMethods: ['PLAIN'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      seen.push(username ?? '');
      if (password === 'right') done(null, { user: username });
      else done(smtpError(535));
    },
  });
  cleanups.push(server.close);
  const env = (password: string) => ({
    NRS_SMTP_URL: server.url.replace('//', `//desk:${password}@`),
    NRS_NOTIFY_TO: 'desk@example.org',
  });
  expect(await faults(env('right'))).toEqual([]);
  expect(seen).toEqual(['desk']);
  expect(server.arrived).toEqual([]);
  const refused = await faults(env('wrong'));
  expect(refused).toMatchObject([{ check: 'mail', says: 'NRS_SMTP_URL does not work (login).' }]);
  expect(JSON.stringify(refused)).not.toMatch(/wrong|Canary/);
});

test('a carrier that cannot be reached is found', async () => {
  expect(await faults(carrier)).toMatchObject([
    { check: 'texts', says: 'NRS_SMS_URL cannot be reached (unreachable).' },
  ]);
});

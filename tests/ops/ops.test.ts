import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { commands, help } from '../../src/ops/commands.ts';
import { parseCommand } from '../../src/ops/parse.ts';
import { goodRequest } from '../requests/fixtures.ts';
import { start, tinySite } from '../requests/tiny-site.ts';

// Each command is a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const folder = tinySite();
const empty = mkdtempSync(join(tmpdir(), 'nrs-ops-'));
const server = await start(folder);
afterAll(() => {
  server.process.kill('SIGKILL');
  for (const made of [folder, empty]) rmSync(made, { recursive: true, force: true });
});

const response = await fetch(`${server.origin}/api/v1/requests`, {
  method: 'POST',
  // The commands below hold this process up for longer than the server keeps a connection open.
  headers: { 'content-type': 'application/json', connection: 'close' },
  body: JSON.stringify({ ...goodRequest, name: 'Ana', topic: 'cost' }),
});
const { reference, receivedAt, cancelUrl } = await response.json();

/** Runs the command line in a folder, as `npm run ops --` does. */
function ops(words: string, cwd = folder, env: Record<string, string> = {}) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    resolve('src/ops/ops.ts'),
    ...words.split(' ').filter(Boolean),
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  return { out: stdout.trim(), error: stderr.trim(), status };
}

test('a list shows what waits, beside the running server, without names and numbers', () => {
  const { out, status } = ops('requests list');
  expect(status).toBe(0);
  expect(out.split('\n')).toHaveLength(4);
  expect(out).toContain(reference);
  expect(out).toContain('weekday-morning');
  expect(out).not.toMatch(/Ana|555/);
  expect(JSON.parse(ops('requests list --json').out)).toEqual([
    {
      ...{
        reference,
        kind: 'callback',
        receivedAt,
        contactWindow: 'weekday-morning',
        state: 'open',
        quarantined: false,
      },
      ...{ promisedBy: expect.stringMatching(/Z$/), late: false },
    },
  ]);
});

test('one request is opened with the private key', () => {
  expect(JSON.parse(ops(`requests show ${reference.toLowerCase()} --json`).out)).toMatchObject({
    reference,
    name: 'Ana',
    phone: '+12175550142',
    topic: 'cost',
    voicemail: 'none',
    someoneElseAnswers: 'hang-up',
  });
  expect(ops(`requests show ${reference}`).out).toContain('+12175550142');
});

test('without the private key it stays closed, and the line says which key is missing', () => {
  const key = Buffer.alloc(40, 1).toString('base64');
  const { error, status } = ops(`requests show ${reference}`, folder, {
    NRS_PUBLIC_KEY: `other:${key}`,
    NRS_SUPPRESSION_KEY: key,
  });
  expect(status).toBe(1);
  expect(error).toBe(
    'This request was sealed for key "demo". Set NRS_PRIVATE_KEY to its private half: NRS_PRIVATE_KEY=demo:<base64>',
  );
});

test('stats have the published shape', () => {
  expect(JSON.parse(ops('stats --json').out)).toEqual({
    requests: { open: 1, quarantined: 0, done: 0, erased: 0 },
    evidence: { pending: 0, active: 1, expired: 0, revoked: 0 },
    outbox: { due: 1, leased: 0, delivered: 0, dead: 0 },
  });
});

test('a number that wants no more messages is suppressed, without being printed', () => {
  expect(ops('suppress check 2175550142')).toMatchObject({ status: 0, out: 'Not suppressed.' });
  const { out, status } = ops('suppress add 217-555-0142');
  expect([status, out]).toEqual([0, expect.stringMatching(/^Suppressed since 20.+No automated message/)]);
  expect(JSON.parse(ops('suppress check +12175550142 --json').out)).toEqual({
    suppressed: true,
    since: expect.stringMatching(/^20/),
  });
  expect(ops('suppress check 2175550143').out).toBe('Not suppressed.');
  expect(ops('suppress add 911')).toMatchObject({ status: 1, error: expect.stringContaining('no US phone number') });
  expect(ops('suppress add ana@example.org')).toMatchObject({
    status: 1,
    error: expect.stringContaining('Nothing automatic goes to e-mail addresses.'),
  });
  expect(ops('suppress add')).toMatchObject({ status: 2, error: expect.stringContaining('Which number?') });
});

test('retention says what it did, and what nobody has kept too long stays', () => {
  expect(ops('retention --run')).toMatchObject({ status: 0, out: 'Erased requests: 0\nDeleted keys of clients: 0' });
  expect(JSON.parse(ops('retention --run --json').out)).toEqual({ erasedRequests: 0, deletedBindings: 0 });
  expect(ops('requests list').out).toContain('open');
});

test('retention needs the build, because the build holds the promise', () => {
  expect(ops('retention --run', empty, { DATA_DIR: join(folder, 'data') })).toMatchObject({
    status: 1,
    error: 'dist/endpoint.json is missing. Build the site first: npm run build',
  });
});

test('what a person erased is gone from the desk too', async () => {
  expect((await fetch(server.origin + cancelUrl, { method: 'POST' })).status).toBe(200);
  const shown = JSON.parse(ops(`requests show ${reference} --json`).out);
  expect(shown).toMatchObject({ reference, state: 'erased' });
  expect(shown).not.toHaveProperty('phone');
});

test('what cannot be done is said in one line, exit code 1', () => {
  expect(ops('requests list', empty)).toEqual({
    out: '',
    error:
      'No store at data/requests.sqlite. Start the server once (npm start), or name its folder: DATA_DIR=other npm run ops -- …',
    status: 1,
  });
  expect(ops('requests show NONE2222')).toMatchObject({
    status: 1,
    error: 'No request "NONE2222". All references: npm run ops -- requests list',
  });
});

test('what is not understood is answered with the nearest command, exit code 2', () => {
  const saidTo = (words: string) => parseCommand(words.split(' '));
  expect(
    [
      'stat',
      'requests lst',
      'request list',
      'fly',
      'requests show',
      'stats now',
      'stats --jsn',
      'retention',
      'stats --run',
    ].map(saidTo),
  ).toMatchInlineSnapshot(`
    [
      {
        "exitCode": 2,
        "message": "Unknown command "stat". Did you mean "stats"? All commands: npm run ops -- help",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": "Unknown command "requests lst". Did you mean "requests list"? All commands: npm run ops -- help",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": "Unknown command "request". Did you mean "requests list"? All commands: npm run ops -- help",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": "Unknown command "fly". Did you mean "help"? All commands: npm run ops -- help",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": "Which request? Example: npm run ops -- requests show ACDE3467",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": ""stats" takes nothing more, found "now"",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": "Unknown option "--jsn". Known: --json, --help, --store",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": "Unknown command "retention". Did you mean "retention --run"? All commands: npm run ops -- help",
        "ok": false,
      },
      {
        "exitCode": 2,
        "message": ""stats" takes nothing more, found "--run"",
        "ok": false,
      },
    ]
  `);
  expect(ops('stat').status).toBe(2);
});

test('help lists every command that works, and only those', () => {
  expect(ops('').out).toBe(help);
  for (const verb of Object.keys(commands)) expect(help).toContain(verb);
});

import { execFile } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '#requests/run/open-store.ts';
import { rangeOf } from '../../src/ops/delivery.ts';
import { parseCommand } from '../../src/ops/parse.ts';
import { goodRequest } from '../requests/fixtures.ts';
import { accepts, receiver, says, webhookSecret } from '../requests/receiver.ts';
import { start, tinySite } from '../requests/tiny-site.ts';

// Each command is a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

/** A store with so many requests, a receiver, and the command line between them. The server that took them in delivers nothing. */
async function rig(requests: number) {
  const folder = tinySite();
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const setClock = (time: string) => {
    writeFileSync(join(folder, 'clock.next'), time);
    renameSync(join(folder, 'clock.next'), join(folder, 'clock.txt'));
  };
  setClock('2026-11-23T15:00:00Z');
  const server = await start(folder, { NRS_TEST_CLOCK: 'clock.txt' });
  cleanups.push(() => server.process.kill('SIGKILL'));
  const references: string[] = [];
  for (let number = 0; number < requests; number += 1) {
    const response = await fetch(`${server.origin}/api/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...goodRequest, phone: `217 555 ${2000 + number}`, name: 'Canary Name' }),
    });
    references.push((await response.json()).reference);
  }
  const desk = await receiver();
  cleanups.push(desk.close);
  const ways = { NRS_WEBHOOK_URL: desk.url, NRS_WEBHOOK_SECRET: webhookSecret };
  const ops = (words: string[], env: Record<string, string> = ways) =>
    new Promise<{ out: string; error: string; status: number | string }>((ended) => {
      const args = ['--disable-warning=ExperimentalWarning', resolve('src/ops/ops.ts'), ...words];
      const own = { PATH: process.env['PATH'] ?? '', NRS_TEST_CLOCK: 'clock.txt' };
      execFile(process.execPath, args, { cwd: folder, env: { ...own, ...env } }, (error, out, err) =>
        ended({ out: out.trim(), error: err.trim(), status: error?.code ?? 0 }),
      );
    });
  const json = async (words: string[]) => JSON.parse((await ops([...words, '--json'])).out);
  return { folder, desk, setClock, references, ops, json };
}

test('what is due is delivered once, seen in the list, and said again under the same id', async () => {
  const { desk, references, ops, json } = await rig(2);
  expect(await ops(['deliver', '--once'])).toEqual({
    out: 'Delivered: 2\nTo be tried again: 0\nDead letters: 0',
    error: '',
    status: 0,
  });
  expect(desk.references().toSorted()).toEqual(references.toSorted());

  const rows = await json(['outbox', 'list']);
  expect(rows).toMatchObject([
    { state: 'delivered', channel: 'webhook', type: 'request.created', attempts: 1 },
    { state: 'delivered', channel: 'webhook', type: 'request.created', attempts: 1 },
  ]);
  const { out } = await ops(['outbox', 'list']);
  for (const reference of references) expect(out).toContain(reference);
  expect(out).not.toMatch(/Canary|5552000/);

  expect(await json(['replay', rows[0].id])).toEqual({ replayed: 1 });
  expect(await json(['replay', references[0]?.toLowerCase() ?? ''])).toEqual({ replayed: 1 });
  expect(await json(['replay', '2026-11-23..2026-11-23'])).toEqual({ replayed: 2 });
  expect(await json(['deliver', '--once'])).toEqual({ delivered: 2, later: 0, dead: 0, stopped: [] });
  expect(new Set(desk.arrived.map(({ id }) => id)).size).toBe(2);
  expect(desk.arrived).toHaveLength(4);

  expect(await ops(['replay', 'NONE2222'])).toMatchObject({
    status: 1,
    error: expect.stringMatching(/^Nothing to replay for "NONE2222"\. All notices: npm run ops -- outbox list/),
  });
});

test('a sweep says who has to look, and a dead letter stops asking once a named person has', async () => {
  const { folder, desk, setClock, json, ops } = await rig(1);
  desk.answer(says(500));
  expect(await json(['sweep'])).toEqual({ delivered: 0, later: 1, dead: 0, stopped: [], alarms: [] });
  const [{ id }] = await json(['outbox', 'list']);
  expect(await ops(['outbox', 'sign-off', id, '--by', 'Ana P'])).toMatchObject({
    status: 1,
    error: `No dead letter "${id}" waits for a name. All notices: npm run ops -- outbox list`,
  });
  setClock('2026-11-23T16:00:00Z');
  const late = await ops(['sweep']);
  expect([late.status, late.out]).toEqual([1, expect.stringContaining('undelivered')]);

  const { store, close } = openStore(join(folder, 'data'));
  const [now, leaseUntil] = ['2026-11-24T16:00:00.000Z', '2026-11-24T17:00:00.000Z'];
  await store.claimDue({ channel: 'webhook', now, leaseUntil, leaseId: 'the last one', limit: 1 });
  await store.markDead(id, 'the last one', now, '500');
  close();
  setClock('2026-11-25T16:00:00Z');
  expect(await json(['sweep'])).toMatchObject({
    alarms: [{ alarm: 'dead-letter', id, lastStatus: '500' }],
  });
  expect(await json(['outbox', 'sign-off', id, '--by', 'Ana P'])).toMatchObject({ id, signedOffBy: 'Ana P' });
  setClock('2026-12-20T00:00:00Z');
  expect(await json(['sweep'])).toMatchObject({ alarms: [] });
});

test('an endpoint that is gone is named, and a replay tries it again', async () => {
  const { desk, ops, json, references } = await rig(1);
  desk.answer(says(410));
  expect(await json(['deliver', '--once'])).toEqual({ delivered: 0, later: 1, dead: 0, stopped: ['webhook'] });
  expect(await ops(['deliver', '--once'])).toMatchObject({
    status: 1,
    error:
      'webhook: the endpoint said that it is gone (410), so nothing is sent there. Mend it, then: npm run ops -- replay <id>',
  });
  desk.answer(accepts);
  await ops(['replay', references[0] ?? '']);
  expect(await json(['deliver', '--once'])).toEqual({ delivered: 1, later: 0, dead: 0, stopped: [] });
});

test('without a way out there is nothing to deliver, and that is said', async () => {
  const { ops } = await rig(0);
  expect(await ops(['deliver', '--once'], {})).toMatchObject({
    status: 1,
    error:
      'Nobody to deliver to. Set NRS_WEBHOOK_URL and NRS_WEBHOOK_SECRET, or NRS_SMTP_URL and NRS_NOTIFY_TO, as the server has them.',
  });
});

test.each([
  ['2026-11-22..2026-11-23', { from: '2026-11-22T00:00:00.000Z', to: '2026-11-23T23:59:59.999Z' }],
  ['2026-11-22T10:00:00Z..2026-11-22', { from: '2026-11-22T10:00:00.000Z', to: '2026-11-22T23:59:59.999Z' }],
  ['2026-11-23..2026-11-22', undefined],
  ['2026-11-23', undefined],
  ['2026-11-23..', undefined],
  ['1..2', undefined],
] as const)('the range %s is read', (written, expected) => {
  expect(rangeOf(written)).toEqual(expected);
});

test('what is not understood is answered with what would be', () => {
  const saidTo = (...words: string[]) => {
    const parsed = parseCommand(words);
    return parsed.ok ? parsed.command : parsed.message;
  };
  expect([
    saidTo('deliver'),
    saidTo('delivr', '--once'),
    saidTo('outbox'),
    saidTo('outbox', 'lst'),
    saidTo('replay'),
    saidTo('outbox', 'sign-off', 'some-id'),
    saidTo('outbox', 'sign-off', 'some-id', '--by'),
    saidTo('outbox', 'sign-off', '--by', 'Ana'),
    saidTo('sweep', '--by', 'Ana'),
    saidTo('outbox', 'sign-off', 'some-id', '--by', 'Ana P', '--json'),
  ]).toMatchInlineSnapshot(`
    [
      "Unknown command "deliver". Did you mean "deliver --once"? All commands: npm run ops -- help",
      "Unknown command "delivr". Did you mean "deliver --once"? All commands: npm run ops -- help",
      "Unknown command "outbox". Did you mean "outbox list"? All commands: npm run ops -- help",
      "Unknown command "outbox lst". Did you mean "outbox list"? All commands: npm run ops -- help",
      "Which one? Example: npm run ops -- replay 2026-11-22..2026-11-23",
      "Who answers for it? Example: npm run ops -- outbox sign-off some-id --by "Ana P"",
      "Who answers for it? Example: npm run ops -- outbox sign-off some-id --by "Ana P"",
      "Which one? Example: npm run ops -- outbox sign-off 6f1c2a52-0d3e-4b7a-9a51-0c1f2e3d4b5a --by "Ana P"",
      ""sweep" takes no --by",
      {
        "asJson": true,
        "by": "Ana P",
        "name": "some-id",
        "verb": "outbox sign-off",
      },
    ]
  `);
});

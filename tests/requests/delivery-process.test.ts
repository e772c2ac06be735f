import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeKeys } from '#requests/run/keys.ts';
import { openStore } from '#requests/run/open-store.ts';
import { goodRequest } from './fixtures.ts';
import { mailServer } from './mail-server.ts';
import { accepts, receiver, webhookSecret } from './receiver.ts';
import { start, tinySite } from './tiny-site.ts';

// Each test starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

/** A site, the operator's system, and a server between them whose clock the test moves. */
async function rig(env: Record<string, string> = {}) {
  const folder = tinySite();
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const desk = await receiver();
  cleanups.push(desk.close);
  let now = Date.parse('2026-11-23T15:00:00Z');
  const setClock = () => {
    // The server reads it at any moment, so it must never be half-written.
    writeFileSync(join(folder, 'clock.next'), new Date(now).toISOString());
    renameSync(join(folder, 'clock.next'), join(folder, 'clock.txt'));
  };
  setClock();
  const run = async () => {
    const server = await start(folder, {
      NRS_TEST_CLOCK: 'clock.txt',
      NRS_WEBHOOK_URL: desk.url,
      NRS_WEBHOOK_SECRET: webhookSecret,
      ...env,
    });
    cleanups.push(() => server.process.kill('SIGKILL'));
    return server;
  };
  return {
    folder,
    desk,
    run,
    pass: (minutes: number) => {
      now += minutes * 60_000;
      setClock();
    },
    async outbox() {
      const { store, close } = openStore(join(folder, 'data'));
      const [stats, rows] = [await store.stats(), await store.outboxList()];
      close();
      return { ...stats.outbox, rows };
    },
  };
}

/** Asks for a call; the reference where that was acknowledged. Each comes from a number of its own. */
let numbers = 0;
async function ask(origin: string): Promise<string | undefined> {
  numbers += 1;
  const phone = `217 555 ${String(1000 + numbers).slice(-4)}`;
  const response = await fetch(`${origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ ...goodRequest, phone, requestId: randomUUID() }),
  }).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  return answer?.reference;
}

/** Waits until something is so; the test's own time limit ends what never is. */
async function until(isSo: () => boolean | Promise<boolean>, everyMs = 10): Promise<void> {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, everyMs));
}

const idsByReference = (arrived: Awaited<ReturnType<typeof receiver>>['arrived']) => {
  const ids = new Map<unknown, Set<string>>();
  for (const { id, data } of arrived) ids.set(data['reference'], (ids.get(data['reference']) ?? new Set()).add(id));
  return ids;
};

test('what is accepted is delivered at once, and the desk may stop the server right after', async () => {
  const { desk, run, outbox } = await rig();
  const server = await run();
  const reference = await ask(server.origin);
  await until(() => desk.arrived.length === 1);
  expect(desk.references()).toEqual([reference]);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(await outbox()).toMatchObject({ delivered: 1, leased: 0, due: 0 });
  expect(server.said()).toMatch(/"event":"delivery","status":204,"requestId":"[0-9a-f-]{36}","channel":"webhook"/);
});

test('a stop waits for the delivery that is under way', async () => {
  const { desk, run, outbox } = await rig();
  const server = await run();
  const knock = () => fetch(server.origin, { headers: { connection: 'close' } });
  const isClosed = () =>
    knock().then(
      () => false,
      () => true,
    );
  desk.answer((response) => {
    server.process.kill('SIGTERM');
    // The server closes its own door first, and only then this one answers.
    until(isClosed).then(() => response.writeHead(204).end());
  });
  await ask(server.origin);
  expect(await server.ended).toBe(0);
  expect(await outbox()).toMatchObject({ delivered: 1, leased: 0 });
});

test('whatever was accepted before a kill is delivered after it, however often, under the same id', async () => {
  const { desk, run, pass, outbox } = await rig();
  const acknowledged = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    const server = await run();
    // Some are told and answered, some are told and never answered, and most are still waiting when the end comes.
    const enough = desk.arrived.length + 12;
    desk.answer((response) => {
      if (desk.arrived.length % 3 > 0) accepts(response, desk.arrived[0] as never, undefined as never);
      if (desk.arrived.length >= enough) server.process.kill('SIGKILL');
    });
    const client = async () => {
      for (let reference = await ask(server.origin); reference; reference = await ask(server.origin)) {
        acknowledged.add(reference);
      }
    };
    await Promise.all([...Array.from({ length: 6 }, client), server.ended]);
    pass(5);
  }

  desk.answer(accepts);
  const last = await run();
  await until(async () => {
    pass(1);
    const { due, leased } = await outbox();
    return due + leased === 0;
  }, 200);
  last.process.kill('SIGTERM');
  await last.ended;
  const ids = idsByReference(desk.arrived);
  for (const reference of acknowledged) expect(ids.get(reference)?.size, reference).toBe(1);
  expect(desk.arrived.length).toBeGreaterThan(ids.size);
  const { delivered, dead, rows } = await outbox();
  expect([delivered, dead]).toEqual([rows.length, 0]);
});

test('a kill between the answer and the delivery loses nothing', async () => {
  const { desk, run, pass } = await rig();
  desk.answer(() => {});
  const server = await run();
  const references = [await ask(server.origin), await ask(server.origin), await ask(server.origin)];
  server.process.kill('SIGKILL');
  await server.ended;
  desk.arrived.length = 0;
  desk.answer(accepts);
  pass(2);
  await run();
  await until(() => desk.arrived.length === 3);
  expect(desk.references().toSorted()).toEqual(references.toSorted());
});

test('staff hear by mail beside the webhook, and each way goes on without the other', async () => {
  const mail = await mailServer();
  cleanups.push(mail.close);
  const { desk, run } = await rig({ NRS_SMTP_URL: mail.url, NRS_NOTIFY_TO: 'desk@example.org' });
  desk.answer(() => {});
  const { origin } = await run();
  const reference = await ask(origin);
  await until(() => mail.arrived.length === 1);
  expect(mail.arrived[0]?.subject).toBe(`Request ${reference}`);
});

test('a webhook without the key that opens stops the start', async () => {
  const { run } = await rig({ ...(await makeKeys('k1')), NRS_PRIVATE_KEY: '' });
  const server = await run();
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain(
    'Not started: NRS_PRIVATE_KEY does not hold the key "k1" of NRS_PUBLIC_KEY. NRS_WEBHOOK_URL needs it: requests are opened to be delivered.\n',
  );
});

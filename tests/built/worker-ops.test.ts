import { afterAll, expect, test, vi } from 'vitest';
import { runOps } from '../ops/run-ops.ts';
import { goodRequest } from '../requests/fixtures.ts';
import { startWorker } from './local-worker.ts';

// Each command is a process with a runtime of its own, beside the one that serves.
vi.setConfig({ testTimeout: 240_000 });

const worker = await startWorker();
afterAll(async () => {
  await worker.stop();
  worker.clear();
});
const ops = (...words: string[]) => runOps('.', [...words, '--store', 'd1'], { DATA_DIR: worker.dataDir });

async function ask(phone: string): Promise<{ reference: string; cancelUrl: string }> {
  const response = await fetch(`${worker.origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...goodRequest, disclosureVersion: '2026-11-23', phone }),
  });
  expect(response.status).toBe(201);
  return response.json();
}

test('the command line works beside a running worker: what one writes, the other sees', async () => {
  const first = await ask('217 555 0101');
  expect((await ops('requests', 'list')).out).toContain(first.reference);
  const shown = JSON.parse((await ops('requests', 'show', first.reference, '--json')).out);
  expect(shown).toMatchObject({ reference: first.reference, phone: '+12175550101' });
  const cancelPage = async () => (await fetch(worker.origin + first.cancelUrl)).text();
  expect(await cancelPage()).toContain('<form');
  expect(await ops('requests', 'erase', first.reference)).toMatchObject({ error: '', status: 0 });
  expect(await cancelPage()).not.toContain('<form');

  const second = await ask('217 555 0102');
  const { out, status } = await ops('doctor');
  expect([status, out]).toEqual([0, expect.stringContaining('The D1 of the local worker answers')]);
  expect(out).toContain('1 stored requests open.');
  expect((await ops('requests', 'list')).out).toContain(second.reference);
  expect((await fetch(`${worker.origin}/healthz`)).status).toBe(200);
});

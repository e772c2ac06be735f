import { rmSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { killed } from './kills.ts';
import { start, tinySite } from './tiny-site.ts';

// Each test starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const short = { kills: 4, between: 40, clients: 8 };
const noHarm = { lost: 0, halfWritten: 0, duplicates: 0 };

test('whatever is killed whenever: nothing acknowledged is lost, nothing is half-written, nothing is there twice', async () => {
  const result = await killed({ ...short, seed: Date.now() });
  expect(result).toMatchObject({ kills: 4, ...noHarm });
  expect(result.acknowledged).toBe(result.sent);
});

test('a yes before the commit is found', async () => {
  expect((await killed({ ...short, kills: 2, faults: ['early-yes'] })).lost).toBeGreaterThan(0);
});

test('a key that is not remembered is found', async () => {
  const { duplicates, lost } = await killed({ ...short, kills: 1, faults: ['no-memory'] });
  expect(duplicates + lost).toBeGreaterThan(0);
});

test('a request without its record of consent is found', async () => {
  expect((await killed({ ...short, kills: 1, faults: ['half-written'] })).halfWritten).toBeGreaterThan(0);
});

test('a disk that was not asked to sync is found once its power goes', async () => {
  const result = await killed({ ...short, kills: 1, faults: ['no-sync-unseen'], cutsLog: true });
  expect(result.lost).toBeGreaterThan(0);
});

test('a store that would not sync is not even opened', async () => {
  const folder = tinySite();
  const server = await start(folder, {}, { faults: ['no-sync'] });
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain('SQLite keeps synchronous at 0 instead of 2');
  rmSync(folder, { recursive: true, force: true });
});

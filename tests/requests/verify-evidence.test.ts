import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { linkEvidence } from '#requests/link-evidence.ts';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { verifyEvidence } from '#requests/verify-evidence.ts';
import { acceptance, erasureOf } from './rows.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0).toReversed()) clean();
});

/** A store whose chain has five links; a record waits for the sixth. */
async function chained() {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-chain-'));
  const { store, close } = openStore(folder);
  cleanups.push(() => {
    close();
    rmSync(folder, { recursive: true, force: true });
  });
  const rows = [];
  for (let number = 0; number < 4; number += 1) {
    const accepted = await acceptance(number === 0 ? { at: '2015-01-01T00:00:00.000Z' } : {});
    await store.accept(accepted);
    rows.push(accepted);
  }
  const [, second] = rows;
  if (second) await store.erase(await erasureOf(second));
  expect(await linkEvidence(store)).toBe(5);
  expect(await linkEvidence(store)).toBe(0);
  /** Does what somebody with the file in their hands could do. */
  const tamper = (sql: string) => {
    const file = new DatabaseSync(storeFile(folder));
    file.exec(sql);
    file.close();
  };
  return { store, tamper };
}

test('a whole chain holds from its start, and says whether newer records wait', async () => {
  const { store } = await chained();
  expect(await verifyEvidence(store)).toMatchObject({ from: 0, tip: { seq: 5 }, pending: false });
  await store.accept(await acceptance());
  expect(await verifyEvidence(store)).toMatchObject({ tip: { seq: 5 }, pending: true });
});

test('a chain that retention has cut holds from its checkpoint', async () => {
  const { store, tamper } = await chained();
  expect(await store.cutChain('2016-01-01T00:00:00.000Z')).toBe(1);
  expect(await verifyEvidence(store)).toMatchObject({ from: 1, tip: { seq: 5 } });
  tamper(`UPDATE chain_checkpoint SET chain_hash = '${'1'.repeat(64)}'`);
  expect(await verifyEvidence(store)).toMatchObject({ broken: { seq: 2, row: 2, fault: 'not-continued' } });
});

test.each([
  [
    'a status turned',
    "UPDATE evidence SET record = json_set(record, '$.status', 'active') WHERE row = 5",
    5,
    'record-changed',
  ],
  [
    'a time moved',
    "UPDATE evidence SET record = json_set(record, '$.at', '2020-01-01T00:00:00.000Z') WHERE row = 2",
    2,
    'record-changed',
  ],
  [
    'a record and its hash made up',
    'UPDATE evidence SET record = (SELECT record FROM evidence WHERE row = 1) WHERE row = 3',
    3,
    'link-changed',
  ],
  ['a record taken away', 'DELETE FROM evidence WHERE row = 3', 3, 'no-record'],
  [
    'a record taken away with its link',
    'DELETE FROM evidence WHERE row = 3; DELETE FROM evidence_chain WHERE evidence_row = 3',
    4,
    'gap',
  ],
  ['a link made up', `UPDATE evidence_chain SET chain_hash = '${'1'.repeat(64)}' WHERE seq = 2`, 2, 'link-changed'],
  ['the first link taken away', 'DELETE FROM evidence_chain WHERE seq = 1', 2, 'gap'],
] as const)('%s is found, and the first broken link is named', async (_what, sql, seq, fault) => {
  const { store, tamper } = await chained();
  tamper(sql);
  const { broken, tip } = await verifyEvidence(store);
  expect(broken).toMatchObject({ seq, fault });
  expect(tip.seq).toBe(fault === 'gap' ? Math.max(0, seq - 2) : seq - 1);
});

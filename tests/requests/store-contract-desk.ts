import { expect } from 'vitest';
import { acceptance, at, erasureOf, later } from './rows.ts';
import type { Promised } from './store-contract.ts';

/** What people at the operator's desk do. */
export function deskContract(promise: Promised): void {
  promise('an empty store counts nothing and is healthy', async (store) => {
    expect(await store.stats()).toEqual({
      requests: { open: 0, quarantined: 0, done: 0, erased: 0 },
      evidence: { pending: 0, active: 0, expired: 0, revoked: 0 },
      outbox: { due: 0, leased: 0, delivered: 0, dead: 0 },
    });
    expect(await store.isHealthy()).toBe(true);
    expect(await store.list()).toEqual([]);
  });

  promise(
    'an accepted request is listed, found by reference and by id, and has evidence and a due notice',
    async (store) => {
      const rows = await acceptance();
      expect(await store.accept(rows)).toBe('accepted');
      const { id, reference, eraseBy, sealed } = rows.request;
      const listed = {
        id,
        reference,
        kind: 'callback',
        receivedAt: at,
        contactWindow: 'weekday-morning',
        isQuarantined: false,
        needsPerson: false,
        state: 'open',
      };
      expect(await store.list()).toEqual([listed]);
      const stored = { ...listed, locale: 'en', schemaVersion: 1, eraseBy, sealed };
      expect(await store.find(reference)).toEqual(stored);
      expect(await store.find(id)).toEqual(stored);
      expect(await store.evidenceOf(id)).toEqual(rows.evidence);
      expect(await store.stats()).toMatchObject({ requests: { open: 1 }, evidence: { active: 1 }, outbox: { due: 1 } });
    },
  );

  promise('requests are listed newest first, quarantined ones among them', async (store) => {
    const [first, second] = [await acceptance(), await acceptance({ isQuarantined: true })];
    await store.accept(first);
    await store.accept(second);
    expect((await store.list()).map(({ reference, isQuarantined }) => [reference, isQuarantined])).toEqual([
      [second.request.reference, true],
      [first.request.reference, false],
    ]);
    expect((await store.stats()).requests).toEqual({ open: 1, quarantined: 1, done: 0, erased: 0 });
  });

  promise('a request is closed once, with an outcome', async (store) => {
    const rows = await acceptance();
    await store.accept(rows);
    expect(await store.done(rows.request.id, 'meeting-set', at)).toBe(true);
    expect(await store.done(rows.request.id, 'declined', at)).toBe(false);
    expect(await store.find(rows.request.id)).toMatchObject({ state: 'done', outcome: 'meeting-set' });
    expect((await store.stats()).requests).toMatchObject({ open: 0, done: 1 });
    expect(await store.done('nobody', 'reached', at)).toBe(false);
  });

  promise('what is erased cannot be closed', async (store) => {
    const rows = await acceptance();
    await store.accept(rows);
    await store.erase(await erasureOf(rows));
    expect(await store.done(rows.request.id, 'reached', at)).toBe(false);
  });

  promise(
    'a request and its repeats are found through any of them, oldest first, each with its seal',
    async (store) => {
      const subjectKey = 'c'.repeat(64);
      const [first, second] = [await acceptance({ subjectKey }), await acceptance({ subjectKey, at: later(5) })];
      for (const rows of [first, await acceptance(), second]) await store.accept(rows);
      const ids = [first.request.id, second.request.id];
      for (const id of ids) {
        const found = await store.withRepeats(id);
        expect(found.map((request) => request.id)).toEqual(ids);
        expect(found.every(({ sealed }) => sealed)).toBe(true);
      }
    },
  );

  promise('an export holds everything that is not erased, oldest first', async (store) => {
    const [erased, first, second] = [await acceptance(), await acceptance(), await acceptance({ at: later(1) })];
    for (const rows of [second, erased, first]) await store.accept(rows);
    await store.erase(await erasureOf(erased));
    await store.done(first.request.id, 'reached', at);
    expect((await store.exportRows()).map(({ id, sealed }) => [id, sealed])).toEqual([
      [first.request.id, first.request.sealed],
      [second.request.id, second.request.sealed],
    ]);
  });

  promise('who opened a request is remembered', async (store) => {
    await store.recordReveal({ requestId: 'r1', at, by: 'Ana' });
    await store.recordReveal({ requestId: 'r2', at, by: 'Ana' });
    await store.recordReveal({ requestId: 'r1', at: later(1), by: 'Leo' });
    expect(await store.reveals('r1')).toEqual([
      { requestId: 'r1', at, by: 'Ana' },
      { requestId: 'r1', at: later(1), by: 'Leo' },
    ]);
  });
}

import { expect } from 'vitest';
import { disclosures } from './fixtures.ts';
import { acceptance, at, erasureOf, later } from './rows.ts';
import type { Promised } from './store-contract.ts';

/** Taking requests in. */
export function intakeContract(promise: Promised): void {
  promise('a key binds once: the second request under it leaves no row', async (store) => {
    const first = await acceptance({ key: 'one' });
    expect(await store.accept(first)).toBe('accepted');
    expect(await store.accept(await acceptance({ key: 'one' }))).toBe('key-taken');
    expect(await store.list()).toHaveLength(1);
    expect(await store.bindingOf('one')).toEqual(first.binding);
    expect(await store.bindingOf('two')).toBeUndefined();
    expect((await store.stats()).outbox.due).toBe(1);
  });

  promise('a reference is given once: the second request with it leaves no row', async (store) => {
    await store.accept(await acceptance({ reference: 'SAME1234' }));
    expect(await store.accept(await acceptance({ reference: 'SAME1234', key: 'k' }))).toBe('reference-taken');
    expect(await store.bindingOf('k')).toBeUndefined();
    expect(await store.list()).toHaveLength(1);
  });

  promise('fifty requests at once under one key are one request', async (store) => {
    const rows = await Promise.all(Array.from({ length: 50 }, () => acceptance({ key: 'many' })));
    const outcomes = await Promise.all(rows.map((row) => store.accept(row)));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'key-taken')).toHaveLength(49);
    expect(await store.list()).toHaveLength(1);
  });

  promise('requests that come together stand or fall alone', async (store) => {
    await store.accept(await acceptance({ reference: 'TAKEN123' }));
    const rows = await Promise.all(
      Array.from({ length: 20 }, (_, number) => acceptance(number % 3 === 0 ? { reference: 'TAKEN123' } : {})),
    );
    const outcomes = await Promise.all(rows.map((row) => store.accept(row)));
    expect(outcomes).toEqual(rows.map((_, number) => (number % 3 === 0 ? 'reference-taken' : 'accepted')));
    expect(await store.stats()).toMatchObject({
      requests: { open: 14 },
      evidence: { active: 14 },
      outbox: { due: 14 },
    });
  });

  const slot = { start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T15:15:00.000Z' };
  const other = { start: '2026-11-24T15:15:00.000Z', end: '2026-11-24T15:30:00.000Z' };
  const shortCall = { kind: 'short-call' } as const;

  promise('a slot has as many seats as there are callers, whoever comes at once', async (store) => {
    const rows = await Promise.all(Array.from({ length: 7 }, () => acceptance({ ...shortCall, slot, seats: 3 })));
    const outcomes = await Promise.all(rows.map((row) => store.accept(row)));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'slot-taken')).toHaveLength(4);
    expect(await store.stats()).toMatchObject({ requests: { open: 3 }, evidence: { active: 3 }, outbox: { due: 3 } });
  });

  promise('taken slots are told by time, and a slot that is given back is free', async (store) => {
    const rows = await acceptance({ ...shortCall, slot, seats: 2 });
    await store.accept(rows);
    await store.accept(await acceptance({ ...shortCall, slot, seats: 2 }));
    await store.accept(await acceptance({ ...shortCall, slot: other, seats: 2 }));
    expect(await store.takenSlots(slot.start, '2026-12-01T00:00:00.000Z')).toEqual([
      { start: slot.start, seats: 2 },
      { start: other.start, seats: 1 },
    ]);
    expect(await store.takenSlots(slot.start, other.start)).toEqual([{ start: slot.start, seats: 2 }]);
    await store.erase(await erasureOf(rows));
    expect(await store.takenSlots(slot.start, other.start)).toEqual([{ start: slot.start, seats: 1 }]);
    expect(await store.accept(await acceptance({ ...shortCall, slot, seats: 2 }))).toBe('accepted');
    expect(await store.accept(await acceptance({ ...shortCall, slot, seats: 2 }))).toBe('slot-taken');
  });

  promise('a request with a slot says so, and needs no window', async (store) => {
    const rows = await acceptance({ ...shortCall, slot });
    await store.accept(rows);
    expect(await store.find(rows.request.id)).toMatchObject({ kind: 'short-call', slot });
    expect(await store.find(rows.request.id)).not.toHaveProperty('contactWindow');
  });

  promise('the same contact with the same wish within a day is a repeat of the first', async (store) => {
    const subjectKey = 'c'.repeat(64);
    const ask = async (minutes: number, changes = {}) => {
      const rows = await acceptance({ subjectKey, at: later(minutes), ...changes });
      expect(await store.accept(rows)).toBe('accepted');
      return rows.request.id;
    };
    const [first, second, third] = [await ask(0), await ask(20 * 60), await ask(40 * 60)];
    const late = await ask(40 * 60 + 24 * 60 + 1);
    const otherKind = await ask(1, { kind: 'meeting' });
    const otherContact = await ask(1, { subjectKey: 'd'.repeat(64) });
    const repeats = new Map((await store.list()).map(({ id, repeatOf }) => [id, repeatOf]));
    expect([second, third].map((id) => repeats.get(id))).toEqual([first, first]);
    for (const id of [first, late, otherKind, otherContact]) expect(repeats.get(id)).toBeUndefined();
  });

  promise('what was erased is not repeated', async (store) => {
    const subjectKey = 'c'.repeat(64);
    const rows = await acceptance({ subjectKey });
    await store.accept(rows);
    await store.erase(await erasureOf(rows));
    const again = await acceptance({ subjectKey });
    await store.accept(again);
    expect(await store.find(again.request.id)).not.toHaveProperty('repeatOf');
  });

  promise('wordings are kept once', async (store) => {
    await store.keepDisclosures(disclosures, at);
    await store.keepDisclosures(disclosures, at);
    expect(await store.isHealthy()).toBe(true);
  });
}

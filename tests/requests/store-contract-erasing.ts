import { expect } from 'vitest';
import { acceptance, at, erasureOf, later, noLimits } from './rows.ts';
import type { Promised } from './store-contract.ts';

/** Letting go of requests. */
export function erasingContract(promise: Promised): void {
  promise('erasing destroys the seal, keeps the evidence and ends it with a new record', async (store) => {
    const rows = await acceptance({ key: 'erased' });
    await store.accept(rows);
    expect(await store.erase(await erasureOf(rows))).toBe(true);
    expect(await store.find(rows.request.reference)).not.toHaveProperty('sealed');
    expect((await store.evidenceOf(rows.request.id)).map(({ status }) => status)).toEqual(['active', 'revoked']);
    expect(await store.cancellable(rows.request.cancelHash)).toMatchObject({
      isErased: true,
      evidence: [{ status: 'revoked' }],
    });
    expect(await store.stats()).toEqual({
      requests: { open: 0, quarantined: 0, done: 0, erased: 1 },
      evidence: { pending: 0, active: 0, expired: 0, revoked: 1 },
      outbox: { due: 1, leased: 0, delivered: 0, dead: 0 },
    });
  });

  promise('erasing twice changes nothing the second time', async (store) => {
    const rows = await acceptance();
    await store.accept(rows);
    await store.erase(await erasureOf(rows));
    expect(await store.erase(await erasureOf(rows))).toBe(false);
    expect(await store.evidenceOf(rows.request.id)).toHaveLength(2);
    expect((await store.stats()).outbox.due).toBe(1);
  });

  const limits = {
    ...noLimits,
    receivedUpTo: '2026-11-01T00:00:00.000Z',
    boundUpTo: '2026-11-16T00:00:00.000Z',
  };

  promise(
    'retention erases what was received up to its limit, quarantined or not, and nothing later',
    async (store) => {
      const [old, quarantined, young] = [
        await acceptance({ at: limits.receivedUpTo }),
        await acceptance({ at: '2026-10-01T00:00:00.000Z', isQuarantined: true }),
        await acceptance({ at: '2026-11-01T00:00:00.001Z' }),
      ];
      for (const rows of [old, quarantined, young]) await store.accept(rows);
      expect(await store.purgeBefore(limits)).toEqual({ erasedRequests: 2, deletedBindings: 0 });
      for (const { request } of [old, quarantined]) {
        expect(await store.find(request.id)).toMatchObject({ state: 'erased' });
        expect(await store.find(request.id)).not.toHaveProperty('sealed');
      }
      expect(await store.find(young.request.id)).toMatchObject({ state: 'open', sealed: young.request.sealed });
      expect(await store.evidenceOf(old.request.id)).toEqual(old.evidence);
      expect(await store.cancellable(old.request.cancelHash)).toMatchObject({ isErased: true });
      expect(await store.stats()).toEqual({
        requests: { open: 1, quarantined: 0, done: 0, erased: 2 },
        evidence: { pending: 0, active: 3, expired: 0, revoked: 0 },
        outbox: { due: 1, leased: 0, delivered: 0, dead: 0 },
      });
    },
  );

  promise('retention keeps the promise that a request was given, not a later and longer one', async (store) => {
    const rows = await acceptance({ eraseBy: later(60) });
    await store.accept(rows);
    expect(await store.purgeBefore({ ...noLimits, eraseUpTo: later(59) })).toMatchObject({ erasedRequests: 0 });
    expect(await store.purgeBefore({ ...noLimits, eraseUpTo: later(60) })).toMatchObject({ erasedRequests: 1 });
  });

  promise('retention gives back the slot of what it erases', async (store) => {
    const slot = { start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T15:15:00.000Z' };
    await store.accept(await acceptance({ kind: 'short-call', slot }));
    await store.purgeBefore({ ...noLimits, receivedUpTo: at });
    expect(await store.takenSlots(slot.start, slot.end)).toEqual([]);
  });

  promise(
    'a closed request is erased once it is delivered, or at once where only the desk hears of it',
    async (store) => {
      const closed = { ...noLimits, closedUpTo: later(5) };
      const rows = await acceptance();
      await store.accept(rows);
      await store.done(rows.request.id, 'reached', later(1));
      expect(await store.purgeBefore(closed)).toMatchObject({ erasedRequests: 0 });
      const claim = { channel: 'webhook', now: later(2), leaseUntil: later(3), leaseId: 'l', limit: 9 } as const;
      await store.claimDue(claim);
      await store.markDelivered(rows.outbox[0]?.id ?? '', 'l', later(2));
      expect(await store.purgeBefore({ ...closed, closedUpTo: at })).toMatchObject({ erasedRequests: 0 });
      expect(await store.purgeBefore(closed)).toMatchObject({ erasedRequests: 1 });
      expect(await store.find(rows.request.id)).toMatchObject({ state: 'erased', outcome: 'reached' });

      const unheard = await acceptance();
      await store.accept(unheard);
      await store.done(unheard.request.id, 'reached', later(1));
      expect(await store.purgeBefore({ ...closed, isDeskOnly: true })).toMatchObject({ erasedRequests: 1 });
    },
  );

  promise('retention leaves alone what the person has erased, and a second run has nothing to do', async (store) => {
    const [own, old] = [await acceptance({ at: limits.receivedUpTo }), await acceptance({ at: limits.receivedUpTo })];
    await store.accept(own);
    await store.accept(old);
    await store.erase(await erasureOf(own));
    expect(await store.purgeBefore(limits)).toEqual({ erasedRequests: 1, deletedBindings: 0 });
    expect((await store.stats()).outbox.due).toBe(1);
    expect(await store.purgeBefore(limits)).toEqual({ erasedRequests: 0, deletedBindings: 0 });
  });

  promise('retention forgets old keys of clients, so that they bind anew', async (store) => {
    await store.accept(await acceptance({ key: 'old', at: limits.boundUpTo }));
    await store.accept(await acceptance({ key: 'young', at: '2026-11-16T00:00:00.001Z' }));
    expect(await store.purgeBefore(limits)).toEqual({ erasedRequests: 0, deletedBindings: 1 });
    expect(await store.bindingOf('old')).toBeUndefined();
    expect(await store.bindingOf('young')).toBeDefined();
    expect(await store.accept(await acceptance({ key: 'old' }))).toBe('accepted');
  });

  promise(
    'retention forgets messages that are long over, and keeps a dead letter until it is signed off',
    async (store) => {
      const [told, dead] = [await acceptance(), await acceptance()];
      for (const rows of [told, dead]) await store.accept(rows);
      await store.claimDue({ channel: 'webhook', now: at, leaseUntil: later(1), leaseId: 'l', limit: 9 });
      await store.markDelivered(told.outbox[0]?.id ?? '', 'l', at);
      await store.markDead(dead.outbox[0]?.id ?? '', 'l', at, '500');
      await store.rememberInbound({ messageId: 'SM1', at, subjectKey: 's', replyClass: 'yes' });
      const all = { ...noLimits, receivedUpTo: at, forgottenUpTo: at };
      await store.purgeBefore({ ...all, forgottenUpTo: later(-1) });
      expect((await store.stats()).outbox).toMatchObject({ delivered: 1, dead: 1 });
      expect(await store.isKnownInbound('SM1')).toBe(true);
      await store.purgeBefore(all);
      expect((await store.stats()).outbox).toMatchObject({ delivered: 0, dead: 1 });
      expect(await store.isKnownInbound('SM1')).toBe(false);
      expect(await store.signOff(dead.outbox[0]?.id ?? '', 'Ana', at)).toBe(true);
      await store.purgeBefore(all);
      expect((await store.stats()).outbox.dead).toBe(0);
    },
  );

  promise('a cancel link leads to its own request only', async (store) => {
    const rows = await acceptance();
    await store.accept(rows);
    expect(await store.cancellable(rows.request.cancelHash)).toEqual({
      requestId: rows.request.id,
      isErased: false,
      evidence: rows.evidence,
    });
    expect(await store.cancellable('0'.repeat(64))).toBeUndefined();
  });
}

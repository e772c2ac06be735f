import { expect } from 'vitest';
import type { RequestStore } from '#requests/ports.ts';
import { acceptance, at, type Changes, erasureOf, later, noLimits } from './rows.ts';
import type { Promised } from './store-contract.ts';

const claim = { channel: 'webhook', now: at, leaseUntil: later(1), leaseId: 'one', limit: 10 } as const;
/** Accepts a request; answers its id and the id of its first notice. */
async function accepted(store: RequestStore, changes: Changes = {}) {
  const rows = await acceptance(changes);
  await store.accept(rows);
  return { rows, id: rows.request.id, notice: rows.outbox[0]?.id ?? '' };
}

/** What is to be said outside. */
export function outboxContract(promise: Promised): void {
  promise('what is due is given to one worker, with the request it is about', async (store) => {
    const { rows, id, notice } = await accepted(store);
    const [delivery, ...more] = await store.claimDue(claim);
    expect(more).toEqual([]);
    expect(delivery).toEqual({
      id: notice,
      requestId: id,
      channel: 'webhook',
      type: 'request.created',
      createdAt: at,
      dueAt: at,
      leaseId: 'one',
      attempts: 1,
      subjectKey: rows.request.subjectKey,
      request: await store.find(id),
    });
    expect(await store.claimDue({ ...claim, leaseId: 'two' })).toEqual([]);
    expect((await store.stats()).outbox).toEqual({ due: 0, leased: 1, delivered: 0, dead: 0 });
  });

  promise('what is not due yet, or goes another way, is not given', async (store) => {
    await accepted(store, { outbox: [{ dueAt: later(1) }, { channel: 'mail' }] });
    expect(await store.claimDue(claim)).toEqual([]);
    expect(await store.claimDue({ ...claim, channel: 'mail' })).toHaveLength(1);
    expect(await store.claimDue({ ...claim, now: later(1), leaseId: 'two' })).toHaveLength(1);
  });

  promise('two workers at once never hold the same row, and the limit holds', async (store) => {
    for (let number = 0; number < 12; number += 1) await accepted(store);
    const claims = await Promise.all(['a', 'b', 'c'].map((leaseId) => store.claimDue({ ...claim, leaseId, limit: 5 })));
    const ids = claims.flat().map(({ id }) => id);
    expect(claims.map(({ length }) => length).sort()).toEqual([2, 5, 5]);
    expect(new Set(ids).size).toBe(12);
  });

  promise('a worker that never came back loses its rows, and its late word counts for nothing', async (store) => {
    const { notice } = await accepted(store);
    await store.claimDue(claim);
    const [again] = await store.claimDue({ ...claim, now: later(1), leaseUntil: later(2), leaseId: 'two' });
    expect(again).toMatchObject({ id: notice, attempts: 2 });
    expect(await store.markDelivered(notice, 'one', later(1))).toBe(false);
    expect(await store.markRetry(notice, 'one', later(9), '500')).toBe(false);
    expect(await store.markDead(notice, 'one', later(1), '500')).toBe(false);
    expect(await store.markDelivered(notice, 'two', later(1))).toBe(true);
    expect((await store.stats()).outbox).toEqual({ due: 0, leased: 0, delivered: 1, dead: 0 });
  });

  promise('a failed attempt comes again at its time, and is told from a first one', async (store) => {
    const { notice } = await accepted(store);
    await store.claimDue(claim);
    expect(await store.markRetry(notice, 'one', later(5), '503')).toBe(true);
    expect(await store.claimDue({ ...claim, now: later(4) })).toEqual([]);
    expect(await store.outboxList()).toMatchObject([{ id: notice, state: 'due', attempts: 1, lastStatus: '503' }]);
    expect(await store.claimDue({ ...claim, now: later(5) })).toMatchObject([{ id: notice, attempts: 2 }]);
  });

  promise('a contact hears in order, and a row that fails holds up nobody else', async (store) => {
    const subjectKey = 'c'.repeat(64);
    const [first, second] = [await accepted(store, { subjectKey }), await accepted(store, { subjectKey })];
    const other = await accepted(store);
    const ids = async (now: string, leaseId: string) =>
      (await store.claimDue({ ...claim, now, leaseUntil: later(99), leaseId })).map(({ id }) => id);
    expect(await ids(at, 'one')).toEqual([first.notice, other.notice]);
    await store.markRetry(first.notice, 'one', later(5), 'timeout');
    expect(await ids(later(1), 'two')).toEqual([]);
    expect(await ids(later(5), 'three')).toEqual([first.notice]);
    await store.markDead(first.notice, 'three', later(5), '500');
    expect(await ids(later(6), 'four')).toEqual([second.notice]);
  });

  promise(
    'news of a request that was erased before it could be told is dropped, the erasure is told',
    async (store) => {
      const { rows } = await accepted(store);
      await store.erase(await erasureOf(rows));
      expect(await store.claimDue(claim)).toMatchObject([{ type: 'request.erased', request: { state: 'erased' } }]);
    },
  );

  promise('an erasure during a delivery is told after it', async (store) => {
    const { rows, notice } = await accepted(store);
    await store.claimDue(claim);
    await store.erase(await erasureOf(rows));
    expect(await store.claimDue({ ...claim, leaseId: 'two' })).toEqual([]);
    expect(await store.markDelivered(notice, 'one', at)).toBe(true);
    expect(await store.claimDue({ ...claim, leaseId: 'two' })).toMatchObject([{ type: 'request.erased' }]);
  });

  promise('a delivery that failed during an erasure is not tried again', async (store) => {
    const { rows, notice } = await accepted(store);
    await store.claimDue(claim);
    await store.erase(await erasureOf(rows));
    await store.markRetry(notice, 'one', later(1), '500');
    expect(await store.claimDue({ ...claim, now: later(1), leaseId: 'two' })).toMatchObject([
      { type: 'request.erased' },
    ]);
    expect((await store.stats()).outbox).toEqual({ due: 0, leased: 1, delivered: 0, dead: 0 });
  });

  promise('a dead letter is signed off once, by name, and nothing else is', async (store) => {
    const { notice } = await accepted(store);
    expect(await store.signOff(notice, 'Ana', at)).toBe(false);
    await store.claimDue(claim);
    await store.markDead(notice, 'one', at, '410');
    expect(await store.claimDue({ ...claim, now: later(99), leaseId: 'two' })).toEqual([]);
    expect(await store.signOff(notice, 'Ana', later(1))).toBe(true);
    expect(await store.signOff(notice, 'Leo', later(2))).toBe(false);
    expect(await store.outboxList()).toMatchObject([
      { state: 'dead', lastStatus: '410', signedOffBy: 'Ana', signedOffAt: later(1) },
    ]);
  });

  promise('replaying makes rows due anew, by id or by time, but announces nothing that is erased', async (store) => {
    const [dead, told, erased] = [
      await accepted(store),
      await accepted(store, { at: later(1) }),
      await accepted(store, { at: later(2) }),
    ];
    await store.claimDue({ ...claim, now: later(2), leaseUntil: later(3) });
    await store.markDead(dead.notice, 'one', later(2), '500');
    await store.signOff(dead.notice, 'Ana', later(2));
    await store.markDelivered(told.notice, 'one', later(2));
    await store.markDelivered(erased.notice, 'one', later(2));
    await store.purgeBefore({ ...noLimits, eraseUpTo: erased.rows.request.eraseBy, receivedUpTo: at });
    await store.erase(await erasureOf(erased.rows));
    expect(await store.replay({ ids: [erased.notice, 'nothing'] }, later(3))).toBe(0);
    expect(await store.replay({ from: later(1), to: later(2) }, later(3))).toBe(0);
  });

  promise('a replayed row has all its attempts before it again', async (store) => {
    const [first, second] = [await accepted(store), await accepted(store, { at: later(1) })];
    await store.claimDue({ ...claim, now: later(1), leaseUntil: later(2) });
    await store.markDead(first.notice, 'one', later(1), '500');
    await store.markDelivered(second.notice, 'one', later(1));
    expect(await store.replay({ ids: [first.notice] }, later(3))).toBe(1);
    expect(await store.replay({ from: later(1), to: later(1) }, later(3))).toBe(1);
    const again = await store.claimDue({ ...claim, now: later(3), leaseUntil: later(4), leaseId: 'two' });
    expect(again.map(({ id, attempts }) => [id, attempts])).toEqual([
      [first.notice, 1],
      [second.notice, 1],
    ]);
    expect(await store.replay({ ids: [first.notice] }, later(3))).toBe(0);
  });

  promise(
    'what waits too long is an alarm once, a dead letter again and again until it is signed off',
    async (store) => {
      const { notice } = await accepted(store);
      const alarms = (minutes: number) =>
        store.claimAlarms({
          channel: 'webhook',
          at: later(minutes),
          undeliveredSince: later(minutes - 60),
          repeatSince: later(minutes - 1440),
        });
      expect(await alarms(59)).toEqual([]);
      expect(await alarms(60)).toMatchObject([{ id: notice, state: 'due', type: 'request.created' }]);
      expect(await alarms(61)).toEqual([]);
      await store.claimDue({ ...claim, now: later(61), leaseUntil: later(62) });
      await store.markDead(notice, 'one', later(62), '500');
      expect(await alarms(60 + 1440)).toMatchObject([{ id: notice, state: 'dead' }]);
      expect(await alarms(61 + 1440)).toEqual([]);
      expect(await alarms(60 + 2880)).toHaveLength(1);
      await store.signOff(notice, 'Ana', later(3000));
      expect(await alarms(9000)).toEqual([]);
    },
  );

  promise('an alarm on one way out leaves the others untold', async (store) => {
    await accepted(store, { outbox: [{}, { channel: 'mail' }] });
    const limits = { at: later(60), undeliveredSince: at, repeatSince: at };
    expect(await store.claimAlarms({ channel: 'mail', ...limits })).toMatchObject([{ channel: 'mail' }]);
    expect(await store.claimAlarms({ channel: 'webhook', ...limits })).toMatchObject([{ channel: 'webhook' }]);
  });

  promise('a text that waits for its hour is no alarm; one that fails, died or missed its hour is', async (store) => {
    const text = async (subjectKey: string) => {
      const [row] = (await accepted(store, { subjectKey, outbox: [{ channel: 'text', type: 'text.confirm' }] })).rows
        .outbox;
      return row?.id ?? '';
    };
    // The last two get no texts at all.
    const [asleep, failing, dead, missed] = await Promise.all([...'abcdef'].map((key) => text(key)));
    await store.pauseTexts('e', at);
    await store.stop({ subjectKey: 'f', at, via: 'operator', evidence: [], outbox: [] });
    await store.claimDue({ ...claim, channel: 'text', leaseUntil: later(1) });
    await store.markRetry(asleep ?? '', 'one', later(600), 'outside-hours');
    await store.markRetry(failing ?? '', 'one', later(90), 'unreachable');
    await store.markDead(dead ?? '', 'one', later(5), 'sms-21614');
    await store.markRetry(missed ?? '', 'one', later(30), 'outside-hours');
    const alarms = async (minutes: number) => {
      const limits = { undeliveredSince: later(minutes - 60), repeatSince: later(minutes - 1440) };
      return (await store.claimAlarms({ channel: 'text', at: later(minutes), ...limits })).map(({ id }) => id).sort();
    };
    expect(await alarms(59)).toEqual([dead]);
    expect(await alarms(60)).toEqual([failing]);
    expect(await alarms(90)).toEqual([missed]);
    expect(await alarms(659)).toEqual([]);
    expect(await alarms(660)).toEqual([asleep]);
  });

  promise('an endpoint that is gone stays stopped until somebody resumes it', async (store) => {
    expect(await store.endpointStoppedAt('hook')).toBeUndefined();
    await store.stopEndpoint('hook', at);
    await store.stopEndpoint('hook', later(1));
    expect(await store.endpointStoppedAt('hook')).toBe(at);
    await store.resumeEndpoint('hook');
    expect(await store.endpointStoppedAt('hook')).toBeUndefined();
  });
}

import { expect } from 'vitest';
import { chainHash, chainStart, linksAfter } from '#requests/evidence-chain.ts';
import type { RequestStore } from '#requests/ports.ts';
import { acceptance, erasureOf } from './rows.ts';
import type { Promised } from './store-contract.ts';

async function sweep(store: RequestStore, limit = 100): Promise<boolean> {
  const { tip, pending } = await store.chainPending(limit);
  return store.appendToChain(await linksAfter(tip, pending));
}

/** The chain over all evidence. */
export function evidenceContract(promise: Promised): void {
  promise('each record gets one link, in order, bound to the link before', async (store) => {
    const [first, second] = [await acceptance(), await acceptance()];
    await store.accept(first);
    await store.accept(second);
    expect((await store.chainPending(1)).pending).toHaveLength(1);
    await sweep(store, 1);
    await sweep(store);
    expect((await store.chainPending(9)).pending).toEqual([]);
    await store.erase(await erasureOf(first));
    await sweep(store);
    const chain = await store.chain(0, 100);
    expect(chain.map(({ seq, record }) => [seq, record?.requestId, record?.status])).toEqual([
      [1, first.request.id, 'active'],
      [2, second.request.id, 'active'],
      [3, first.request.id, 'revoked'],
    ]);
    expect(chain[0]?.prevHash).toBe(chainStart.chainHash);
    for (const [place, link] of chain.entries()) {
      if (place > 0) expect(link.prevHash).toBe(chain[place - 1]?.chainHash);
      expect(await chainHash(link.prevHash, link.seq, link.record?.hash ?? '')).toBe(link.chainHash);
    }
    expect((await store.chain(2, 100)).map(({ seq }) => seq)).toEqual([3]);
  });

  promise('of two sweepers one is told that it was too late, and the chain stays whole', async (store) => {
    await store.accept(await acceptance());
    await store.accept(await acceptance());
    const { tip, pending } = await store.chainPending(9);
    const links = await linksAfter(tip, pending);
    expect((await Promise.all([store.appendToChain(links), store.appendToChain(links)])).sort()).toEqual([false, true]);
    expect(await store.chain(0, 9)).toHaveLength(2);
  });

  promise(
    'cutting takes the oldest consents with their records, leaves a checkpoint, and the chain goes on',
    async (store) => {
      const [old, older, young] = [
        await acceptance({ at: '2020-01-01T00:00:00.000Z' }),
        await acceptance({ at: '2019-01-01T00:00:00.000Z' }),
        await acceptance(),
      ];
      for (const rows of [older, old, young]) await store.accept(rows);
      await sweep(store);
      const [, second] = await store.chain(0, 9);
      expect(await store.checkpoint()).toEqual(chainStart);
      expect(await store.cutChain('2021-01-01T00:00:00.000Z')).toBe(2);
      expect(await store.cutChain('2021-01-01T00:00:00.000Z')).toBe(0);
      expect(await store.checkpoint()).toEqual({ seq: 2, chainHash: second?.chainHash });
      expect(await store.evidenceOf(old.request.id)).toEqual([]);
      expect(await store.evidenceOf(young.request.id)).toEqual(young.evidence);
      const last = await acceptance();
      await store.accept(last);
      await sweep(store);
      expect((await store.chain(0, 9)).map(({ seq, record }) => [seq, record?.requestId])).toEqual([
        [3, young.request.id],
        [4, last.request.id],
      ]);
    },
  );

  promise('a chain that is cut to its end goes on from the checkpoint', async (store) => {
    await store.accept(await acceptance({ at: '2019-01-01T00:00:00.000Z' }));
    await sweep(store);
    expect(await store.cutChain('2021-01-01T00:00:00.000Z')).toBe(1);
    const { chainHash: end } = await store.checkpoint();
    const next = await acceptance();
    await store.accept(next);
    await sweep(store);
    expect(await store.chain(0, 9)).toMatchObject([{ seq: 2, prevHash: end, record: { requestId: next.request.id } }]);
  });

  promise('a consent whose last record is young keeps its first one, and all links behind it', async (store) => {
    const [old, other] = [
      await acceptance({ at: '2019-01-01T00:00:00.000Z' }),
      await acceptance({ at: '2019-06-01T00:00:00.000Z' }),
    ];
    await store.accept(old);
    await store.accept(other);
    await store.erase(await erasureOf(old));
    await sweep(store);
    expect(await store.cutChain('2021-01-01T00:00:00.000Z')).toBe(0);
    expect(await store.chain(0, 9)).toHaveLength(3);
  });
}

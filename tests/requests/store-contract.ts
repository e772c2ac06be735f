import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Evidence, evidenceHash, revoked } from '#requests/consent.ts';
import type { Acceptance, RequestStore } from '#requests/ports.ts';
import { disclosures } from './fixtures.ts';

const at = '2026-11-23T15:00:00.000Z';
let made = 0;

async function evidenceFor(requestId: string): Promise<Evidence> {
  const record: Omit<Evidence, 'hash'> = {
    evidenceId: randomUUID(),
    requestId,
    kind: 'callback',
    purpose: 'call-back',
    channel: 'phone',
    subjectKey: 'a'.repeat(64),
    disclosureVersion: '2026-11-22',
    disclosureSha256: 'b'.repeat(64),
    locale: 'en',
    action: { control: 'ask-for-a-call', value: 'pressed' },
    buttonText: 'Ask for a call',
    pagePath: '/contact/call-back/',
    buildId: 'test',
    at,
    localTime: '2026-11-23T09:00:00',
    timeZone: 'America/Chicago',
    status: 'active',
  };
  return { ...record, hash: await evidenceHash(record) };
}

/** All rows of a request; `key` binds it to a client's own key. */
export async function acceptance(
  changes: { key?: string; reference?: string; isQuarantined?: boolean; at?: string } = {},
): Promise<Acceptance> {
  const id = randomUUID();
  const receivedAt = changes.at ?? at;
  made += 1;
  return {
    request: {
      id,
      reference: changes.reference ?? `REF${String(made).padStart(5, '0')}`,
      kind: 'callback',
      locale: 'en',
      contactWindow: 'weekday-morning',
      receivedAt,
      schemaVersion: 1,
      isQuarantined: changes.isQuarantined ?? false,
      cancelHash: id.replaceAll('-', '').padEnd(64, '0'),
      sealed: { keyId: 'k1', body: 'Ym9keQ==', wrappedKey: 'a2V5' },
    },
    evidence: [await evidenceFor(id)],
    outbox: { id: randomUUID(), requestId: id, type: 'request.created', dueAt: receivedAt },
    ...(changes.key && {
      binding: { key: changes.key, requestId: id, fingerprint: 'f1', answer: '{"reference":"x"}', at: receivedAt },
    }),
  };
}

const erasureOf = async ({ request, evidence }: Acceptance) => ({
  requestId: request.id,
  at,
  evidence: await Promise.all(evidence.map((record) => revoked(record, new Date(at), 'cancel-link'))),
  outbox: { id: randomUUID(), requestId: request.id, type: 'request.erased' as const, dueAt: at },
});

/** What every store must do. Run it on each adapter; `open` gives an empty store. */
export function storeContract(name: string, open: () => RequestStore): void {
  const promise = (sentence: string, check: (store: RequestStore) => Promise<void>) =>
    test(`${name}: ${sentence}`, () => check(open()));

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
      const { id, reference } = rows.request;
      const listed = {
        id,
        reference,
        kind: 'callback',
        receivedAt: at,
        contactWindow: 'weekday-morning',
        isQuarantined: false,
        state: 'open',
      };
      expect(await store.list()).toEqual([listed]);
      const stored = { ...listed, locale: 'en', schemaVersion: 1, sealed: rows.request.sealed };
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

  promise('a key binds once: the second request under it leaves no row', async (store) => {
    const first = await acceptance({ key: 'one' });
    expect(await store.accept(first)).toBe('accepted');
    expect(await store.accept(await acceptance({ key: 'one' }))).toBe('key-taken');
    expect(await store.bindingOf('one')).toEqual(first.binding);
    expect(await store.bindingOf('two')).toBeUndefined();
    expect(await store.stats()).toMatchObject({ requests: { open: 1 }, evidence: { active: 1 }, outbox: { due: 1 } });
  });

  promise('a reference is given once', async (store) => {
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

  const limits = { at, receivedUpTo: '2026-11-01T00:00:00.000Z', boundUpTo: '2026-11-16T00:00:00.000Z' };

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

  promise('wordings are kept once', async (store) => {
    await store.keepDisclosures(disclosures, at);
    await store.keepDisclosures(disclosures, at);
    expect(await store.isHealthy()).toBe(true);
  });
}

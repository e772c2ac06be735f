import { expect } from 'vitest';
import { changed } from '#requests/consent.ts';
import type { RequestStore } from '#requests/ports.ts';
import { acceptance, at, erasureOf, evidenceFor, later, notice } from './rows.ts';
import type { Promised } from './store-contract.ts';

const subjectKey = 'c'.repeat(64);
const claim = { channel: 'text', now: at, leaseUntil: later(1), leaseId: 'one', limit: 10 } as const;

/** A request for texts with its confirmation queued. */
async function asked(store: RequestStore, number = subjectKey) {
  const rows = await acceptance({
    kind: 'text-info',
    subjectKey: number,
    wantsTexts: true,
    outbox: [{}, { channel: 'text', type: 'text.confirm' }],
  });
  rows.evidence = [await evidenceFor({ requestId: rows.request.id, status: 'pending' })];
  await store.accept(rows);
  const requestId = rows.request.id;
  const [record] = rows.evidence;
  const next = async (status: 'pending' | 'active' | 'revoked' | 'expired') =>
    record ? [await changed(record, new Date(later(1)), { status })] : [];
  return { rows, requestId, confirmation: rows.outbox[1]?.id ?? '', next };
}

async function confirmed(store: RequestStore) {
  const ask = await asked(store);
  await store.claimDue(claim);
  const sent = { id: ask.confirmation, leaseId: 'one', requestId: ask.requestId, at };
  expect(await store.markConfirmSent(sent, await ask.next('pending'))).toBe(true);
  return ask;
}

/** Double opt-in, STOP and what else phones say. */
export function textsContract(promise: Promised): void {
  promise('a request for texts waits for its confirmation', async (store) => {
    const { requestId } = await asked(store);
    const text = { requestId, subjectKey, state: 'requested', requestedAt: at };
    expect(await store.textOf(requestId)).toEqual(text);
    expect(await store.textsOf(subjectKey)).toEqual([text]);
    expect(await store.pendingTexts(at)).toEqual([text]);
    expect(await store.pendingTexts(later(-1))).toEqual([]);
    expect(await store.textOf('nobody')).toBeUndefined();
    expect((await store.stats()).evidence).toMatchObject({ pending: 1, active: 0 });
  });

  promise('a confirmation that went out is remembered with its record, and counted', async (store) => {
    const { requestId } = await confirmed(store);
    expect(await store.textOf(requestId)).toMatchObject({ state: 'confirm-sent', confirmSentAt: at });
    expect(await store.evidenceOf(requestId)).toHaveLength(2);
    expect((await store.stats()).outbox).toMatchObject({ due: 1, delivered: 1 });
    expect(await store.confirmationsSince(at, subjectKey)).toBe(1);
    expect(await store.confirmationsSince(at)).toBe(1);
    expect(await store.confirmationsSince(later(1))).toBe(0);
    expect(await store.confirmationsSince(at, 'd'.repeat(64))).toBe(0);
  });

  promise('a confirmation whose lease is lost changes nothing', async (store) => {
    const { requestId, confirmation, next } = await asked(store);
    await store.claimDue(claim);
    const sent = { id: confirmation, leaseId: 'another', requestId, at };
    expect(await store.markConfirmSent(sent, await next('pending'))).toBe(false);
    expect(await store.textOf(requestId)).toMatchObject({ state: 'requested' });
    expect(await store.evidenceOf(requestId)).toHaveLength(1);
  });

  promise(
    'a yes after the confirmation starts what was asked for, once, and keeps the request longer',
    async (store) => {
      const { requestId, next } = await confirmed(store);
      const yes = {
        requestId,
        at: later(1),
        eraseBy: later(9999),
        evidence: await next('active'),
        outbox: [notice(requestId, { channel: 'text', type: 'text.info' })],
      };
      expect(await store.confirmByReply(yes)).toBe(true);
      expect(await store.confirmByReply({ ...yes, outbox: [] })).toBe(false);
      expect(await store.textOf(requestId)).toMatchObject({ state: 'active', activeAt: later(1) });
      expect(await store.find(requestId)).toMatchObject({ eraseBy: later(9999) });
      expect((await store.stats()).evidence).toMatchObject({ active: 1, pending: 0 });
      expect(await store.claimDue({ ...claim, leaseId: 'two' })).toMatchObject([{ type: 'text.info', subjectKey }]);
      expect(await store.finishText(requestId, later(2))).toBe(true);
      expect(await store.finishText(requestId, later(2))).toBe(false);
      expect(await store.textOf(requestId)).toMatchObject({ state: 'done', endedAt: later(2) });
    },
  );

  promise('a yes before any confirmation starts nothing', async (store) => {
    const { requestId, next } = await asked(store);
    const evidence = await next('active');
    const yes = { requestId, at, eraseBy: later(1), evidence, outbox: [notice(requestId, { channel: 'text' })] };
    expect(await store.confirmByReply(yes)).toBe(false);
    expect(await store.evidenceOf(requestId)).toHaveLength(1);
    expect((await store.stats()).outbox.due).toBe(2);
  });

  promise('without a yes it expires once, and nothing stays queued', async (store) => {
    const { requestId, next } = await asked(store);
    expect(await store.expireText(requestId, later(1), await next('expired'))).toBe(true);
    expect(await store.expireText(requestId, later(1), await next('expired'))).toBe(false);
    expect(await store.textOf(requestId)).toMatchObject({ state: 'expired', endedAt: later(1) });
    expect(await store.claimDue(claim)).toEqual([]);
    expect(await store.pendingTexts(later(9))).toEqual([]);
    expect((await store.stats()).evidence).toMatchObject({ expired: 1, pending: 0 });
  });

  promise('stop suppresses the number, drops its texts and ends its consents in one step', async (store) => {
    const { requestId, next } = await asked(store);
    const other = await asked(store, 'd'.repeat(64));
    const stop = {
      subjectKey,
      at: later(1),
      via: 'text',
      evidence: await next('revoked'),
      outbox: [notice(requestId, { type: 'request.cancelled' })],
    } as const;
    expect(await store.stop(stop)).toBe('stopped');
    expect(await store.suppressedSince(subjectKey)).toBe(later(1));
    expect(await store.textOf(requestId)).toMatchObject({ state: 'revoked' });
    expect((await store.stats()).evidence).toMatchObject({ revoked: 1, pending: 1 });
    expect((await store.claimDue({ ...claim, now: later(9) })).map(({ requestId: id }) => id)).toEqual([
      other.requestId,
    ]);
    const told = await store.claimDue({ ...claim, channel: 'webhook', leaseId: 'hook' });
    expect(told.filter(({ type }) => type === 'request.cancelled')).toEqual([]);
    expect(await store.stop({ ...stop, at: later(2), evidence: [], outbox: [] })).toBe('stopped');
    expect(await store.suppressedSince(subjectKey)).toBe(later(1));
  });

  promise('stop waits for a text that is under way, and then no text leaves', async (store) => {
    const { requestId, next } = await asked(store);
    await store.claimDue(claim);
    const stop = { subjectKey, at, via: 'text', evidence: await next('revoked'), outbox: [] } as const;
    expect(await store.stop(stop)).toBe('sending');
    expect(await store.suppressedSince(subjectKey)).toBeUndefined();
    expect(await store.evidenceOf(requestId)).toHaveLength(1);
    expect(await store.textOf(requestId)).toMatchObject({ state: 'requested' });
    expect(await store.stop({ ...stop, at: later(1) })).toBe('stopped');
    expect(await store.claimDue({ ...claim, now: later(9), leaseId: 'two' })).toEqual([]);
    expect((await store.stats()).outbox).toEqual({ due: 1, leased: 0, delivered: 0, dead: 0 });
  });

  promise('a number that is suppressed or paused gets no text, not even one that is queued later', async (store) => {
    await store.stop({ subjectKey, at, via: 'operator', evidence: [], outbox: [] });
    await asked(store);
    const paused = await asked(store, 'd'.repeat(64));
    await store.pauseTexts('d'.repeat(64), at);
    expect(await store.claimDue(claim)).toEqual([]);
    expect(await store.find(paused.requestId)).toMatchObject({ needsPerson: true });
    await store.resumeTexts('d'.repeat(64));
    expect(await store.claimDue(claim)).toMatchObject([{ requestId: paused.requestId }]);
    expect(await store.find(paused.requestId)).toMatchObject({ needsPerson: false });
  });

  promise('whoever wrote what only a person can answer is listed, with or without a request', async (store) => {
    const wrote = async (number: string, messageId: string, replyClass = 'other') => {
      await store.pauseTexts(number, later(messageId.length));
      await store.rememberInbound({ messageId, at: later(9), subjectKey: number, replyClass });
    };
    expect(await store.wroteIn()).toEqual([]);
    await asked(store);
    const { rows } = await asked(store, 'd'.repeat(64));
    await store.erase(await erasureOf(rows));
    await wrote(subjectKey, 'SM1', 'mentions-stop');
    await wrote('d'.repeat(64), 'SM22');
    await wrote('never asked', 'SM333');
    await store.stop({ subjectKey: 'never asked', at, via: 'operator', evidence: [], outbox: [] });
    await wrote('said stop while a text was under way', 'SM4444', 'stop');
    const stopped = { subjectKey: 'said stop while a text was under way', via: 'text' } as const;
    await store.stop({ ...stopped, at, evidence: [], outbox: [] });
    expect(await store.wroteIn()).toEqual([
      { since: later(3), messageIds: ['SM1'], hasOpenRequest: true },
      { since: later(4), messageIds: ['SM22'], hasOpenRequest: false },
      { since: later(5), messageIds: ['SM333'], hasOpenRequest: false },
    ]);
    await store.resumeTexts('never asked');
    expect(await store.wroteIn()).toHaveLength(2);
  });

  promise('erasing a request ends its texts', async (store) => {
    const { rows, requestId } = await asked(store);
    await store.erase(await erasureOf(rows));
    expect(await store.textOf(requestId)).toMatchObject({ state: 'revoked', endedAt: at });
    expect(await store.claimDue(claim)).toEqual([]);
  });

  promise('a message that came in is known from then on', async (store) => {
    const inbound = { messageId: 'SM1', at, subjectKey, replyClass: 'yes' };
    expect(await store.isKnownInbound('SM1')).toBe(false);
    expect(await store.rememberInbound(inbound)).toBe(true);
    expect(await store.rememberInbound(inbound)).toBe(false);
    expect(await store.isKnownInbound('SM1')).toBe(true);
  });
}

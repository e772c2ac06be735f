import { afterEach, expect, test, vi } from 'vitest';
import { logLine } from '#requests/redact.ts';
import { retentionLimits, runEvery } from '#requests/retention.ts';
import { keepRetention } from '#requests/run/retention.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { acceptance } from './rows.ts';

afterEach(() => vi.useRealTimers());

const now = new Date('2026-11-30T12:00:00Z');
const promise = { retentionDays: 30, isDeskOnly: true };
const daysBefore = (days: number) => now.getTime() - days * 24 * 3_600_000;

test.each([1, 7, 30])('with %i days, a request is erased in time even when one run fails', (days) => {
  const latestKept = new Date(retentionLimits(now, { retentionDays: days, isDeskOnly: true }).receivedUpTo).getTime();
  expect(latestKept - daysBefore(days)).toBe(2 * runEvery);
});

test('a key of a client is known for seven days, whatever the operator promises', () => {
  for (const days of [1, 30])
    expect(retentionLimits(now, { retentionDays: days, isDeskOnly: true }).boundUpTo).toBe('2026-11-23T12:00:00.000Z');
});

test('what is erased counts as erased now', () => {
  expect(retentionLimits(now, promise).at).toBe('2026-11-30T12:00:00.000Z');
});

/** Retention of a store by the clock of Vitest, and what it has logged. */
function watched(changes: Partial<Parameters<typeof keepRetention>[0]> = {}) {
  vi.useFakeTimers({ now });
  const store = memoryStore();
  const log: string[] = [];
  const retention = { store, clock: { now: () => new Date() }, promise, ...changes };
  const keep = () => keepRetention(retention, (event) => log.push(logLine(event, now)));
  return { store, log, keep };
}
const logged = (event: object) => JSON.stringify({ ts: now.toISOString(), ...event });

test('retention runs at once and every hour, and says how much it erased and nothing else', async () => {
  const { store, log, keep } = watched();
  await store.accept(await acceptance({ at: '2026-10-01T00:00:00.000Z', key: 'old' }));
  await store.accept(await acceptance({ at: new Date(daysBefore(30) + 2.5 * runEvery).toISOString() }));
  const end = await keep();
  expect(log).toEqual([logged({ event: 'retention', erasedRequests: 1, deletedBindings: 1 })]);
  await vi.advanceTimersByTimeAsync(runEvery);
  expect(log.slice(1)).toEqual([logged({ event: 'retention', erasedRequests: 1, deletedBindings: 0 })]);
  end();
  await vi.advanceTimersByTimeAsync(3 * runEvery);
  expect(log).toHaveLength(2);
});

test('a run that fails is an event without its words, and the next hour tries again', async () => {
  let runs = 0;
  const purgeBefore = async () => {
    runs += 1;
    if (runs === 1) throw new Error('217 555 0142');
    return { erasedRequests: 0, deletedBindings: 0 };
  };
  const { log, keep } = watched({ store: { purgeBefore, cutChain: async () => 0 } });
  await keep();
  await vi.advanceTimersByTimeAsync(runEvery);
  expect(log.map((line) => JSON.parse(line).event)).toEqual(['retention-failed', 'retention']);
  expect(log[0]).not.toContain('555');
});

test('a clock that jumps forward is told, and erases nothing for an hour', async () => {
  const { store, log, keep } = watched();
  const end = await keep();
  await store.accept(await acceptance({ at: now.toISOString() }));
  vi.setSystemTime(now.getTime() + 40 * 24 * runEvery);
  await vi.advanceTimersByTimeAsync(runEvery);
  expect(log.slice(1)).toEqual([logged({ event: 'clock-jumped', jump: 'forward' })]);
  expect((await store.stats()).requests.open).toBe(1);
  await vi.advanceTimersByTimeAsync(runEvery);
  expect(log.slice(2)).toEqual([logged({ event: 'retention', erasedRequests: 1, deletedBindings: 0 })]);
  end();
});

test('a clock that jumps back is told, and what is due is erased all the same', async () => {
  const { log, keep } = watched();
  const end = await keep();
  vi.setSystemTime(now.getTime() - runEvery);
  await vi.advanceTimersByTimeAsync(runEvery);
  expect(log.slice(1).map((line) => JSON.parse(line))).toMatchObject([
    { event: 'clock-jumped', jump: 'back' },
    { event: 'retention' },
  ]);
  end();
});

test('a clock that fails is an event too', async () => {
  const noTime = () => {
    throw new Error('The test clock holds no time any more');
  };
  const { log, keep } = watched({ clock: { now: noTime } });
  await keep();
  expect(JSON.parse(log[0] ?? '')).toMatchObject({ event: 'retention-failed' });
});

test('the timer keeps no process alive', async () => {
  const timer = vi.spyOn(globalThis, 'setInterval');
  const end = await keepRetention({ store: memoryStore(), clock: { now: () => now }, promise }, () => {});
  expect(timer.mock.results[0]?.value.hasRef()).toBe(false);
  end();
  timer.mockRestore();
});

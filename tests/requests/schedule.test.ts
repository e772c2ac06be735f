import { expect, test } from 'vitest';
import { nextAttempt, readRetryAfter, schedules } from '#requests/schedule.ts';

const createdAt = '2026-11-23T15:00:00.000Z';
const at = new Date(createdAt);
const minute = 60_000;
const hour = 60 * minute;

/** The waits between all attempts of a row, where chance always falls the same way. */
function waits(schedule: (typeof schedules)[keyof typeof schedules], chance: number): number[] {
  const found: number[] = [];
  let now = at;
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttempt({ attempts, createdAt, at: now }, schedule, chance);
    if (!next) return found;
    found.push(next.getTime() - now.getTime());
    now = next;
  }
}
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

test('the ten attempts of a webhook come at the published times', () => {
  const published = [5000, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)];
  expect(waits(schedules.webhook, 0.5)).toEqual(published);
});

test.each([0, 0.25, 0.75, 1])('jitter stays within a tenth (%d)', (chance) => {
  for (const schedule of Object.values(schedules)) {
    for (const [index, wait] of waits(schedule, chance).entries()) {
      const planned = schedule.waits[index] ?? 0;
      expect(wait).toBeGreaterThanOrEqual(planned * 0.9 - 1);
      expect(wait).toBeLessThanOrEqual(planned * 1.1 + 1);
    }
  }
});

test('an outage of three days is outlived however the jitter falls', () => {
  for (const chance of [0, 0.5, 1]) expect(sum(waits(schedules.webhook, chance))).toBeGreaterThan(72 * hour);
});

test('mail is tried until the fifth day', () => {
  for (const chance of [0, 0.5, 1]) {
    expect(sum(waits(schedules.mail, chance))).toBeGreaterThan(115 * hour);
    expect(sum(waits(schedules.mail, chance))).toBeLessThan(137 * hour);
  }
});

test.each([
  { asks: 'less than planned', retryAfter: 1000, waits: 5000 },
  { asks: 'more than planned', retryAfter: 10 * minute, waits: 10 * minute },
  { asks: 'more than a day', retryAfter: 90 * hour, waits: 24 * hour },
])('a receiver that asks for $asks is given it within a day', ({ retryAfter, waits }) => {
  const next = nextAttempt({ attempts: 1, createdAt, at, retryAfter }, schedules.webhook, 0.5);
  expect(next?.getTime()).toBe(at.getTime() + waits);
});

test.each([
  ['120', 120_000],
  [' 5 ', 5000],
  ['Mon, 23 Nov 2026 15:02:00 GMT', 120_000],
  ['Mon, 23 Nov 2026 14:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['9999999999', undefined],
  [undefined, undefined],
] as const)('Retry-After %s is read', (header, expected) => {
  expect(readRetryAfter(header, at)).toBe(expected);
});

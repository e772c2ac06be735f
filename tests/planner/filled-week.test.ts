import { expect, test } from 'vitest';
import { filledWeek } from '#planner/filled-week.ts';
import { planAroundWork } from '#planner/plan.ts';
import { weekdays } from '#planner/shift.ts';
import type { Track } from '#planner/track.ts';
import type { Situation } from '#planner/week.ts';
import { nineToFive, oneSession } from './situations.ts';

function filled(more: Partial<Situation>, session: Track['sessions'][number]) {
  const situation = { ...nineToFive, ...more };
  const { weeks, options } = planAroundWork(situation, [oneSession(session)]);
  const [own] = weeks;
  if (!own) throw new Error('A plan has a week.');
  return { own, laid: options[0]?.weeks[0], week: filledWeek(own, options[0]?.weeks[0], situation.blocks) };
}

test('a week is told in the order of its days and hours', () => {
  const { week } = filled({}, { day: 'wednesday', start: '18:00', end: '21:00' });
  expect(week.filter(({ day }) => day === 'wednesday').map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['commute', 510, 540],
    ['work', 540, 1020],
    ['commute', 1020, 1050],
    ['travel', 1050, 1080],
    ['session', 1080, 1260],
    ['travel', 1260, 1290],
  ]);
  expect([...new Set(week.map(({ day }) => day))]).toEqual(weekdays.slice(0, 5));
});

test('a session says what it clashes with, each kind once; nothing else does', () => {
  const blocks = [{ kind: 'school' as const, days: ['monday' as const], start: '14:00', end: '15:00' }];
  const { week } = filled({ blocks }, { day: 'monday', start: '13:00', end: '16:00' });
  expect(week.filter(({ clashes }) => clashes.length > 0)).toMatchObject([
    { kind: 'session', day: 'monday', clashes: ['work', 'block'] },
  ]);
});

test('sleep that the reader fixed is sleep, in the picture and in the sum; other fixed times are not', () => {
  const night = { days: weekdays, start: '22:00', end: '06:00' };
  const { own, laid, week } = filled(
    {
      blocks: [
        { ...night, kind: 'sleep' },
        { kind: 'child-care', days: ['sunday'], start: '10:00', end: '12:00' },
      ],
    },
    { day: 'monday', start: '18:00', end: '21:00' },
  );
  const minutes = (kind: string) =>
    week.filter((one) => one.kind === kind).reduce((sum, { from, to }) => sum + to - from, 0);
  expect([minutes('sleep'), minutes('block')]).toEqual([7 * 8 * 60, 120]);
  expect(own.load).toMatchObject({ sleep: 7 * 8 * 60, block: 120 });
  expect(laid?.load).toMatchObject({ sleep: 7 * 8 * 60, block: 120 });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Plan, planAroundWork } from '#planner/plan.ts';
import type { FixedBlock, Shift } from '#planner/shift.ts';
import type { Piece, Situation } from '#planner/week.ts';
import { anyBlock, anySituation, anyTracks, anyTracksAnywhere, steadyZone } from './any-week.ts';
import { reckonerOf } from './reference-model.ts';

const runs = { numRuns: 200 };
/** Many plans on a busy machine take their time; nothing here is timed. */
const patience = 120_000;

const common = (one: { day: string; from: number; to: number }, other: { day: string; from: number; to: number }) =>
  one.day === other.day ? Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from)) : 0;

const minutes = (pieces: readonly { from: number; to: number }[]) =>
  pieces.reduce((sum, { from, to }) => sum + to - from, 0);

test(
  'nothing of the reader’s own week lies in a window that is reported as free',
  () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        for (const { free, pieces } of planAroundWork(situation, []).weeks) {
          for (const window of free) expect(pieces.filter((piece) => common(piece, window) > 0)).toEqual([]);
        }
      }),
      runs,
    );
  },
  patience,
);

test(
  'a time of the day in which nothing lies is reported as free, whole',
  () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        for (const { free, pieces, load } of planAroundWork(situation, []).weeks) {
          const total = free.reduce((sum, { from, to }) => sum + to - from, 0);
          expect(total).toBeLessThanOrEqual(load.free);
          for (const window of free) {
            const touches = (edge: number) =>
              edge === 6 * 60 ||
              edge === 22 * 60 ||
              pieces.some((p) => p.day === window.day && (p.from === edge || p.to === edge));
            expect(touches(window.from) && touches(window.to), JSON.stringify(window)).toBe(true);
          }
        }
      }),
      runs,
    );
  },
  patience,
);

test(
  'a session that lies on work, sleep or bound time is told as a clash',
  () => {
    fc.assert(
      fc.property(anySituation, anyTracks, (situation, tracks) => {
        const { weeks, options } = planAroundWork(situation, tracks);
        for (const option of options) {
          option.weeks.forEach((week, index) => {
            const taken = weeks[index]?.pieces.filter(({ kind }) => kind !== 'commute') ?? [];
            for (const session of week.pieces.filter(({ kind }) => kind === 'session')) {
              const lying = taken.filter((piece) => common(piece, session) > 0);
              for (const piece of lying) expect(week.clashes.some((clash) => isSame(clash, piece, session))).toBe(true);
            }
          });
        }
      }),
      runs,
    );
  },
  patience,
);

const isSame = (clash: Plan['options'][number]['weeks'][number]['clashes'][number], piece: Piece, session: Piece) =>
  clash.kind === piece.kind && clash.index === piece.index && clash.session === session.index;

test(
  'clashes and leave are those of a model that counts every minute',
  () => {
    fc.assert(
      fc.property(anySituation, anyTracks, (any, tracks) => {
        const situation = { ...any, zone: steadyZone };
        const { options, problems } = planAroundWork(situation, tracks);
        fc.pre(problems.every(({ code }) => code === 'empty-week'));
        const reckon = reckonerOf(situation);
        for (const { track: id, reason, leave } of options) {
          const { clashes, leave: expected } = reckon(tracks.find((track) => track.id === id) as (typeof tracks)[0]);
          const turns = 12 / situation.rotation.length;
          const counted = Object.fromEntries(
            Object.entries(reason.byKind).map(([kind, found]) => [kind, found.clashes]),
          );
          expect(counted).toEqual(
            Object.fromEntries(Object.entries(clashes).map(([kind, count]) => [kind, count * turns])),
          );
          expect(leave.over[12]).toBe(expected * turns);
        }
      }),
      runs,
    );
  },
  patience,
);

test(
  'every minute of a week counts once, in weeks of 168 hours and in those in which the clocks change',
  () => {
    const lengths = new Set<number>();
    fc.assert(
      fc.property(anySituation, anyTracksAnywhere, (situation, tracks) => {
        const { weeks, options } = planAroundWork(situation, tracks);
        weeks.forEach((week, index) => {
          lengths.add(week.minutes);
          for (const { load } of [week, ...options.map((option) => option.weeks[index])].filter(
            (one) => one !== undefined,
          )) {
            expect(Object.values(load).reduce((sum, part) => sum + part, 0)).toBe(week.minutes);
          }
        });
      }),
      { numRuns: 400 },
    );
    expect([...lengths]).toEqual(expect.arrayContaining([10_020, 10_080, 10_140]));
  },
  patience,
);

test(
  'what is drawn of work is as long as it is in real minutes',
  () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        for (const { pieces, load } of planAroundWork(situation, []).weeks) {
          expect(minutes(pieces.filter(({ kind }) => kind === 'work'))).toBe(load.work);
        }
      }),
      runs,
    );
  },
  patience,
);

/** The same shifts and blocks, written down from a later week of the pattern on. */
function rotated(situation: Situation, by: number): Situation {
  const { length, current } = situation.rotation;
  const later = (week: number) => ((week - 1 + length - by) % length) + 1;
  const all = Array.from({ length }, (_, index) => index + 1);
  const move = <Row extends Shift | FixedBlock>(row: Row): Row => ({ ...row, weeks: (row.weeks ?? all).map(later) });
  return {
    ...situation,
    rotation: { length, current: later(current) },
    shifts: situation.shifts.map(move),
    blocks: situation.blocks.map(move),
  };
}

test(
  'a pattern written down from another week on gives the same plan',
  () => {
    fc.assert(
      fc.property(anySituation, anyTracksAnywhere, fc.nat(3), (situation, tracks, by) => {
        const { options, away, weeks } = planAroundWork(situation, tracks);
        const other = planAroundWork(rotated(situation, by % situation.rotation.length), tracks);
        expect(other.options).toEqual(options);
        expect(other.away).toEqual(away);
        expect(other.weeks.map(({ pieces }) => pieces)).toEqual(weeks.map(({ pieces }) => pieces));
      }),
      runs,
    );
  },
  patience,
);

test(
  'whichever week of the pattern a program begins in, twelve weeks of it come to the same',
  () => {
    fc.assert(
      fc.property(anySituation, anyTracks, fc.nat(3), (any, tracks, by) => {
        const situation = { ...any, zone: steadyZone };
        const { length, current } = situation.rotation;
        const later = { ...situation, rotation: { length, current: ((current - 1 + by) % length) + 1 } };
        const told = ({ options }: Plan) =>
          options.map(({ track, place, reason, leave }) => ({ track, place, reason, leave: leave.over[12] }));
        expect(told(planAroundWork(later, tracks))).toEqual(told(planAroundWork(situation, tracks)));
      }),
      runs,
    );
  },
  patience,
);

test(
  'an added block never removes a clash, nor makes room',
  () => {
    fc.assert(
      fc.property(anySituation, anyTracksAnywhere, anyBlock, (situation, tracks, block) => {
        const before = planAroundWork(situation, tracks);
        const after = planAroundWork({ ...situation, blocks: [...situation.blocks, block] }, tracks);
        for (const { track, reason, weeks, leave } of before.options) {
          const now = after.options.find((option) => option.track === track);
          weeks.forEach((week, index) => {
            expect(now?.weeks[index]?.clashes).toEqual(expect.arrayContaining([...week.clashes]));
          });
          expect(now?.reason.clashes).toBeGreaterThanOrEqual(reason.clashes);
          expect(now?.leave).toEqual(leave);
        }
        after.weeks.forEach(({ load }, index) => {
          expect(load.free).toBeLessThanOrEqual(before.weeks[index]?.load.free ?? 0);
        });
      }),
      runs,
    );
  },
  patience,
);

test(
  'the order in which timetables are listed changes nothing',
  () => {
    const shuffled = anyTracksAnywhere.chain((tracks) =>
      fc.record({
        tracks: fc.constant(tracks),
        other: fc.shuffledSubarray(tracks, { minLength: tracks.length, maxLength: tracks.length }),
      }),
    );
    fc.assert(
      fc.property(anySituation, shuffled, (situation, { tracks, other }) => {
        expect(planAroundWork(situation, other)).toEqual(planAroundWork(situation, tracks));
      }),
      runs,
    );
  },
  patience,
);

test(
  'a better place is earned: fewer clashes, then less leave',
  () => {
    fc.assert(
      fc.property(anySituation, anyTracks, (situation, tracks) => {
        const { options } = planAroundWork(situation, tracks);
        const lost = ({ reason }: (typeof options)[0]) => reason.byKind.sleep.minutes + reason.byKind.block.minutes;
        const height = (option: (typeof options)[0]) =>
          [option.reason.clashes, option.leave.over[12], lost(option)] as const;
        options.forEach((option, index) => {
          const before = options[index - 1];
          if (!before) {
            expect([option.place, option.reason.behind]).toEqual([1, null]);
            return;
          }
          const differs = height(option).findIndex((value, place) => value !== height(before)[place]);
          const named = (['more-clashes', 'more-leave', 'more-lost'] as const)[differs] ?? 'tie';
          expect(option.reason.behind).toBe(named);
          expect(option.place).toBe(named === 'tie' ? before.place : index + 1);
          if (differs >= 0) expect(height(option)[differs]).toBeGreaterThan(height(before)[differs] as number);
        });
      }),
      runs,
    );
  },
  patience,
);

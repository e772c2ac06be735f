import type { Preset } from './presets.ts';
import { blockKinds, type Hours, type Weekday } from './shift.ts';
import type { Job, Situation } from './week.ts';

/** What a reader can say was suggested. `unknown` is shown an intensive program's hours, and told so. */
export const levelAnswers = ['unknown', 'iop', 'php', 'residential'] as const;
export type LevelAnswer = (typeof levelAnswers)[number];

/** The lists of the form that can grow. */
export const listNames = ['shifts', 'blocks', 'jobs'] as const;
export type ListName = (typeof listNames)[number];

/** What stands in the form, read. A number that makes no sense is NaN: the engine says so beside its field. */
export interface Entries {
  level: LevelAnswer;
  situation: Omit<Situation, 'suggested'>;
  /** A name for every row of a list, which it keeps when another is taken out. */
  ids: Readonly<Record<ListName, readonly number[]>>;
}

/** Where and when the reader is; no preset knows. */
export type Setting = Pick<Situation, 'zone' | 'from'>;

const idsFor = (list: readonly unknown[]) => list.map((_, index) => index);

/** A night needs no tick to be understood. It is ticked all the same, so that the form says what it means. */
const withTick = <Row extends Hours>(row: Row): Row => ({ ...row, endsNextDay: row.end < row.start });

/** The form as a preset fills it in. */
export function entriesFrom({ weeks, ...preset }: Preset, setting: Setting, level: LevelAnswer = 'unknown'): Entries {
  const { commute, sleepAfterNight, jobs } = preset;
  const [shifts, blocks] = [preset.shifts.map(withTick), preset.blocks.map(withTick)];
  const rotation = { length: weeks, current: 1 };
  return {
    level,
    situation: { zone: setting.zone, from: setting.from, rotation, shifts, blocks, commute, sleepAfterNight, jobs },
    ids: { shifts: idsFor(shifts), blocks: idsFor(blocks), jobs: idsFor(jobs) },
  };
}

/** What the engine is asked. */
export const situationOf = ({ situation, level }: Entries): Situation => ({
  ...situation,
  suggested: level === 'unknown' ? 'iop' : level,
});

/** A number as people type it, with a comma or a point. */
const number = (typed: string): number => Number(typed.trim().replace(',', '.'));
const optional = (typed: string): number | undefined => (typed.trim() === '' ? undefined : number(typed));

/** Reads the form. `all` tells the values under a field's name; `before` what stood there, so many rows and weeks. */
export function readForm(all: (field: string) => string[], before: Entries): Entries {
  const one = (field: string) => all(field)[0] ?? '';
  const { ids } = before;
  const hours = (row: string): Hours => {
    const ticked = all(`${row}.weeks`).map(Number);
    // Every week stays every week when the pattern gets longer.
    const isEveryWeek = ticked.length === before.situation.rotation.length;
    const weeks = before.situation.rotation.length === 1 || isEveryWeek ? undefined : ticked;
    return {
      days: all(`${row}.days`) as Weekday[],
      ...(weeks && { weeks }),
      start: one(`${row}.start`),
      end: one(`${row}.end`),
      endsNextDay: one(`${row}.endsNextDay`) !== '',
    };
  };
  const job = (row: string): Job => {
    const weeklyHours = optional(one(`${row}.weeklyHours`));
    const leaveTaken = optional(one(`${row}.leaveTaken`));
    return {
      ...(weeklyHours !== undefined && { weeklyHours }),
      ...(leaveTaken !== undefined && { leaveTaken }),
      isOwnBoss: one(`${row}.isOwnBoss`) !== '',
    };
  };
  const between = optional(one('commute.between'));
  const length = Number(one('rotation.length'));
  return {
    level: levelAnswers.find((level) => level === one('level')) ?? 'unknown',
    situation: {
      zone: one('zone'),
      from: one('from'),
      rotation: { length, current: Math.min(length, Number(one('rotation.current') || 1)) },
      shifts: ids.shifts.map((_, row) => ({ ...hours(`shifts.${row}`), job: Number(one(`shifts.${row}.job`)) })),
      blocks: ids.blocks.map((_, row) => ({
        ...hours(`blocks.${row}`),
        kind: blockKinds.find((kind) => kind === one(`blocks.${row}.kind`)) ?? 'other',
      })),
      commute: {
        work: number(one('commute.work')),
        program: number(one('commute.program')),
        ...(between !== undefined && { between }),
      },
      sleepAfterNight: number(one('sleepAfterNight')),
      jobs: ids.jobs.map((_, row) => job(`jobs.${row}`)),
    },
    ids,
  };
}

const blankHours: Hours = { days: [], start: '', end: '' };
const blanks = { shifts: blankHours, blocks: { ...blankHours, kind: 'child-care' }, jobs: {} } as const;

/** The form with one more row at the end of a list. */
export function withRow(entries: Entries, list: ListName): Entries {
  const { ids, situation } = entries;
  const id = Math.max(-1, ...ids[list]) + 1;
  return {
    ...entries,
    ids: { ...ids, [list]: [...ids[list], id] },
    situation: { ...situation, [list]: [...situation[list], blanks[list]] },
  };
}

/** The form without one row of a list. Shifts of a job that is gone fall to the first. */
export function withoutRow(entries: Entries, list: ListName, row: number): Entries {
  const { ids, situation } = entries;
  const kept = <Kind>(rows: readonly Kind[]) => rows.filter((_, place) => place !== row);
  const jobAfter = (job = 0) => (job === row ? 0 : job > row ? job - 1 : job);
  const shifts = situation.shifts.map((shift) => ({ ...shift, job: jobAfter(shift.job) }));
  return {
    ...entries,
    ids: { ...ids, [list]: kept(ids[list]) },
    situation: { ...situation, ...(list === 'jobs' && { shifts }), [list]: kept<unknown>(situation[list]) },
  };
}

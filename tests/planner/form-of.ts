import type { Entries } from '#planner/entries.ts';
import type { Hours } from '#planner/shift.ts';

const told = (value: number | string | boolean | undefined): string[] =>
  value === undefined || value === false ? [] : [String(value)];

/** What a browser would say of a form that holds these entries: the values under each field's name. */
export function formOf({ situation, level }: Entries): Map<string, string[]> {
  const { rotation, commute } = situation;
  const all = Array.from({ length: rotation.length }, (_, index) => index + 1);
  const hours = (row: string, { days, weeks = all, start, end, endsNextDay }: Hours): [string, string[]][] => [
    [`${row}.days`, [...days]],
    [`${row}.weeks`, rotation.length > 1 ? weeks.map(String) : []],
    [`${row}.start`, [start]],
    [`${row}.end`, [end]],
    [`${row}.endsNextDay`, told(endsNextDay)],
  ];
  return new Map<string, string[]>([
    ['level', [level]],
    ['zone', [situation.zone]],
    ['from', [situation.from]],
    ['rotation.length', told(rotation.length)],
    ['rotation.current', rotation.length > 1 ? told(rotation.current) : []],
    ['commute.work', told(commute.work)],
    ['commute.program', told(commute.program)],
    ['commute.between', [String(commute.between ?? '')]],
    ['sleepAfterNight', told(situation.sleepAfterNight)],
    ...situation.shifts.flatMap((shift, row) => [
      ...hours(`shifts.${row}`, shift),
      [`shifts.${row}.job`, situation.jobs.length > 1 ? told(shift.job) : []] as [string, string[]],
    ]),
    ...situation.blocks.flatMap((block, row) => [
      ...hours(`blocks.${row}`, block),
      [`blocks.${row}.kind`, [block.kind]] as [string, string[]],
    ]),
    ...situation.jobs.flatMap((job, row): [string, string[]][] => [
      [`jobs.${row}.weeklyHours`, [String(job.weeklyHours ?? '')]],
      [`jobs.${row}.leaveTaken`, [String(job.leaveTaken ?? '')]],
      [`jobs.${row}.isOwnBoss`, told(job.isOwnBoss)],
    ]),
  ]);
}

/** Reads such a form with some fields typed otherwise. */
export const reading = (form: Map<string, string[]>, typed: Record<string, string | string[]> = {}) => {
  const changed = new Map([...form, ...Object.entries(typed).map(([name, value]) => [name, [value].flat()] as const)]);
  return (name: string) => changed.get(name) ?? [];
};

import { minutesInWeek } from './clock.ts';
import { readHours, type SoundHours, spansInPattern } from './hours.ts';
import type { Problem } from './problem.ts';
import type { FixedBlock, Hours, Shift } from './shift.ts';
import { overlap } from './spans.ts';

/** A row that makes sense, and where it stands in the reader's list. */
export interface Row extends SoundHours {
  index: number;
}

/** Reads the rows of a list. Those that make no sense are left out and told. */
function readRows(rows: readonly Hours[], list: 'shifts' | 'blocks', length: number, problems: Problem[]): Row[] {
  return rows.flatMap((row, index) => {
    const read = readHours(row, `${list}.${index}`, length);
    problems.push(...read.problems);
    return read.sound ? [{ ...read.sound, index }] : [];
  });
}

/** Fixed blocks. They may lie on each other and on shifts: a minute counts once wherever that matters. */
export const readBlocks = (blocks: readonly FixedBlock[], length: number, problems: Problem[]) =>
  readRows(blocks, 'blocks', length, problems).map((row) => ({ ...row, kind: blocks[row.index]?.kind ?? 'other' }));

/** Shifts. Nobody works twice at once: of two rows that meet, the later in the list is left out. */
export function readShifts(shifts: readonly Shift[], length: number, jobs: number, problems: Problem[]) {
  const readable = readRows(shifts, 'shifts', length, problems);
  const kept: Row[] = [];
  for (const row of readable) {
    const other = kept.find((before) => meet(row, before, length));
    if (other) problems.push({ field: `shifts.${row.index}.start`, code: 'overlaps', other: other.index });
    else kept.push(row);
  }
  problems.push(...weekProblems(shifts.length === 0, readable, length));
  return kept.map((row) => {
    const job = shifts[row.index]?.job ?? 0;
    return { ...row, job: Number.isInteger(job) && job > 0 && job < jobs ? job : 0 };
  });
}

/** What is odd about whole weeks, as they were entered. A week without shifts may be meant: a week off. */
function weekProblems(isEmpty: boolean, rows: readonly Row[], length: number): Problem[] {
  if (isEmpty) return [{ field: 'shifts', code: 'empty' }];
  if (rows.length === 0) return [];
  return Array.from({ length }, (_, index) => index + 1).flatMap((week): Problem[] => {
    const inWeek = rows.filter((row) => row.weeks.includes(week));
    const minutes = inWeek.reduce((sum, row) => sum + row.days.length * row.length, 0);
    if (minutes > minutesInWeek) return [{ field: 'shifts', code: 'more-than-a-week', week }];
    return minutes === 0 ? [{ field: 'shifts', code: 'empty-week', week }] : [];
  });
}

/** Whether two rows are at work at once, the last week of the pattern followed by the first. */
function meet(one: SoundHours, other: SoundHours, length: number): boolean {
  const pattern = length * minutesInWeek;
  const others = spansInPattern(other);
  return spansInPattern(one).some(({ from, to }) =>
    [-pattern, 0, pattern].some((turn) =>
      others.some((span) => overlap({ from: from + turn, to: to + turn }, span) > 0),
    ),
  );
}

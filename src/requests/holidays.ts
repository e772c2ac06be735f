import { z } from 'zod';

/** Holidays of the federal government on a fixed day: month and day of the month, from 1. */
const fixed: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
];
/** Holidays on a weekday of a month: month, weekday with Sunday as 0, and which one. -1 is the last of the month. */
const movable: readonly (readonly [month: number, weekday: number, which: number])[] = [
  [1, 1, 3],
  [2, 1, 3],
  [5, 1, -1],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
];

const dayMs = 24 * 3_600_000;

function isMovable(date: Date): boolean {
  const day = date.getUTCDate();
  const isLast = new Date(date.getTime() + 7 * dayMs).getUTCMonth() !== date.getUTCMonth();
  return movable.some(
    ([month, weekday, which]) =>
      month === date.getUTCMonth() + 1 &&
      weekday === date.getUTCDay() &&
      (which === -1 ? isLast : Math.ceil(day / 7) === which),
  );
}

const isFixed = (date: Date): boolean =>
  fixed.some(([month, day]) => month === date.getUTCMonth() + 1 && day === date.getUTCDate());

/**
 * Whether a day is a holiday of the United States (5 U.S.C. 6103), or stands in for one: a holiday on a Saturday is kept on the Friday
 * before, one on a Sunday on the Monday after. `date` shows the day as if it were in UTC.
 */
export function isFederalHoliday(date: Date): boolean {
  const weekday = date.getUTCDay();
  const near = (days: number) => new Date(date.getTime() + days * dayMs);
  return (
    isFixed(date) || isMovable(date) || (weekday === 5 && isFixed(near(1))) || (weekday === 1 && isFixed(near(-1)))
  );
}

/** Days without anybody there, whatever weekday they are. */
export const closedDays = z.strictObject({
  federalHolidays: z.boolean(),
  /** Single days, `2026-12-24`. */
  days: z.array(z.iso.date()),
});
export type ClosedDays = z.infer<typeof closedDays>;

/** Whether nobody is there on a day. `date` shows the day as if it were in UTC. */
export const isClosedOn = (date: Date, closed: ClosedDays | undefined): boolean =>
  closed !== undefined &&
  (closed.days.includes(date.toISOString().slice(0, 10)) || (closed.federalHolidays && isFederalHoliday(date)));

/** The lengths of a program for which leave is reckoned, in weeks. */
export const lengths = [8, 12, 16] as const;
export type Length = (typeof lengths)[number];

/** Minutes of work that a timetable takes. */
export interface Leave {
  /** Mean of a week over twelve weeks, which hold whole turns of every pattern. */
  perWeek: number;
  /** The week that takes most. */
  heaviest: number;
  /** In all, by length of the program in weeks. */
  over: Readonly<Record<Length, number>>;
}

/** What is left of twelve weeks' leave, in minutes, if the leave is taken in parts. Only arithmetic: who has the right is another question. */
export interface LeaveLeft {
  /** Twelve usual weeks of this job. */
  entitled: number;
  /** After the leave already taken. Never below 0. */
  before: number;
  /** After the program, by its length. Never below 0. */
  after: Readonly<Record<Length, number>>;
  /** The week of the program, from 1, in which the leave no longer suffices. Null: it lasts for sixteen weeks. */
  runsOutInWeek: number | null;
}

/** Leave from one job. */
export interface JobLeave extends Leave {
  /** Null for who is their own boss. */
  left: LeaveLeft | null;
}

/** Levels of care that a timetable can belong to, lowest first. They are the quiz's settings of the same name. */
export const trackLevels = ['outpatient', 'iop', 'php'] as const;
export type TrackLevel = (typeof trackLevels)[number];

/** What a reader can say was suggested. `residential` means being away day and night: no timetable answers it. */
export const suggestedLevels = [...trackLevels, 'residential'] as const;
export type SuggestedLevel = (typeof suggestedLevels)[number];

/** A level's hours a week for adults, and the fact that says so: at least `from`, and less than `below`. */
export const hoursOfLevel = {
  outpatient: { from: 0, below: 9, fact: 'outpatient-hours' },
  iop: { from: 9, below: 20, fact: 'iop-hours-range' },
  php: { from: 20, below: 24 * 7, fact: 'php-hours' },
} as const satisfies Record<TrackLevel, { from: number; below: number; fact: string }>;

/** Whether a timetable of this level is less care than was suggested. */
export const isBelow = (level: TrackLevel, suggested: SuggestedLevel): boolean =>
  suggestedLevels.indexOf(level) < suggestedLevels.indexOf(suggested);

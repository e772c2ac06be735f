/** One rung of the ladder of care, lowest first. */
export interface Level {
  id: 'outpatient' | 'iop' | 'dayProgram' | 'residential';
  /** The fact that states the hours. Its figure stands beside the bar. */
  fact: string;
  /** Hours a week of a bar: the least, and the most where the fact gives one. */
  hours: { least: number; most: number };
  sleepsAtHome: boolean;
}

/** The levels of care by hours a week. Numbers only draw the bars; the words beside them come from the facts. */
export const levels: readonly Level[] = [
  { id: 'outpatient', fact: 'outpatient-hours', hours: { least: 1, most: 9 }, sleepsAtHome: true },
  { id: 'iop', fact: 'iop-hours-range', hours: { least: 9, most: 19 }, sleepsAtHome: true },
  { id: 'dayProgram', fact: 'php-hours', hours: { least: 20, most: 20 }, sleepsAtHome: true },
  { id: 'residential', fact: 'residential-24h', hours: { least: 168, most: 168 }, sleepsAtHome: false },
];

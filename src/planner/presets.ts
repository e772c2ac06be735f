import { type Shift, type Weekday, weekdays } from './shift.ts';
import type { Job, Situation } from './week.ts';

/** Ids of the presets; what readers call them stands in content. */
export const presetIds = ['day', 'evenings', 'nights', 'twelve-hours', 'rotating', 'gig', 'retail'] as const;
export type PresetId = (typeof presetIds)[number];

/** What a preset fills in. Where, when and which level was suggested is the reader's own. */
export interface Preset extends Pick<Situation, 'shifts' | 'blocks' | 'commute' | 'sleepAfterNight' | 'jobs'> {
  id: PresetId;
  /** Weeks until the pattern begins again. */
  weeks: number;
}

const workdays = weekdays.slice(0, 5);

/** Two days on, two off, three on, two off, two on, three off, from the first of two weeks on. */
const twoTwoThree = (firstWeek: number, start: string, end: string): Shift[] => [
  { days: ['monday', 'tuesday', 'friday', 'saturday', 'sunday'], weeks: [firstWeek], start, end },
  { days: ['wednesday', 'thursday'], weeks: [firstWeek + 1], start, end },
];

const weekly = (days: readonly Weekday[], start: string, end: string): Shift => ({ days, start, end });

interface Pattern {
  weeks?: number;
  shifts: readonly Shift[];
  /** Way to work in minutes. */
  way?: number;
  job?: Job;
}

/** Round hours of common patterns, to begin from: each reader's own are different. */
const patterns: Record<PresetId, Pattern> = {
  day: { shifts: [weekly(workdays, '09:00', '17:00')] },
  evenings: { shifts: [weekly(workdays, '15:00', '23:00')] },
  nights: { shifts: [weekly(workdays, '23:00', '07:00')] },
  'twelve-hours': { weeks: 2, shifts: twoTwoThree(1, '07:00', '19:00') },
  rotating: { weeks: 4, shifts: [...twoTwoThree(1, '07:00', '19:00'), ...twoTwoThree(3, '19:00', '07:00')] },
  gig: {
    shifts: [
      weekly(['tuesday'], '11:00', '14:00'),
      weekly(['tuesday'], '17:00', '21:00'),
      weekly(['friday', 'saturday'], '17:00', '23:00'),
      weekly(['sunday'], '11:00', '15:00'),
    ],
    way: 0,
    job: { isOwnBoss: true },
  },
  retail: {
    weeks: 2,
    shifts: [
      { days: ['monday', 'tuesday', 'thursday', 'friday'], weeks: [1], start: '10:00', end: '18:00' },
      { days: ['saturday'], weeks: [1], start: '09:00', end: '17:00' },
      { days: ['tuesday', 'wednesday', 'thursday', 'friday'], weeks: [2], start: '13:30', end: '22:00' },
      { days: ['sunday'], weeks: [2], start: '10:00', end: '18:00' },
    ],
  },
};

/** Weeks to begin from, in the order in which they are offered. */
export const presets: readonly Preset[] = presetIds.map((id) => {
  const { weeks = 1, shifts, way = 30, job = {} }: Pattern = patterns[id];
  return { id, weeks, shifts, blocks: [], commute: { work: way, program: 20 }, sleepAfterNight: 8, jobs: [job] };
});

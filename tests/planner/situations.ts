import type { Track } from '#planner/track.ts';
import type { Situation } from '#planner/week.ts';

/** Nine to five in Chicago, in a winter in which no clock is changed for a while. */
export const nineToFive: Situation = {
  zone: 'America/Chicago',
  from: '2026-01-05',
  rotation: { length: 1, current: 1 },
  shifts: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], start: '09:00', end: '17:00' }],
  blocks: [],
  commute: { work: 30, program: 30 },
  sleepAfterNight: 8,
  jobs: [{}],
  suggested: 'iop',
};

/** A timetable with one session, as no real one: for a look at a single thing. */
export const oneSession = (session: Track['sessions'][number], more: Partial<Track> = {}): Track => ({
  id: 'one',
  name: { en: 'One', es: 'Una' },
  level: 'iop',
  place: 'on-site',
  sessions: [session],
  ...more,
});

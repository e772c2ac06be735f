import fc from 'fast-check';
import { blockKinds, type FixedBlock, type Hours, type Shift, type Weekday, weekdays } from '#planner/shift.ts';
import type { Track } from '#planner/track.ts';
import type { Situation } from '#planner/week.ts';

/** Zones that change by an hour, by half an hour, at midnight, in the southern hemisphere, and never. */
export const zones = [
  'America/Chicago',
  'America/New_York',
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Beirut',
  'America/Phoenix',
  'Asia/Kolkata',
] as const;
/** A zone whose clock is never changed. */
export const steadyZone = 'America/Phoenix';

/** Minutes after midnight as `HH:MM`. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const days: fc.Arbitrary<Weekday[]> = fc.subarray([...weekdays], { minLength: 1 });

/** Hours that make sense, of at most a day. */
const anyHours = (weeks: number): fc.Arbitrary<Hours> =>
  fc
    .record({
      days,
      weeks: fc.subarray(
        Array.from({ length: weeks }, (_, index) => index + 1),
        { minLength: 1 },
      ),
      start: fc.nat(1439),
      length: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 60, max: 13 * 60 }) },
        fc.integer({ min: 1, max: 1440 }),
      ),
    })
    .map(({ start, length, ...when }) => ({
      ...when,
      start: clockTime(start),
      end: clockTime(start + length),
      ...(start + length >= 1440 && { endsNextDay: true }),
    }));

const dates = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const anyBlock: fc.Arbitrary<FixedBlock> = fc
  .record({ hours: anyHours(4), kind: fc.constantFrom(...blockKinds) })
  .map(({ hours, kind }) => ({ ...hours, kind }));

/** Situations of which everything makes sense, but that shifts may meet. */
export const anySituation: fc.Arbitrary<Situation> = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    zone: fc.constantFrom(...zones),
    from: dates,
    rotation: fc.record({ length: fc.constant(length), current: fc.integer({ min: 1, max: length }) }),
    shifts: fc.array(
      anyHours(length).map((hours): Shift => hours),
      { minLength: 1, maxLength: 5 },
    ),
    blocks: fc.array(
      fc
        .record({ hours: anyHours(length), kind: fc.constantFrom(...blockKinds) })
        .map(({ hours, kind }) => ({ ...hours, kind })),
      { maxLength: 3 },
    ),
    commute: fc.record(
      { work: fc.nat(120), program: fc.nat(120), between: fc.nat(120) },
      { requiredKeys: ['work', 'program'] },
    ),
    sleepAfterNight: fc.integer({ min: 0, max: 10 }),
    jobs: fc.constant([{}]),
    suggested: fc.constant('iop' as const),
  }),
);

/** A timetable of any hours between six and ten: no session of a Sunday then reaches into what one of the Monday takes. Its sum is not what the engine relies on. */
const anyTrack = (zone: fc.Arbitrary<string | undefined>): fc.Arbitrary<Omit<Track, 'id'>> =>
  fc.record({
    name: fc.constant({ en: 'A', es: 'A' }),
    level: fc.constant('iop' as const),
    place: fc.constantFrom('on-site' as const, 'online' as const),
    zone,
    sessions: fc.array(
      fc
        .record({
          day: fc.constantFrom(...weekdays),
          start: fc.integer({ min: 360, max: 1260 }),
          length: fc.integer({ min: 60, max: 360 }),
        })
        .map(({ day, start, length }) => ({
          day,
          start: clockTime(start),
          end: clockTime(Math.min(1320, start + length)),
        })),
      { minLength: 1, maxLength: 5 },
    ),
  });

const withIds = (tracks: Omit<Track, 'id'>[]): Track[] =>
  tracks.map((track, index) => ({ ...track, id: `track-${index}` }));

/** Timetables by the reader's own clock. */
export const anyTracks: fc.Arbitrary<Track[]> = fc
  .array(anyTrack(fc.constant(undefined)), { minLength: 1, maxLength: 6 })
  .map(withIds);

/** Timetables by any clock. */
export const anyTracksAnywhere: fc.Arbitrary<Track[]> = fc
  .array(anyTrack(fc.constantFrom(undefined, ...zones)), { minLength: 1, maxLength: 6 })
  .map(withIds);

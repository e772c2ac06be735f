import { z } from 'zod';
import { isTimeZone } from '#i18n/time-zone.ts';
import { hoursOfLevel, trackLevels } from './level.ts';
import { weekdays } from './shift.ts';

/** A text in each language. */
const perLanguage = z.strictObject({ en: z.string().trim().min(1), es: z.string().trim().min(1) });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of 24 hours in quotes, like "18:00".');

/** One meeting that comes back every week. */
const sessionSchema = z
  .strictObject({
    day: z.enum(weekdays),
    /** By the program's own clock. */
    start: clockTime,
    /** On the same day. */
    end: clockTime,
  })
  .refine(({ start, end }) => end > start, {
    path: ['end'],
    error: 'A session ends after it starts, on the same day.',
  });

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const hoursOf = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { start, end }) => sum + minutes(end) - minutes(start), 0) / 60;

type Session = z.output<typeof sessionSchema>;
const isAtOnce = (one: Session, other: Session): boolean =>
  one.day === other.day && one.start < other.end && other.start < one.end;

/** One weekly timetable of a program for adults: an entry of `content/tracks.yaml`, under its id. */
export const trackSchema = z
  .strictObject({
    /** What readers call it. No program's name unless it is the operator's own. */
    name: perLanguage,
    /** The level of care. Readers to whom a higher one was suggested are not offered it. */
    level: z.enum(trackLevels),
    /** `online`: no way to travel. */
    place: z.enum(['on-site', 'online']),
    /** IANA time zone of the times below. Left out: they hold on the reader's own clock, as those of a sample do. */
    zone: z.string().refine(isTimeZone, 'Write an IANA zone, like "America/Chicago".').optional(),
    /** All meetings of a week. */
    sessions: z.array(sessionSchema).min(1),
  })
  .superRefine(({ level, sessions }, context) => {
    const meets = sessions.findIndex((one, place) => sessions.slice(0, place).some((other) => isAtOnce(one, other)));
    if (meets !== -1) {
      context.addIssue({ code: 'custom', path: ['sessions', meets], message: 'Two sessions meet at once.' });
    }
    const { from, below, fact } = hoursOfLevel[level];
    const hours = hoursOf(sessions);
    if (hours >= from && hours < below) return;
    context.addIssue({
      code: 'custom',
      path: ['sessions'],
      message: `${hours} hours a week are not level "${level}", which has at least ${from} and less than ${below} (fact ${fact}).`,
    });
  });

export type TrackContent = z.output<typeof trackSchema>;
/** A timetable with its id. Import the type only in the browser: zod is not sent there. */
export interface Track extends TrackContent {
  id: string;
}

import type { WallTime } from './clock.ts';
import type { Series } from './series.ts';

/** What a calendar file says besides times. */
export interface CalendarLabels {
  /** Name of every entry. Without comma, semicolon and backslash, and short: it stands in one line as it is. */
  title: string;
  /** When the file is made. */
  now: Date;
  /** A name for an entry that no other has. */
  newId: () => string;
}

/** `2026-11-30T18:00` as `20261130T180000`, without a zone. */
const stamp = (time: Date) => time.toISOString().replace(/[-:]|\.\d+|Z/g, '');
const atWall = (wall: WallTime) => stamp(new Date(wall * 60_000));

/**
 * A calendar file (RFC 5545). Times are "floating", those of whatever clock the device shows: that is how a program tells them, and it needs
 * no table of time zones. Entries are private, where a calendar knows that, and say nothing but their title.
 */
export function calendarFile(series: readonly Series[], { title, now, newId }: CalendarLabels): string {
  const entries = series.map(({ from, to, times }) => [
    'BEGIN:VEVENT',
    `UID:${newId()}`,
    `DTSTAMP:${stamp(now)}Z`,
    `DTSTART:${atWall(from)}`,
    `DTEND:${atWall(to)}`,
    `RRULE:FREQ=WEEKLY;COUNT=${times}`,
    `SUMMARY:${title}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Calendar//EN', ...entries.flat(), 'END:VCALENDAR'];
  return lines.map((line) => `${line}\r\n`).join('');
}

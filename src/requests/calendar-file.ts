/** What a calendar is told of a booked call: its time, and a title that betrays nobody. */
export interface CalendarEntry {
  /** ISO 8601. */
  start: string;
  end: string;
  /** Without comma, semicolon and backslash, and short: it stands in one line as it is. */
  title: string;
  /** A name that no other entry has. */
  id: string;
  /** When the file is made. */
  now: Date;
}

const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A calendar file (RFC 5545) with one entry, in UTC: the device shows it on its own clocks. It is private where a calendar knows that. */
export function calendarFile({ start, end, title, id, now }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//EN',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(new Date(start))}`,
    `DTEND:${stamp(new Date(end))}`,
    `SUMMARY:${title}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The file as the address of a link that saves it: nothing is fetched for it, and it works without script. */
export const calendarLink = (entry: CalendarEntry): string =>
  `data:text/calendar;charset=utf-8,${encodeURIComponent(calendarFile(entry))}`;

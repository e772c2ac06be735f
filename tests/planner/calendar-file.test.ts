import ical from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile } from '#planner/calendar-file.ts';
import { seriesOf } from '#planner/series.ts';
import type { Track } from '#planner/track.ts';
import type { Situation } from '#planner/week.ts';
import { plannerWords } from './planner-words.ts';
import { nineToFive, oneSession } from './situations.ts';
import { timetables } from './timetables.ts';

const evening: Track['sessions'][number] = { day: 'monday', start: '18:00', end: '21:00' };
const track = (id: string) => timetables.find((candidate) => candidate.id === id) as Track;

function fileOf(situation: Situation, of: Track, weeks: number, title = 'Appointment') {
  let made = 0;
  const labels = { title, now: new Date('2026-01-02T15:04:05.678Z'), newId: () => `id-${++made}` };
  return calendarFile(seriesOf(situation, of, weeks), labels);
}

/** Every meeting of a file as another reader of such files sees it, in order. */
function meetingsIn(file: string): string[] {
  const calendar = new ical.Component(ical.parse(file));
  return calendar
    .getAllSubcomponents('vevent')
    .flatMap((entry) => {
      const event = new ical.Event(entry);
      const length = event.duration.toSeconds() / 60;
      const found: string[] = [];
      const times = event.iterator();
      for (let time = times.next(); time; time = times.next()) found.push(`${time} ${length} ${time.zone.tzid}`);
      return found;
    })
    .sort();
}

test('a file says exactly when the sessions are, on whatever clock the device shows', () => {
  expect(meetingsIn(fileOf(nineToFive, oneSession(evening), 8))).toEqual(
    ['01-05', '01-12', '01-19', '01-26', '02-02', '02-09', '02-16', '02-23'].map(
      (day) => `2026-${day}T18:00:00 180 floating`,
    ),
  );
});

test.each([8, 12, 16])('a program of %i weeks has so many weeks of sessions', (weeks) => {
  expect(meetingsIn(fileOf(nineToFive, track('evening-3x3'), weeks))).toHaveLength(3 * weeks);
});

test('a session keeps its hour on the clock when the clock is put forward', () => {
  const meetings = meetingsIn(fileOf({ ...nineToFive, from: '2026-03-02' }, oneSession(evening), 8));
  expect(meetings).toHaveLength(8);
  expect(meetings.every((meeting) => meeting.includes('T18:00:00 180'))).toBe(true);
});

test('a session of another zone moves on the reader’s clock when only one of the two is put forward', () => {
  const online = oneSession(evening, { zone: 'America/Chicago', place: 'online' });
  const inPhoenix = { ...nineToFive, zone: 'America/Phoenix', from: '2026-02-23' };
  const file = fileOf(inPhoenix, online, 8);
  expect(meetingsIn(file).map((meeting) => meeting.slice(5, 16))).toEqual([
    ...['02-23T17:00', '03-02T17:00'],
    ...['03-09T16:00', '03-16T16:00', '03-23T16:00', '03-30T16:00', '04-06T16:00', '04-13T16:00'],
  ]);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('nothing in a file tells what it is about, and it is private', () => {
  const file = fileOf(nineToFive, track('evening-3x3'), 8);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(file.replace(/BEGIN:VEVENT[\s\S]*END:VEVENT/, '…')).toMatchInlineSnapshot(`
    "BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Calendar//EN
    …
    END:VCALENDAR
    "
  `);
  expect(file.slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VEVENT'))).toMatchInlineSnapshot(`
    "BEGIN:VEVENT
    UID:id-1
    DTSTAMP:20260102T150405Z
    DTSTART:20260105T180000
    DTEND:20260105T210000
    RRULE:FREQ=WEEKLY;COUNT=8
    SUMMARY:Appointment
    CLASS:PRIVATE
    "
  `);
});

test('lines end and are as short as RFC 5545 wants them, and no entry has the name of another', () => {
  for (const title of [plannerWords.en.keep.calendar.title, plannerWords.es.keep.calendar.title, 'ñ'.repeat(30)]) {
    const file = fileOf(nineToFive, track('evening-3x3'), 16, title);
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(new TextEncoder().encode(line).length, line).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(new Set(file.match(/UID:.*/g))).toHaveLength(3);
  }
});

test.each([
  ['Dr. Lee, weekly', 'a comma'],
  ['a;b', 'a semicolon'],
  ['a\\b', 'a backslash'],
  ['x'.repeat(31), 'more than 30 letters'],
])('a title that a file would have to escape or fold is refused: %s (%s)', async (title) => {
  const { plannerTexts } = await import('#planner/texts.ts');
  const words = structuredClone(plannerWords.en);
  words.keep.calendar.title = title;
  expect(plannerTexts.safeParse(words).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'keep.calendar.title',
  ]);
});

import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile, calendarLink } from '#requests/calendar-file.ts';
import { endpoint, formPost } from './endpoint.ts';
import { goodRequests, texts } from './fixtures.ts';

const entry = {
  start: '2026-11-24T09:00:00-06:00',
  end: '2026-11-24T09:15:00-06:00',
  title: 'Appointment',
  id: 'one',
  now: new Date('2026-11-23T15:00:00Z'),
};
const eventIn = (file: string) =>
  new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined);

test('a calendar reads the time of the call, and a title that says nothing', () => {
  const file = calendarFile(entry);
  const event = eventIn(file);
  expect([event.startDate.toJSDate(), event.endDate.toJSDate()].map((at) => at.toISOString())).toEqual([
    '2026-11-24T15:00:00.000Z',
    '2026-11-24T15:15:00.000Z',
  ]);
  expect([event.summary, event.uid, event.description, event.location]).toEqual(['Appointment', 'one', null, null]);
  expect(file.split('\r\n').every((line) => line.length <= 75)).toBe(true);
});

test('the link holds the whole file', () => {
  const [head, data = ''] = calendarLink(entry).split(/,(.*)/s);
  expect(head).toBe('data:text/calendar;charset=utf-8');
  expect(decodeURIComponent(data)).toBe(calendarFile(entry));
});

test('the titles are neutral in both languages', () => {
  expect([texts.en, texts.es].map(({ confirmation }) => confirmation.calendar.title)).toEqual(['Appointment', 'Cita']);
});

test('a confirmation without script brings the file for the booked time', async () => {
  const { send } = endpoint();
  const html = await (await send(formPost(goodRequests['short-call']))).text();
  const [, link = ''] = /href="data:text\/calendar;charset=utf-8,([^"]+)"/.exec(html) ?? [];
  const event = eventIn(decodeURIComponent(link));
  expect([event.startDate.toJSDate().toISOString(), event.summary]).toEqual([
    '2026-11-24T15:00:00.000Z',
    'Appointment',
  ]);
  expect(decodeURIComponent(link)).not.toMatch(/Ana|555|Sample/);
});

import { expect, test } from 'vitest';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { callInstead, goodRequests, texts } from './fixtures.ts';

const shortCall = goodRequests['short-call'];
const getSlots = () => new Request('https://help.gov/api/v1/slots');

test('the free times are told with the operator’s zone and nothing of anybody', async () => {
  const { send } = endpoint();
  const response = await send(getSlots());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { zone, slots, ...more } = await response.json();
  expect([zone, more]).toEqual(['America/Chicago', {}]);
  expect(slots[0]).toEqual({
    id: '20261123T1600Z',
    start: '2026-11-23T10:00:00-06:00',
    end: '2026-11-23T10:15:00-06:00',
  });
});

test('the times take a look, and nothing else', async () => {
  const { send } = endpoint();
  const response = await send(new Request(getSlots(), { method: 'POST' }));
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a time that was booked is shown to nobody else, until it is given back', async () => {
  const { send } = endpoint();
  const isFree = async () => {
    const { slots } = await (await send(getSlots())).json();
    return slots.some(({ id }: { id: string }) => id === shortCall.slot);
  };
  expect(await isFree()).toBe(true);
  const { cancelUrl } = await (await send(jsonPost(shortCall))).json();
  expect(await isFree()).toBe(false);
  const headers = { 'sec-fetch-site': 'same-origin' };
  await send(new Request(`https://help.gov${cancelUrl}`, { method: 'POST', headers }));
  expect(await isFree()).toBe(true);
});

test('the booked time is beside the request, and under its seal', async () => {
  const { send, deps } = endpoint();
  await send(jsonPost(shortCall));
  expect(await deps.store.list()).toMatchObject([
    { slot: { start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T15:15:00.000Z' } },
  ]);
});

const other = { ...shortCall, phone: '217 555 0143', name: 'Leo' };

test('a program that comes second is told which times near to it are free', async () => {
  const { send, deps } = endpoint();
  await send(jsonPost(shortCall));
  const response = await send(jsonPost(other));
  expect(response.status).toBe(409);
  const body = await response.json();
  expect(body).toMatchObject({ code: 'slot-taken', type: '/problems/slot-taken/', phone: callInstead });
  expect(body.slots.map(({ id }: { id: string }) => id)).toEqual([
    '20261124T1515Z',
    '20261124T1530Z',
    '20261124T1545Z',
    '20261124T1600Z',
    '20261124T1615Z',
    '20261124T1630Z',
  ]);
  expect(await deps.store.list()).toHaveLength(1);
});

test('of many at once as many get the time as there are callers', async () => {
  const { send, deps } = endpoint();
  deps.manifest.operator.callSeats = 2;
  const posts = Array.from({ length: 8 }, (_, number) => jsonPost({ ...shortCall, phone: `217 555 010${number}` }));
  const statuses = (await Promise.all(posts.map((post) => send(post)))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(2);
  expect(statuses.filter((status) => status === 409)).toHaveLength(6);
  expect(await deps.store.takenSlots('2026', '2027')).toEqual([{ start: '2026-11-24T15:00:00.000Z', seats: 2 }]);
});

test('a key sent again after its time was booked gets the first answer, not a refusal', async () => {
  const { send } = endpoint();
  const keyed = { ...shortCall, requestId: '3f2b8c1e-7a54-4d0e-9b1a-2c6d5e4f3a21' };
  const first = await (await send(jsonPost(keyed))).json();
  const again = await send(jsonPost(keyed));
  expect([again.status, await again.json()]).toEqual([200, first]);
});

test('a form that comes second comes back with the values kept and the other times by day, on the reader’s clocks', async () => {
  const { send } = endpoint();
  await send(jsonPost(shortCall));
  const response = await send(formPost({ ...other, timeZone: 'America/New_York' }));
  expect(response.status).toBe(409);
  const html = await response.text();
  expect(html).toContain(texts.en.problems['slot-taken'].title);
  expect(html).toContain('value="217 555 0143"');
  expect(html).toContain(
    '<optgroup label="Tuesday, November 24"><option value="20261124T1515Z">10:15\u00a0AM</option>',
  );
  expect(html).not.toContain(shortCall.slot);
});

test('a form without a time gets those of three days as choices, and the other days after them', async () => {
  const { send } = endpoint();
  const response = await send(formPost({ ...shortCall, slot: '' }));
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('<li><a href="#slot">Select a time for the call</a></li>');
  const groups = [...html.matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/g)].map(([, day, inner = '']) => [
    day,
    inner.match(/<option value="2026/g)?.length ?? 0,
    inner.match(/<option value="day-2026/g)?.length ?? 0,
  ]);
  // Monday from ten on. Of the fourteen days two are Sundays.
  expect(groups).toEqual([
    ['Monday, November 23', 36, 0],
    ['Tuesday, November 24', 40, 0],
    ['Wednesday, November 25', 40, 0],
    ['Other days', 0, 9],
  ]);
  expect(html).toContain('other days below');
  expect(html).toContain('<optgroup label="Monday, November 23"><option value="20261123T1600Z">');
});

test('a form that names one of the other days comes back with its times, and can go back to the first ones', async () => {
  const { send } = endpoint();
  const asking = { ...shortCall, locale: 'es', timeZone: 'America/New_York' };
  const response = await send(formPost({ ...asking, slot: 'day-20261130T1500Z' }));
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain(
    '<optgroup label="lunes, 30 de noviembre"><option value="20261130T1500Z">10:00\u00a0a.m.</option>',
  );
  expect(html).toContain(
    '<optgroup label="Otros días"><option value="day-20261123T1600Z">lunes, 23 de noviembre</option>',
  );
  expect(html).toContain('value="217 555 0142"');
  const last = await (await send(formPost({ ...asking, slot: 'day-20991130T1500Z' }))).text();
  expect(last).toContain('<optgroup label="lunes, 23 de noviembre">');
});

test('a form is told when no time is free', async () => {
  const { send, deps } = endpoint();
  const { operator } = deps.manifest;
  const hours = Object.fromEntries(Object.keys(operator.hours).map((day) => [day, null])) as typeof operator.hours;
  deps.manifest.operator = { ...operator, hours };
  const full = await (await send(formPost({ ...shortCall, slot: '' }))).text();
  expect([full.includes('no time is free'), full.includes('press first')]).toEqual([true, false]);
});

test('a form with another mistake keeps the time that was picked', async () => {
  const { send } = endpoint();
  const html = await (await send(formPost({ ...shortCall, phone: '12' }))).text();
  expect(html).toContain(`<option value="${shortCall.slot}" selected>`);
});

test('the other forms carry no list of times', async () => {
  const { send } = endpoint();
  const html = await (await send(formPost({ ...goodRequests.callback, phone: '12' }))).text();
  expect(html).not.toContain('<optgroup');
});

test('a program without a time is told the next ones', async () => {
  const { send } = endpoint();
  const { errors, slots } = await (await send(jsonPost({ ...shortCall, slot: '' }))).json();
  expect(errors).toMatchObject([{ pointer: '#/slot', code: 'slot.missing' }]);
  expect(slots).toHaveLength(6);
  expect(slots[0].id).toBe('20261123T1600Z');
});

import { expect, test } from 'vitest';
import { webHashing } from '#requests/hashing.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { goodRequest, goodRequests, manifestOf } from './fixtures.ts';

type Kind = keyof typeof goodRequests;
const kinds = Object.keys(goodRequests) as Kind[];
const phone = { phone: '217 555 0142', voicemail: 'none', someoneElseAnswers: 'hang-up' };

test.each(kinds)('a program asks for a %s and gets its receipt', async (kind) => {
  const { send, deps } = endpoint();
  const response = await send(jsonPost(goodRequests[kind]));
  expect(response.status).toBe(201);
  const receipt = await response.json();
  expect(receipt).toMatchObject({ kind, cancelUrl: expect.stringMatching(/^\/api\/v1\/cancel\/[\w-]{22}$/) });
  expect(await deps.store.list()).toMatchObject([{ kind, reference: receipt.reference, state: 'open' }]);
});

test.each(kinds)('a form without script asks for a %s and gets the confirmation of its own page', async (kind) => {
  const { send, deps } = endpoint();
  const response = await send(formPost(goodRequests[kind]));
  expect(response.status).toBe(201);
  const html = await response.text();
  const [request] = await deps.store.list();
  expect(html).toContain(`data-template="${kind}"`);
  expect(html).toContain(`<b>${request?.reference}</b>`);
  expect(html).not.toMatch(/<form|<script|\[\[/);
});

test.each(kinds)('a %s with a mistake comes back on its own page', async (kind) => {
  const { send } = endpoint();
  const html = await (await send(formPost({ ...goodRequests[kind], timeZone: 'Mars/Base' }))).text();
  expect(html).toContain(`data-template="${kind}"`);
  expect(html).toContain('<li><a href="#timeZone">');
});

test('a form of a kind that this build has no page for comes back as the form for a call', async () => {
  const { callback, cancel } = manifestOf().pages;
  const { send } = endpoint({}, { pages: { ...(callback && { callback }), ...(cancel && { cancel }) } });
  const response = await send(formPost(goodRequests.meeting));
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('data-template="callback"');
});

test.each<[string, Kind, Record<string, string>, string]>([
  [
    'a short call',
    'short-call',
    {},
    'A person from Sample Operator will call you on Tuesday, November 24, 9:00\u00a0AM, Central Time. The call takes about 15 minutes.',
  ],
  ['a short call', 'short-call', { timeZone: 'America/New_York' }, 'Tuesday, November 24, 10:00\u00a0AM, Eastern Time'],
  ['a short call', 'short-call', { locale: 'es' }, 'el martes, 24 de noviembre, 9:00'],
  ['a meeting by mail', 'meeting', {}, 'will write to your email address'],
  ['a meeting by phone', 'meeting', { ...phone, email: '' }, 'will call you to set a time to meet'],
  ['a meeting either way', 'meeting', phone, 'will call or write to you'],
  ['texts', 'text-info', {}, 'You will get one text that asks you to reply YES.'],
  [
    'texts beside a meeting',
    'meeting',
    { ...phone, textConsent: 'true' },
    'to set a time to meet. You will get one text',
  ],
  [
    'texts where it is night',
    'text-info',
    { timeZone: 'Pacific/Guam', textTiming: 'next-open-hour' },
    'At the next hour',
  ],
  ['texts at night at once', 'text-info', { timeZone: 'Pacific/Guam', textTiming: 'now' }, 'You will get one text'],
])('what comes after %s (%s, %j) is told', async (_, kind, changes, sentence) => {
  const { send } = endpoint();
  const response = await send(jsonPost({ ...goodRequests[kind], ...changes }));
  expect((await response.json()).whatNext).toContain(sentence);
});

test('every consent is a record of its own, with the words and the button of its form', async () => {
  const { send, deps } = endpoint();
  const extras = { ...phone, textConsent: 'true' };
  const response = await send(jsonPost({ ...goodRequests.meeting, ...extras }));
  const found = await deps.store.find((await response.json()).reference);
  const evidence = await deps.store.evidenceOf(found?.id ?? '');
  const asked = { control: 'ask-for-a-meeting', value: 'pressed' };
  expect(evidence).toMatchObject([
    { purpose: 'meeting', channel: 'phone', status: 'active', action: asked, pagePath: '/contact/meeting/' },
    { purpose: 'meeting', channel: 'email', status: 'active', action: asked, buttonText: 'Ask for a meeting' },
    { purpose: 'texts-too', channel: 'text', status: 'pending', action: { control: 'textConsent', value: 'ticked' } },
  ]);
  const [byPhone, byMail, byText] = evidence.map(({ subjectKey }) => subjectKey);
  expect(byPhone).toBe(await deps.keyed.subjectKey('+12175550142'));
  expect(byMail).toBe(await deps.keyed.subjectKey('ana@example.org'));
  expect(byText).toBe(byPhone);
  expect(new Set(evidence.map(({ disclosureSha256 }) => disclosureSha256)).size).toBe(2);
});

const queued = async (body: Record<string, unknown>) => {
  const { send, deps } = endpoint();
  const { reference } = await (await send(jsonPost(body))).json();
  const found = await deps.store.find(reference);
  const rows = (await deps.store.outboxList()).map(({ channel, type }) => `${channel} ${type}`).sort();
  return { rows, text: await deps.store.textOf(found?.id ?? ''), request: found };
};

test('texts wait for a yes: one confirmation is queued, and the request is kept for three days', async () => {
  const { rows, text, request } = await queued(goodRequests['text-info']);
  expect(rows).toEqual(['text text.confirm', 'webhook request.created']);
  expect(text).toMatchObject({ state: 'requested' });
  expect(request?.eraseBy).toBe('2026-11-26T15:00:00.000Z');
});

test('a meeting with texts is kept as long as any request', async () => {
  const { rows, text, request } = await queued({ ...goodRequests.meeting, ...phone, textConsent: true });
  expect(rows).toContain('text text.confirm');
  expect(text).toMatchObject({ state: 'requested' });
  expect(request?.eraseBy).toBe('2026-12-23T15:00:00.000Z');
});

test('what looks like a program is stored and told, but gets no text', async () => {
  const { rows, request } = await queued({ ...goodRequests['text-info'], more: 'x', utm: 'y' });
  expect(request).toMatchObject({ isQuarantined: true });
  expect(rows).toEqual(['webhook request.created']);
});

test('a second wish of the same person within a day is saved, answered as new, and known as a repeat', async () => {
  const { send, deps } = endpoint();
  const ask = async (changes: object) => (await send(jsonPost({ ...goodRequest, ...changes }))).json();
  const [first, second] = [await ask({}), await ask({ voicemail: 'may-name-program', phone: '(217) 555-0142' })];
  await ask({ phone: '217 555 0143' });
  expect(second.reference).not.toBe(first.reference);
  const listed = await deps.store.list();
  const original = listed.find(({ reference }) => reference === first.reference);
  expect(listed.map(({ repeatOf }) => repeatOf)).toEqual([undefined, original?.id, undefined]);
});

test('a page copy of an earlier day still works, and the record names the words that it showed', async () => {
  const { send, deps } = endpoint();
  for (const disclosureVersion of ['2026-11-22', '2026-11-23', '2026-11-30']) {
    const { reference } = await (await send(jsonPost({ ...goodRequest, disclosureVersion }))).json();
    const found = await deps.store.find(reference);
    const [record] = await deps.store.evidenceOf(found?.id ?? '');
    const shown = deps.manifest.disclosures.find(
      ({ version, locale, kind }) => version === disclosureVersion && locale === 'en' && kind === 'callback',
    );
    expect(record).toMatchObject({ disclosureVersion, disclosureSha256: await webHashing.digest(shown?.text ?? '') });
  }
});

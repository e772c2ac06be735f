import { expect, test } from 'vitest';
import { problemCodes, problemStatus } from '#requests/problem.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { callInstead, goodRequest, texts } from './fixtures.ts';

const api = 'https://help.gov';
const key = '3f2b8c1e-7a54-4d0e-9b1a-2c6d5e4f3a21';

test('a good request from a program is saved, then answered with its receipt', async () => {
  const { send, deps } = endpoint();
  const response = await send(jsonPost(goodRequest));
  expect(response.status).toBe(201);
  const receipt = await response.json();
  expect(Object.keys(receipt).sort()).toEqual(['cancelUrl', 'kind', 'receivedAt', 'reference', 'whatNext']);
  expect(receipt.reference).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{8}$/);
  expect(receipt.cancelUrl).toMatch(/^\/api\/v1\/cancel\/[\w-]{22}$/);
  expect(receipt.whatNext).toBe(
    'A person from Sample Operator will call you: Monday to Friday, 9\u00a0AM to 12\u00a0PM, Central Time. They try up to 3 times over 3 days. The first try is on Monday, November 23.',
  );
  expect(await deps.store.list()).toMatchObject([
    { reference: receipt.reference, isQuarantined: false, state: 'open' },
  ]);
});

test('what happens next is told on the clocks of the person who asked', async () => {
  const { send } = endpoint();
  const response = await send(jsonPost({ ...goodRequest, timeZone: 'America/New_York', locale: 'es' }));
  expect((await response.json()).whatNext).toContain(
    'de lunes a viernes, de 10\u00a0a.m. a 1\u00a0p.m., hora oriental',
  );
});

test('a good form is answered with the page itself: reference, link to erase, no script', async () => {
  const { send, deps } = endpoint();
  const response = await send(formPost({ ...goodRequest, name: '', more: '' }));
  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-robots-tag')).toBe('noindex');
  const html = await response.text();
  const [request] = await deps.store.list();
  expect(html).toContain(`<b>${request?.reference}</b>`);
  expect(html).toContain('November 23, 2026');
  expect(html).toMatch(/href="\/api\/v1\/cancel\/[\w-]{22}"/);
  expect(html).not.toMatch(/<form|<script|\[\[/);
});

const withSummary = {
  ...goodRequest,
  disclosureVersion: '2026-11-23',
  shareQuizSummary: 'true',
  quizSummary: 'An IOP may fit.\r\nWhy: 5 signs.',
};

test('the summary of the quiz is sealed with the request, and sending it is a consent of its own', async () => {
  const { send, deps, log } = endpoint();
  expect((await send(formPost(withSummary))).status).toBe(201);
  const [listed] = await deps.store.list();
  const request = await deps.store.find(listed?.reference ?? '');
  expect(JSON.stringify([request, log])).not.toContain('An IOP may fit');
  const evidence = await deps.store.evidenceOf(listed?.id ?? '');
  expect(evidence).toMatchObject([
    { purpose: 'call-back', pagePath: '/check-your-options/' },
    { purpose: 'quiz-summary', pagePath: '/check-your-options/', disclosureVersion: '2026-11-23' },
  ]);
  expect(evidence[0]?.disclosureSha256).not.toBe(evidence[1]?.disclosureSha256);
  expect(JSON.stringify(evidence)).not.toContain('signs');
});

test('a form that comes back never holds the summary of the quiz, and says so', async () => {
  const { send } = endpoint();
  const html = await (await send(formPost({ ...withSummary, phone: '12' }))).text();
  expect(html).toContain('The summary was not kept');
  expect(html).not.toMatch(/An IOP|5 signs/);
  expect(await (await send(formPost({ ...goodRequest, phone: '12' }))).text()).not.toContain('was not kept');
});

test('a form with mistakes comes back with a summary, messages and everything that was typed; nothing is saved', async () => {
  const { send, deps } = endpoint();
  const { contactWindow: _, ...incomplete } = goodRequest;
  const response = await send(formPost({ ...incomplete, phone: '12 <b>"quoted"', name: "D'Arcy" }));
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('<title>Error: Ask for a call</title>');
  expect(html).toContain('<li><a href="#phone">Enter a US phone number, like 217 555 0142</a></li>');
  expect(html).toContain('<p class="field-error" id="contactWindow-error">Select when we should call</p>');
  expect(html).toContain('value="12 &lt;b&gt;&quot;quoted&quot;"');
  expect(html).toContain('value="D&#39;Arcy"');
  expect(html).toContain('aria-describedby="phone-hint phone-error" aria-invalid="true"');
  expect(await deps.store.list()).toEqual([]);
});

test('each field with a mistake is named once, in the order of the form, with a code and words', async () => {
  const { send } = endpoint();
  const body = {
    ...goodRequest,
    requestId: key,
    phone: '911',
    contactWindow: 'sunday',
    email: 'a@example.org',
    timeZone: 'Mars/Base',
    voicemail: 7,
  };
  const response = await send(jsonPost(body));
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: '/problems/validation/',
    title: 'There is a problem',
    status: 422,
    code: 'validation',
    detail: texts.en.problems.validation.detail,
    phone: callInstead,
    requestId: key,
    errors: [
      { pointer: '#/phone', code: 'phone.not-callable', message: texts.en.fieldMessages['phone.not-callable'] },
      { pointer: '#/timeZone', code: 'timeZone.unknown', message: texts.en.fieldMessages['timeZone.unknown'] },
      { pointer: '#/voicemail', code: 'voicemail.unknown', message: texts.en.fieldMessages['voicemail.unknown'] },
      { pointer: '#/email', code: 'field.not-here', message: texts.en.fieldMessages['field.not-here'] },
    ],
  });
});

test('a time that the operator does not offer is a mistake of its own', async () => {
  const { send } = endpoint();
  const response = await send(jsonPost({ ...goodRequest, contactWindow: 'sunday' }));
  expect((await response.json()).errors).toMatchObject([
    { pointer: '#/contactWindow', code: 'contactWindow.not-offered' },
  ]);
});

const get = (path: string) => new Request(api + path);
const big = `name=${'x'.repeat(9000)}`;
const streamed = (text: string) =>
  new Request(`${api}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: new ReadableStream({
      start(controller) {
        for (const piece of text.match(/.{1,1000}/g) ?? []) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
    duplex: 'half',
  } as RequestInit);
const withQuery = () =>
  new Request(`${api}/api/v1/requests?utm=1`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });

test.each([
  { case: 'JSON that is none', request: () => jsonPost('{"kind":'), status: 400, code: 'malformed' },
  { case: 'a JSON list', request: () => jsonPost('[]'), status: 400, code: 'malformed' },
  { case: 'a JSON null', request: () => jsonPost('null'), status: 400, code: 'malformed' },
  {
    case: 'bytes that are not UTF-8',
    request: () => new Request(jsonPost({}), { body: new Uint8Array([0x7b, 0xff, 0x7d]), method: 'POST' }),
    status: 400,
    code: 'malformed',
  },
  { case: 'a form with a broken escape', request: () => formPost('phone=%zz'), status: 400, code: 'malformed' },
  {
    case: 'a form with escapes that are not UTF-8',
    request: () => formPost('phone=%ff'),
    status: 400,
    code: 'malformed',
  },
  {
    case: 'a form field that comes twice',
    request: () => formPost('phone=1&phone=2'),
    status: 400,
    code: 'duplicate-field',
  },
  { case: 'a query string', request: withQuery, status: 400, code: 'query-present' },
  {
    case: 'a post from another site',
    request: () => jsonPost(goodRequest, { 'sec-fetch-site': 'cross-site' }),
    status: 403,
    code: 'cross-site',
  },
  {
    case: 'a post from another site that no form could have made',
    request: () => jsonPost('hi', { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }),
    status: 415,
    code: 'wrong-type',
  },
  { case: 'an unknown path', request: () => get('/api/v1/nothing'), status: 404, code: 'not-found' },
  { case: 'the path with a slash too many', request: () => get('/api/v1/requests/'), status: 404, code: 'not-found' },
  {
    case: 'a look at the path for posts',
    request: () => get('/api/v1/requests'),
    status: 405,
    code: 'method-not-allowed',
  },
  { case: 'a body over 8 KiB', request: () => formPost(big), status: 413, code: 'too-big' },
  {
    case: 'a body over 8 KiB that does not say how long it is',
    request: () => streamed(JSON.stringify({ name: big })),
    status: 413,
    code: 'too-big',
  },
  { case: 'a very long address', request: () => get(`/api/${'x'.repeat(3000)}`), status: 414, code: 'url-too-long' },
  {
    case: 'plain text',
    request: () => jsonPost('hi', { 'content-type': 'text/plain' }),
    status: 415,
    code: 'wrong-type',
  },
  {
    case: 'a multipart form',
    request: () => jsonPost('hi', { 'content-type': 'multipart/form-data; boundary=x' }),
    status: 415,
    code: 'wrong-type',
  },
  {
    case: 'another charset',
    request: () => jsonPost('{}', { 'content-type': 'application/json; charset=latin1' }),
    status: 415,
    code: 'wrong-type',
  },
  {
    case: 'a compressed body',
    request: () => jsonPost('{}', { 'content-encoding': 'gzip' }),
    status: 415,
    code: 'wrong-type',
  },
])('$case is answered $status $code', async ({ request, status, code }) => {
  const { send, deps } = endpoint();
  const sent = request();
  const isForm = sent.headers.get('content-type')?.includes('urlencoded');
  const response = await send(sent);
  expect(response.status).toBe(status);
  expect(problemStatus[code as keyof typeof problemStatus]).toBe(status);
  if (isForm) expect(await response.text()).toBe(`<h1>problem ${code}</h1>`);
  else expect(await response.json()).toMatchObject({ code, status, type: `/problems/${code}/` });
  expect(await deps.store.list()).toEqual([]);
});

test.each([
  ['{"kind":"callback","kind":"meeting"}', 'duplicate-field'],
  [String.raw`{"kind":"callback","\u006bind":"callback"}`, 'duplicate-field'],
  ['{"a":{"b":1},"b":":","c":[{"b":2}],"d":"\\":"}', 'validation'],
])('a program names a field once, too: %s', async (body, code) => {
  const { send } = endpoint();
  expect(await (await send(jsonPost(body))).json()).toMatchObject({ code });
});

test('what a path takes is said with a 405', async () => {
  const { send } = endpoint();
  expect((await send(get('/api/v1/requests'))).headers.get('allow')).toBe('POST');
  const toPage = await send(new Request(`${api}/guides/`, { method: 'POST' }));
  expect([toPage.status, toPage.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('the sixth request of an address within ten minutes is told when to come back, and whom to call', async () => {
  const { send } = endpoint();
  const from = { address: '192.0.2.1' };
  for (let count = 0; count < 5; count += 1) expect((await send(jsonPost(goodRequest), from)).status).toBe(201);
  const sixth = await send(jsonPost(goodRequest), from);
  expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '600']);
  expect(await sixth.json()).toMatchObject({ code: 'too-many', phone: callInstead });
  const asForm = await send(formPost(goodRequest), from);
  expect(asForm.status).toBe(429);
  expect(await asForm.text()).toContain('value="217 555 0142"');
  expect((await send(jsonPost(goodRequest), { address: '192.0.2.2' })).status).toBe(201);
});

test.each([
  {
    case: 'an unknown field and no word about its origin',
    body: { fbclid: 'x' },
    headers: { 'sec-fetch-site': null, origin: null },
    isQuarantined: true,
  },
  { case: 'a filled trap and an unknown field', body: { more: 'x', utm: 'y' }, headers: {}, isQuarantined: true },
  { case: 'a filled trap alone', body: { more: 'x' }, headers: {}, isQuarantined: false },
  { case: 'an unknown field alone', body: { fbclid: 'x' }, headers: {}, isQuarantined: false },
])('$case: quarantined is $isQuarantined, and the answer is the same', async ({ body, headers, isQuarantined }) => {
  const { send, deps } = endpoint();
  const request = jsonPost({ ...goodRequest, ...body });
  for (const name of Object.keys(headers)) request.headers.delete(name);
  const response = await send(request);
  expect(response.status).toBe(201);
  expect(await deps.store.list()).toMatchObject([{ isQuarantined }]);
});

test('a link to erase shows a page first, erases on a post, and stays erased', async () => {
  const { send, deps } = endpoint();
  const { cancelUrl, reference } = await (await send(jsonPost(goodRequest))).json();
  const look = () => send(get(cancelUrl));
  expect(await (await look()).text()).toContain(`action="${cancelUrl}"`);
  expect(await deps.store.find(reference)).toHaveProperty('sealed');
  const post = () =>
    send(new Request(api + cancelUrl, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }));
  const done = await post();
  expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await done.text()).toContain('erased');
  expect(await (await post()).text()).toContain('erased');
  expect(await (await look()).text()).toContain('erased');
  expect(await deps.store.find(reference)).not.toHaveProperty('sealed');
  expect((await deps.store.stats()).evidence).toMatchObject({ active: 0, revoked: 1 });
});

test.each<[string, (headers: Record<string, string>) => Request]>([
  ['wrong fields', (headers) => jsonPost({}, headers)],
  ['nonsense', (headers) => jsonPost('nonsense', headers)],
  ['another site', (headers) => jsonPost(goodRequest, { ...headers, 'sec-fetch-site': 'cross-site' })],
])('a refusal repeats the key from the header, if it is one: %s', async (_, post) => {
  const { send } = endpoint();
  expect(await (await send(post({ 'idempotency-key': `"${key}"` }))).json()).toMatchObject({ requestId: key });
  expect(await (await send(post({ 'idempotency-key': 'x-canary' }))).json()).not.toHaveProperty('requestId');
});

test('another site cannot erase, and a made-up link leads nowhere', async () => {
  const { send, deps } = endpoint();
  const { cancelUrl, reference } = await (await send(jsonPost(goodRequest))).json();
  const foreign = new Request(api + cancelUrl, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  expect((await send(foreign)).status).toBe(403);
  expect(await deps.store.find(reference)).toHaveProperty('sealed');
  expect((await send(get(`/api/v1/cancel/${'A'.repeat(22)}`))).status).toBe(404);
});

test('health is a word and a status', async () => {
  const { send } = endpoint();
  const response = await send(get('/healthz'));
  expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
});

test.each<[string, () => Request]>([
  ['a receipt', () => jsonPost(goodRequest)],
  ['a refusal', () => jsonPost('nonsense')],
  ['an unknown path', () => get('/api/x')],
  ['free times', () => get('/api/v1/slots')],
  ['texts, where no carrier is set', () => new Request(`${api}/api/v1/sms/inbound`, { method: 'POST' })],
  ['health', () => get('/healthz')],
])('every answer for programs carries the headers of the specification and no more: %s', async (_, request) => {
  const { send } = endpoint();
  const { headers } = await send(request());
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  );
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-robots-tag')).toBe('noindex');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('vary')).toBe('Origin, Sec-Fetch-Site');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect([...headers.keys()].filter((name) => /^(access-control|set-cookie|server$)/.test(name))).toEqual([]);
});

test('every refusal has words in both languages', () => {
  for (const words of [texts.en, texts.es])
    expect(Object.keys(words.problems).sort()).toEqual([...problemCodes].sort());
});

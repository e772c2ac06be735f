import { expect, test } from 'vitest';
import { forms } from '#requests/forms.ts';
import type { Kind } from '#requests/kind.ts';
import { endpoint, formPost, jsonPost } from './endpoint.ts';
import { goodRequests, texts } from './fixtures.ts';

const kinds = Object.keys(goodRequests) as Kind[];
/** Without a number, the answers about calls mean nothing and are dropped, so the meeting of this file has one. */
const byPhone = { phone: '217 555 0142', voicemail: 'none', someoneElseAnswers: 'hang-up' };
const whole = { ...goodRequests, meeting: { ...goodRequests.meeting, ...byPhone } };
const everyField = kinds.flatMap((kind) =>
  Object.keys(forms[kind].shape)
    .filter((field) => field !== 'kind')
    .map((field) => ({ kind, field })),
);
const deep = (open: string, close: string, depth: number) => JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);
const oddValues = [
  ...[7, -0, 1e308, false, [], ['x'], {}, { toString: 'x' }, { length: 1 }],
  ...[deep('[', ']', 900), deep('{"a":', '}', 900), '\ud800', '\u0000', 'a\r\nb: c', '\u202e', 'x'.repeat(6000)],
];

test.each(everyField)('a $kind with an odd $field is told so by name, whatever the oddity', async ({ kind, field }) => {
  const { send, deps, log } = endpoint();
  for (const value of oddValues) {
    const response = await send(jsonPost({ ...whole[kind], [field]: value }));
    const said = JSON.stringify(value).slice(0, 40);
    expect(response.status, said).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const document = await response.json();
    expect(document, said).toMatchObject({ code: 'validation', title: texts.en.problems.validation.title });
    const pointers = document.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers, said).toContain(`#/${field}`);
    expect(new Set(pointers).size, said).toBe(pointers.length);
  }
  expect(await deps.store.list()).toEqual([]);
  expect(log.join()).not.toContain('failure');
});

test.each(kinds)('a %s without any of its fields names those that it cannot do without', async (kind) => {
  const { send } = endpoint();
  const asJson = await send(jsonPost({ kind, locale: 'es' }));
  expect(asJson.status).toBe(422);
  const { errors } = await asJson.json();
  expect(errors.length).toBeGreaterThan(1);
  for (const { message, code } of errors)
    expect(Object.entries(texts.es.fieldMessages)).toContainEqual([code, message]);
  const asForm = await send(formPost({ kind, locale: 'es' }));
  expect(asForm.status).toBe(422);
  expect(await asForm.text()).toContain(`<html lang="es" data-template="${kind}">`);
});

const ofSize = (bytes: number) => {
  const empty = JSON.stringify({ ...goodRequests.callback, other: '' });
  return JSON.stringify({ ...goodRequests.callback, other: 'x'.repeat(bytes - empty.length) });
};

test.each([
  { bytes: 8192, status: 201 },
  { bytes: 8193, status: 413 },
])('a body of $bytes bytes is answered $status, with its length said or not', async ({ bytes, status }) => {
  const { send } = endpoint();
  const body = ofSize(bytes);
  expect((await send(jsonPost(body))).status).toBe(status);
  expect((await send(jsonPost(body, { 'content-length': String(bytes) }))).status).toBe(status);
  // A length that is a lie, in case whoever is in front of us lets it pass.
  expect((await send(jsonPost(body, { 'content-length': '10' }))).status).toBe(status);
  expect((await send(jsonPost(body, { 'content-length': 'many' }))).status).toBe(status);
});

test.each([
  { case: 'nested deeper than anybody could', body: `{"name":${'['.repeat(8000)}`, status: 400, code: 'malformed' },
  {
    case: 'nested deep and well-formed, in a field of nobody',
    body: `{"x":${'['.repeat(4000)}${']'.repeat(4000)}}`,
    status: 422,
    code: 'validation',
  },
  { case: 'empty', body: '', status: 400, code: 'malformed' },
  { case: 'a number', body: '7', status: 400, code: 'malformed' },
  {
    case: 'a byte order mark and JSON',
    body: `\ufeff${JSON.stringify(goodRequests.callback)}`,
    status: 201,
    code: undefined,
  },
  { case: 'two documents', body: '{}{}', status: 400, code: 'malformed' },
  { case: 'a prototype of its own', body: '{"__proto__":{"kind":"callback"}}', status: 422, code: 'validation' },
])('a body that is $case is answered $status', async ({ body, status, code }) => {
  const { send, log } = endpoint();
  const response = await send(jsonPost(body));
  expect(response.status).toBe(status);
  expect((await response.json()).code).toBe(code);
  expect(log.join()).not.toContain('failure');
});

test.each(['', 'application/jsonp', 'application/json-patch+json', 'json', 'application/json; charset=utf-16'])(
  'a body of type "%s" is not read',
  async (type) => {
    const { send } = endpoint();
    const request = jsonPost(goodRequests.callback, { 'content-type': type });
    if (type === '') request.headers.delete('content-type');
    const response = await send(request);
    expect([response.status, (await response.json()).code]).toEqual([415, 'wrong-type']);
  },
);

test.each(kinds)('a form of a %s with a field twice is refused, the same value or not', async (kind) => {
  const { send, deps } = endpoint();
  const body = new URLSearchParams(goodRequests[kind]).toString();
  for (const twice of [
    `${body}&locale=en`,
    `${body}&timeZone=America%2FDenver`,
    `${body}&more=&more=`,
    `${body}&%74imeZone=x`,
  ]) {
    const response = await send(formPost(twice));
    expect([response.status, await response.text()]).toEqual([400, '<h1>problem duplicate-field</h1>']);
  }
  expect(await deps.store.list()).toEqual([]);
});

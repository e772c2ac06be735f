import { expect, test } from 'vitest';
import { readAnswer } from '#requests/client-answer.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';

const read = async (response: Response) =>
  readAnswer({
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  });

test('what the endpoint says is understood', async () => {
  const { send } = endpoint();
  expect(await read(await send(jsonPost(goodRequest)))).toMatchObject({
    kind: 'saved',
    receipt: { reference: expect.stringMatching(/^\w{8}$/), cancelUrl: expect.stringMatching(/^\/api/) },
  });
  expect(await read(await send(jsonPost({ ...goodRequest, phone: '' })))).toMatchObject({
    kind: 'refused',
    problem: { code: 'validation', errors: [{ pointer: '#/phone' }] },
    mayRetry: false,
  });
});

const receipt = JSON.stringify({
  reference: 'ACDEFGHJ',
  receivedAt: 'x',
  kind: 'callback',
  whatNext: 'x',
  cancelUrl: 'x',
});
const problem = (code: string) => JSON.stringify({ code, title: 'x', detail: 'x' });
const json = 'application/json';
const problemJson = 'application/problem+json; charset=utf-8';

test.each<[string, number, string, string, object]>([
  ['a replay', 200, json, receipt, { kind: 'saved' }],
  ['the page of a hotel', 200, 'text/html', '<h1>Welcome</h1>', { kind: 'nothing', mayRetry: false }],
  ['our words in another type', 201, 'text/html', receipt, { kind: 'nothing' }],
  ['JSON of somebody else', 201, json, '{"ok":true}', { kind: 'nothing' }],
  ['half an answer', 201, json, receipt.slice(0, 30), { kind: 'nothing' }],
  ['another success', 202, json, receipt, { kind: 'nothing' }],
  ['a broken gateway', 502, 'text/html', 'x', { kind: 'nothing', mayRetry: false }],
  ['an overloaded gateway', 503, 'text/html', 'x', { kind: 'nothing', mayRetry: true }],
  ['a store that cannot save', 503, problemJson, problem('not-saved'), { kind: 'refused', mayRetry: true }],
  ['a demonstration elsewhere', 503, problemJson, problem('demo-elsewhere'), { kind: 'refused', mayRetry: false }],
  ['a slow line', 408, problemJson, problem('too-slow'), { kind: 'refused', mayRetry: true }],
  ['the same, still under way', 409, problemJson, problem('in-flight'), { kind: 'refused', mayRetry: true }],
  ['a time that is gone', 409, problemJson, problem('slot-taken'), { kind: 'refused', mayRetry: false }],
  ['too many', 429, problemJson, problem('too-many'), { kind: 'refused', mayRetry: false }],
])('%s is taken for what it is', (_name, status, type, text, expected) => {
  expect(readAnswer({ status, type, text })).toMatchObject(expected);
});

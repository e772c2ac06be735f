import { expect, test } from 'vitest';
import type { Manifest } from '#requests/manifest.ts';
import { endpoint } from './endpoint.ts';
import { goodRequest } from './fixtures.ts';

const demo: Partial<Manifest> = { mode: 'demo', origin: 'http://127.0.0.1:4321' };
const post = (headers: Record<string, string>, type = 'application/json') =>
  new Request('http://127.0.0.1:4321/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': type, host: '127.0.0.1:4321', ...headers },
    body: JSON.stringify(goodRequest),
  });

test.each([
  { from: 'this computer', headers: {}, peer: '127.0.0.1', status: 201 },
  {
    from: 'this computer by name',
    headers: { host: 'localhost:4321', origin: 'http://localhost:4321' },
    peer: '::1',
    status: 201,
  },
  { from: 'this computer, mapped to IPv6', headers: { host: '[::1]:4321' }, peer: '::ffff:127.0.0.1', status: 201 },
  { from: 'another computer', headers: {}, peer: '192.0.2.7', status: 503 },
  { from: 'an unknown peer', headers: {}, peer: undefined, status: 503 },
  { from: 'another name for this computer', headers: { host: 'rebound.example' }, peer: '127.0.0.1', status: 503 },
  { from: 'a proxy on this computer', headers: { 'x-forwarded-for': '192.0.2.7' }, peer: '127.0.0.1', status: 503 },
  { from: 'a tunnel on this computer', headers: { forwarded: 'for=192.0.2.7' }, peer: '127.0.0.1', status: 503 },
])('the demonstration answers a post from $from with $status', async ({ headers, peer, status }) => {
  const { send, deps } = endpoint({}, demo);
  const response = await send(post(headers), { peer });
  expect(response.status).toBe(status);
  expect(await deps.store.list()).toHaveLength(status === 201 ? 1 : 0);
  if (status === 503) {
    const body = await response.json();
    expect(body).toMatchObject({ code: 'demo-elsewhere', helplines: [{ name: 'Helpline', number: '1-800-662-4357' }] });
    expect(body.detail).toContain('Nothing was saved');
  }
});

test('a form from elsewhere is answered with the page of that refusal', async () => {
  const { send } = endpoint({}, demo);
  const response = await send(post({}, 'application/x-www-form-urlencoded'), { peer: '192.0.2.7' });
  expect([response.status, await response.text()]).toEqual([503, '<h1>problem demo-elsewhere</h1>']);
});

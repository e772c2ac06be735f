import { expect, test } from 'vitest';
import { type Means, post } from '#requests/island/post.ts';

const saved = () =>
  new Response(JSON.stringify({ reference: 'ACDEFGHJ', receivedAt: 'x', whatNext: 'x', cancelUrl: 'x' }), {
    status: 201,
    headers: { 'content-type': 'application/json' },
  });
const refused = (status: number, code: string) =>
  new Response(JSON.stringify({ code, title: 'x', detail: 'x' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

/** A browser whose line gives these answers, one after the other. Waiting takes no time; giving up on an answer never comes. */
function line(answers: (() => Response | Promise<Response>)[], isOnline = true) {
  const bodies: unknown[] = [];
  const pauses: number[] = [];
  const means: Means = {
    async fetch(_path, { body }) {
      bodies.push(body);
      return (answers[bodies.length - 1] ?? lost)();
    },
    wait(milliseconds) {
      if (milliseconds > 10_000) return new Promise(() => {});
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    isOnline: () => isOnline,
  };
  return { means, bodies, pauses };
}

test('a line that drops twice is tried twice more, with the same words and longer pauses', async () => {
  const { means, bodies, pauses } = line([lost, () => refused(503, 'not-saved'), saved]);
  expect(await post('{"requestId":"1"}', means)).toMatchObject({ kind: 'saved' });
  expect(bodies).toEqual(Array(3).fill('{"requestId":"1"}'));
  expect(pauses).toEqual([1000, 4000]);
});

test('after three tries the person decides', async () => {
  const { means, bodies } = line([lost, lost, lost, saved]);
  expect(await post('{}', means)).toEqual({ kind: 'nothing', mayRetry: true });
  expect(bodies).toHaveLength(3);
});

test.each([
  ['a mistake in the form', () => refused(422, 'validation')],
  ['a time that is gone', () => refused(409, 'slot-taken')],
  ['too many', () => refused(429, 'too-many')],
  ['a page of somebody else', () => new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } })],
])('%s is not sent again', async (_name, answer) => {
  const { means, bodies } = line([answer, saved]);
  expect((await post('{}', means)).kind).not.toBe('saved');
  expect(bodies).toHaveLength(1);
});

test('offline nothing is tried again', async () => {
  const { means, bodies } = line([lost, saved], false);
  expect(await post('{}', means)).toMatchObject({ kind: 'nothing' });
  expect(bodies).toHaveLength(1);
});

test('an answer that never comes is given up on', async () => {
  let tries = 0;
  const means: Means = {
    fetch: (_path, { signal }) => {
      tries += 1;
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    },
    wait: () => Promise.resolve(),
    isOnline: () => true,
  };
  expect(await post('{}', means)).toMatchObject({ kind: 'nothing' });
  expect(tries).toBe(3);
});

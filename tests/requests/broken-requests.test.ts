import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerBroken } from '#requests/run/broken-requests.ts';
import { endpoint, jsonPost } from './endpoint.ts';
import { texts } from './fixtures.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A server whose patience is short. Gives a way to talk to it, and its log. Where it is `early`, it answers before it has heard all. */
async function impatient({ early = false } = {}) {
  const { deps, log, send } = endpoint();
  const server = createServer({ headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10 });
  answerBroken(server, deps);
  server.on('request', (request, response) => {
    if (early) response.writeHead(413, { 'content-length': '0' }).end();
    else request.on('end', () => response.end('whole'));
    request.on('error', () => {}).resume();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  endings.push(() => server.close());
  return { log, send, say: (...parts: string[]) => said((server.address() as AddressInfo).port, parts) };
}

/** Says one part after each answer, leaves the line open, and gives all that comes back until the other end closes it. */
const said = (port: number, [first = '', ...parts]: string[]) =>
  new Promise<string>((done) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      heard += chunk;
      socket.write(parts.shift() ?? '');
    });
    socket.on('error', () => {});
    socket.on('close', () => done(heard));
  });

const line = 'POST /api/v1/requests HTTP/1.1\r\nHost: x\r\n';
const json = 'Content-Type: application/json\r\n';

test.each([
  ['headers that do not come to their end', line, 408, 'too-slow'],
  ['a body that does not come to its end', `${line}${json}Content-Length: 9\r\n\r\n{"ki`, 408, 'too-slow'],
  ['headers that are too big', `${line}More: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-big'],
  ['what is no HTTP', 'hello\r\n\r\n', 400, 'malformed'],
] as const)('%s: status, plain words, code and the headers of an answer', async (_, bytes, status, code) => {
  const { say, log, send } = await impatient();
  const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(body)).toMatchObject({ code, status, type: `/problems/${code}/`, ...texts.en.problems[code] });
  const names = head.split('\r\n').map((header) => header.split(':', 1)[0]);
  const usual = (await send(jsonPost('nonsense'))).headers;
  expect(names).toEqual(expect.arrayContaining([...usual.keys(), 'content-length', 'connection', 'date']));
  expect(log.map((entry) => JSON.parse(entry))).toContainEqual(
    expect.objectContaining({ route: 'none', status, code }),
  );
});

test('a slow form is answered with the page, and a slow program in its language', async () => {
  const { say } = await impatient();
  const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
  expect(await say(`${line}${form}Content-Length: 9\r\n\r\nkind=`)).toContain('<h1>problem too-slow</h1>');
  const spanish = await say(`${line}${json}Accept-Language: es\r\nContent-Length: 9\r\n\r\n{`);
  expect(spanish).toContain(texts.es.problems['too-slow'].title);
});

test('who has the answer already, before all was said, gets no second one', async () => {
  const { say } = await impatient({ early: true });
  const heard = await say(`${line}${json}Content-Length: 9\r\n\r\n{"ki`);
  expect(heard).toMatch(/^HTTP\/1.1 413 /);
  expect(heard.match(/HTTP\/1.1/g)).toHaveLength(1);
});

test('on a line that was kept, the second request is answered by itself, and never in place of the first', async () => {
  const { say } = await impatient();
  const first = `${line}Content-Length: 0\r\n\r\n`;
  const inTurn = await say(first, 'hello\r\n\r\n');
  expect(inTurn.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  expect(await say(`${first}hello\r\n\r\n`)).not.toContain('400');
});

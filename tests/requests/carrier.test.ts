import { afterAll, expect, test } from 'vitest';
import { carrierAt } from '#requests/delivery/carrier.ts';
import { postWithin } from '#requests/delivery/post.ts';
import { isFromCarrier } from '#requests/http/carrier-signature.ts';
import { twiml } from '#requests/http/twiml.ts';
import { reachOf } from '#requests/reach.ts';
import { carrierError, fakeCarrier } from './fake-carrier.ts';

const fake = await fakeCarrier();
afterAll(() => fake.close());
const post = postWithin('anywhere');
const carrier = carrierAt(fake.settings, post);
const text = { to: '+13125550142', says: 'Sample sender: ¿Sí? & more = 100%' };
const send = (own = carrier) => own.send(text, AbortSignal.timeout(5000));

test('a text is handed over in the public format', async () => {
  expect(await send()).toEqual({ is: 'taken', messageId: `SM${'1'.padStart(32, '0')}` });
  expect(fake.texts.at(-1)).toEqual({ To: text.to, From: fake.settings.from, Body: text.says });
  expect(fake.faults).toEqual([]);
});

test('an address with a closing slash or a path of its own is taken as it is', async () => {
  expect((await send(carrierAt({ ...fake.settings, url: `${fake.settings.url}/` }, post))).is).toBe('taken');
  await send(carrierAt({ ...fake.settings, url: `${fake.settings.url}/gateway` }, post));
  expect(fake.faults.pop()).toBe(404);
});

test.each([
  { what: 'somebody who said stop', said: carrierError(400, 21610), handed: { is: 'stopped', status: 'sms-21610' } },
  { what: 'no number', said: carrierError(400, 21211), handed: { is: 'refused', status: 'sms-21211' } },
  {
    what: 'a number that takes no texts',
    said: carrierError(400, 21614),
    handed: { is: 'refused', status: 'sms-21614' },
  },
  { what: 'a wrong token', said: carrierError(401, 20003), handed: { is: 'later', status: 'sms-20003' } },
  { what: 'a sender that cannot text', said: carrierError(400, 21606), handed: { is: 'later', status: 'sms-21606' } },
  {
    what: 'too many',
    said: { ...carrierError(429, 20429), headers: { 'Retry-After': '7' } },
    handed: { is: 'later', status: 'sms-20429', afterMs: 7000 },
  },
  { what: 'a broken carrier', said: { status: 503, body: '<html>' }, handed: { is: 'later', status: '503' } },
  {
    what: 'an answer without a name',
    said: { status: 201, body: { status: 'queued' } },
    handed: { is: 'later', status: '201' },
  },
  {
    what: 'an answer in another form',
    said: { status: 201, body: '<TwilioResponse/>' },
    handed: { is: 'later', status: '201' },
  },
  {
    what: 'a way elsewhere',
    said: { status: 302, headers: { Location: '/elsewhere' } },
    handed: { is: 'later', status: '302' },
  },
])('$what is answered with its own status', async ({ said, handed }) => {
  fake.says(said);
  expect(await send()).toEqual(handed);
});

test('wrong credentials are refused by the fake, so it can fail', async () => {
  expect(await send(carrierAt({ ...fake.settings, token: 'other' }, post))).toMatchObject({ is: 'later' });
  expect(fake.faults.pop()).toBe(401);
});

test('nobody there, nobody in time, and an end from our side, are three things', async () => {
  expect(await send(carrierAt({ ...fake.settings, url: 'http://127.0.0.1:1' }, post))).toEqual({
    is: 'later',
    status: 'unreachable',
  });
  const never = carrierAt(fake.settings, (_url, _headers, _body, signal) => Promise.reject(signal.reason));
  const tooLate = AbortSignal.abort(new DOMException('Too slow', 'TimeoutError'));
  expect(await never.send(text, tooLate)).toEqual({ is: 'later', status: 'timeout' });
  expect(await carrier.send(text, AbortSignal.abort())).toEqual({ is: 'later', status: 'stopped' });
});

test.each([
  ['an address', 'https://10.0.0.1'],
  ['a name', 'https://localhost'],
])('in production %s that leads inside is not texted through', async (_, url) => {
  const inside = carrierAt({ ...fake.settings, url }, postWithin(reachOf.production));
  expect(await send(inside)).toEqual({ is: 'later', status: 'out-of-reach' });
});

// The examples of the public documentation and its libraries.
const address = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const fields = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const other = { ...fields, Caller: '+12349013030', From: '+12349013030' };

test('the examples of the documentation are signed right', async () => {
  expect(await isFromCarrier('RSOYDt4T1cUTdK1PDd93/VVr8B8=', address, fields, '12345')).toBe(true);
  expect(await isFromCarrier('0/KCTR6DLpKmkAf8muzZqo1nDgQ=', address, other, '12345')).toBe(true);
});

test.each([
  { what: 'no signature', signature: null },
  { what: 'an empty one', signature: '' },
  { what: 'one of other fields', signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=' },
  { what: 'no base64', signature: '?'.repeat(28) },
  { what: 'a longer one', signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=AAAA' },
  { what: 'another case', signature: 'rSOYDt4T1cUTdK1PDd93/VVr8B8=' },
])('$what is not from the carrier', async ({ signature }) => {
  expect(await isFromCarrier(signature, address, fields, '12345')).toBe(false);
});

test('another address, field or token breaks the signature', async () => {
  const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
  expect(await isFromCarrier(signature, `${address}&x=1`, fields, '12345')).toBe(false);
  expect(await isFromCarrier(signature, address, { ...fields, Extra: '' }, '12345')).toBe(false);
  expect(await isFromCarrier(signature, address, fields, '12346')).toBe(false);
});

test('an answer is XML whatever the operator is called', () => {
  expect(twiml('A & B <C>')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Message>A &amp; B &lt;C&gt;</Message></Response>',
  );
  expect(twiml()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
});

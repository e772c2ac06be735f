import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { makeKeys } from '#requests/run/keys.ts';
import { carrierError, fakeCarrier, inbound } from './fake-carrier.ts';
import { goodRequests } from './fixtures.ts';
import { start, tinySite } from './tiny-site.ts';

// Everything here is the real process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = tinySite();
const fake = await fakeCarrier();
const clock = join(folder, 'clock.txt');
writeFileSync(clock, '2026-11-23T15:00:00Z');
const { url, account, token, from } = fake.settings;
const carrier = { NRS_SMS_URL: url, NRS_SMS_ACCOUNT: account, NRS_SMS_TOKEN: token, NRS_SMS_FROM: from };
const server = await start(folder, { NRS_TEST_CLOCK: clock, ...carrier });
afterAll(async () => {
  server.process.kill('SIGKILL');
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

const phone = '+12175550142';
const reply = async (says: string) => {
  const message = inbound(says, phone, { signedFor: 'http://127.0.0.1:4321', sentTo: server.origin });
  const response = await fetch(message);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};
const texts = (number: number) => vi.waitFor(() => expect(fake.texts).toHaveLength(number), { timeout: 20_000 });

const ask = (number: string) =>
  fetch(`${server.origin}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...goodRequests['text-info'], phone: number }),
  });

test('a text that the carrier will never bring is an alarm', async () => {
  fake.says(carrierError(400, 21614));
  expect((await ask('+13125550142')).status).toBe(201);
  const told = /"event":"alarm".*"channel":"text".*"alarm":"dead-letter"/;
  await vi.waitFor(() => expect(server.said()).toMatch(told), { timeout: 20_000 });
});

test('the running server texts, hears a yes and a stop, and keeps no readable number', async () => {
  expect((await ask(phone)).status).toBe(201);
  await texts(1);
  expect(fake.texts[0]).toMatchObject({ To: phone, Body: expect.stringContaining('Reply YES') });
  expect(await reply('yes')).toMatchObject({ status: 200, type: 'text/xml' });
  await texts(2);
  const stopped = await reply('STOP');
  expect(stopped.body).toContain('<Message>Sample sender: You will get no more texts');
  expect(fake.faults).toEqual([]);

  const kept = readdirSync(join(folder, 'data')).map((file) => readFileSync(join(folder, 'data', file), 'latin1'));
  expect([...kept, server.said()].join()).not.toMatch(/2175550142/);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a carrier with half of its settings stops the start', async () => {
  const half = await start(folder, { NRS_SMS_URL: url });
  expect(await half.ended).toBe(1);
  expect(half.said()).toContain('NRS_SMS_ACCOUNT is missing');
});

test('a carrier without the key that opens stops the start: readers would be promised a text', async () => {
  const sealedOnly = await start(folder, { ...carrier, ...(await makeKeys('k1')), NRS_PRIVATE_KEY: '' });
  expect(await sealedOnly.ended).toBe(1);
  expect(sealedOnly.said()).toContain(
    'Not started: NRS_PRIVATE_KEY does not hold the key "k1" of NRS_PUBLIC_KEY. NRS_SMS_URL needs it: requests are opened to be delivered.\n',
  );
});

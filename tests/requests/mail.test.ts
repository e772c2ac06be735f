import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { mailCourier } from '#requests/delivery/mail.ts';
import { noticeOf } from '#requests/notice.ts';
import { content, deliveryRig } from './delivery-rig.ts';
import { mailServer, smtpError } from './mail-server.ts';
import { ownCertificate } from './own-certificate.ts';
import { at, later } from './rows.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function startServer(options: SMTPServerOptions = {}) {
  const server = await mailServer(options);
  open.push(server);
  return server;
}

type MailDeps = Parameters<typeof mailCourier>[0];
const mailTo = (url: string, changes: Partial<MailDeps> = {}) =>
  mailCourier({
    url: new URL(url),
    notifyTo: 'desk@example.org',
    endpoint: 'mail',
    reach: 'anywhere',
    timeZone: 'America/Chicago',
    timeoutMs: 5000,
    ...changes,
  });

/** Asks, tries once, and says how the row stands. */
async function tryOnce(courier: ReturnType<typeof mailCourier>, rig = deliveryRig()) {
  const asked = await rig.ask({ outbox: [{ channel: 'mail' }] });
  await rig.deliver(courier);
  const [row] = await rig.store.outboxList();
  return { rig, asked, row };
}

test('a notice says kind, reference and window, and nothing else', async () => {
  const server = await startServer();
  const { asked, row } = await tryOnce(mailTo(server.url));
  const [mail, ...more] = server.arrived;
  expect(more).toEqual([]);
  expect(row).toMatchObject({ state: 'delivered' });
  expect(mail?.text).toBe(`Kind: callback\nReference: ${asked.reference}\nWindow: weekday-morning\n`);
  expect(mail?.subject).toBe(`Request ${asked.reference}`);
  expect([mail?.sender, mail?.recipients]).toEqual(['desk@example.org', ['desk@example.org']]);
  expect(mail?.html).toBe(false);
  expect(mail?.messageId).toBe(`<${asked.notice.id}@example.org>`);
  expect(mail?.date?.toISOString()).toBe(at);
  const headers = mail?.raw.split('\r\n\r\n')[0]?.match(/^[\w-]+(?=:)/gm);
  expect(new Set(headers)).toEqual(
    new Set([
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Auto-Submitted',
      'Date',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]),
  );
  for (const word of [content.name, content.phone, content.timeZone, '2175550142'])
    expect(mail?.raw).not.toContain(word);
});

test('a picked time is told on the operator’s clocks, no time at all is left out', () => {
  const request = { id: 'x', reference: 'ACDE3467', kind: 'meeting', receivedAt: at } as const;
  const rest = { isQuarantined: false, needsPerson: false, state: 'open' } as const;
  const slot = { start: later(60), end: later(75) };
  expect(noticeOf({ ...request, ...rest, slot }, 'America/Chicago').text).toBe(
    'Kind: meeting\nReference: ACDE3467\nWindow: 2026-11-23 10:00 to 10:15 (America/Chicago)\n',
  );
  expect(noticeOf({ ...request, ...rest }, 'America/Chicago').text).toBe('Kind: meeting\nReference: ACDE3467\n');
});

test.each([421, 450, 451, 452])('a server that says %d for now is asked again, as the same message', async (code) => {
  let refusals = 1;
  const server = await startServer({
    onRcptTo: (_, __, done) => (refusals-- > 0 ? done(smtpError(code)) : done()),
  });
  const courier = mailTo(server.url);
  const { rig, row, asked } = await tryOnce(courier);
  expect(row).toMatchObject({ state: 'due', lastStatus: String(code) });
  rig.pass(1);
  expect(await rig.deliver(courier)).toMatchObject({ delivered: 1 });
  expect(server.arrived.map(({ messageId }) => messageId)).toEqual([`<${asked.notice.id}@example.org>`]);
});

test.each([550, 552, 554])(
  'a server that says %d for good makes a dead letter, and the next notice is tried',
  async (code) => {
    let refusals = 1;
    const server = await startServer({
      onRcptTo: (_, __, done) => (refusals-- > 0 ? done(smtpError(code)) : done()),
    });
    const courier = mailTo(server.url);
    const { rig, row } = await tryOnce(courier);
    expect(row).toMatchObject({ state: 'dead', lastStatus: String(code) });
    expect(rig.log.join()).toContain(`"status":${code}`);
    expect(rig.log.join()).not.toContain('Canary');
    await rig.ask({ outbox: [{ channel: 'mail' }] });
    expect(await rig.deliver(courier)).toMatchObject({ delivered: 1 });
  },
);

test('a wrong password waits for the operator to mend it', async () => {
  const server = await startServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'post@example.org' && password === 'p@ss' ? done(null, { user: username }) : done(smtpError(535)),
  });
  const url = (password: string) => server.url.replace('//', `//post%40example.org:${encodeURIComponent(password)}@`);
  const { rig, row } = await tryOnce(mailTo(url('wrong')));
  expect(row).toMatchObject({ state: 'due', lastStatus: 'login' });
  rig.pass(1);
  expect(await rig.deliver(mailTo(url('p@ss')))).toMatchObject({ delivered: 1 });
  expect(server.arrived[0]?.sender).toBe('post@example.org');
});

test('beyond this computer nothing is said without TLS, and its certificate has to be one that is known', async () => {
  const own = ownCertificate('2049-01-01T00:00:00Z');
  const plain = await startServer();
  const offersTls = await startServer({ disabledCommands: [], ...own });
  const tlsFromStart = await startServer({ secure: true, ...own });
  // The operating system takes this address home; we take it for any other one.
  const elsewhere = (port: number, scheme = 'smtp') => `${scheme}://0.0.0.0:${port}`;
  const statuses: (string | undefined)[] = [];
  for (const url of [elsewhere(plain.port), elsewhere(offersTls.port), elsewhere(tlsFromStart.port, 'smtps')]) {
    statuses.push((await tryOnce(mailTo(url))).row?.lastStatus);
  }
  expect(statuses).toEqual(['not-trusted', 'not-trusted', 'not-trusted']);
  for (const server of [plain, offersTls, tlsFromStart]) expect(server.arrived).toEqual([]);
});

test('a server that never says a word is left after its time', async () => {
  const server = await startServer({ onConnect: () => {} });
  expect((await tryOnce(mailTo(server.url, { timeoutMs: 100 }))).row).toMatchObject({
    state: 'due',
    lastStatus: 'timeout',
  });
});

test('nobody there is an attempt like any other', async () => {
  expect((await tryOnce(mailTo('smtp://127.0.0.1:1'))).row).toMatchObject({ state: 'due', lastStatus: 'unreachable' });
});

test.each(['127.0.0.1', 'localhost'])('in production no mail goes to %s', async (host) => {
  const server = await startServer();
  const { row } = await tryOnce(mailTo(`smtp://${host}:${server.port}`, { reach: 'public' }));
  expect(row).toMatchObject({ state: 'due', lastStatus: 'out-of-reach' });
  expect(server.arrived).toEqual([]);
});

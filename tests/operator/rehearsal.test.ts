import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { makeKeys } from '#requests/run/keys.ts';
import { fakeCarrier } from '../requests/fake-carrier.ts';
import { goodRequests } from '../requests/fixtures.ts';
import { mailServer } from '../requests/mail-server.ts';
import { receiver, webhookSecret } from '../requests/receiver.ts';
import { start } from '../requests/tiny-site.ts';
import { fictionalCopy } from './built-copy.ts';

// One build of the whole site, and real processes beside it.
vi.setConfig({ testTimeout: 60_000 });

const copy = fictionalCopy();
const built = copy.build({ NRS_MODE: 'rehearsal' });
const [desk, mail, carrier] = await Promise.all([receiver(), mailServer(), fakeCarrier()]);
writeFileSync(join(copy.folder, 'clock.txt'), '2026-11-23T15:00:00Z');
const { url, account, token, from } = carrier.settings;
const settings = {
  ...(await makeKeys('rehearsal')),
  NRS_MODE: 'rehearsal',
  // Each request comes from an address of its own: one connection alone may not ask so often.
  NRS_TRUSTED_PROXIES: '1',
  NRS_TEST_CLOCK: 'clock.txt',
  NRS_WEBHOOK_URL: desk.url,
  NRS_WEBHOOK_SECRET: webhookSecret,
  NRS_SMTP_URL: mail.url,
  NRS_NOTIFY_TO: 'desk@harbor.example.org',
  ...{ NRS_SMS_URL: url, NRS_SMS_ACCOUNT: account, NRS_SMS_TOKEN: token, NRS_SMS_FROM: from },
};
const server = await start(copy.folder, settings);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await Promise.all([desk.close(), mail.close(), carrier.close()]);
  copy.remove();
});

test('the fictional operator is built and started with nothing but its settings', () => {
  expect(built, built.said).toMatchObject({ status: 0 });
  expect(server.origin, server.said()).toMatch(/^http:/);
});

test('every kind of request is taken and arrives: signed at the webhook, as a notice by mail, and as a text', async () => {
  const { disclosures } = JSON.parse(readFileSync(join(copy.folder, 'dist/endpoint.json'), 'utf8'));
  const disclosureVersion = disclosures
    .map(({ version }: { version: string }) => version)
    .sort()
    .at(-1);
  const references: string[] = [];
  for (const [number, request] of Object.values(goodRequests).entries()) {
    const response = await fetch(`${server.origin}/api/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${number + 1}` },
      body: JSON.stringify({ ...request, disclosureVersion }),
    });
    const receipt = await response.json();
    expect(response.status, JSON.stringify(receipt)).toBe(201);
    expect(receipt.whatNext).toMatch(/^This is a rehearsal\./);
    references.push(receipt.reference);
  }
  expect(references).toHaveLength(4);
  const arrived = { timeout: 30_000 };
  // The site asks for itself now and then, to see that requests arrive, and says so.
  const posted = () => desk.arrived.filter(({ data }) => !data['isSynthetic']);
  await vi.waitFor(() => {
    expect(
      posted()
        .map(({ data }) => data['reference'])
        .toSorted(),
    ).toEqual(references.toSorted());
  }, arrived);
  expect(new Set(posted().map(({ type }) => type))).toEqual(new Set(['request.created']));
  await vi.waitFor(() => {
    for (const reference of references) expect(mail.arrived.map(({ text }) => text).join()).toContain(reference);
  }, arrived);
  await vi.waitFor(() => expect(carrier.texts).toHaveLength(1), arrived);
  expect(mail.arrived[0]?.recipients).toEqual(['desk@harbor.example.org']);
  expect(carrier.texts[0]).toMatchObject({ To: '+12175550142', Body: expect.stringMatching(/^Harbor\b/) });
  expect(carrier.faults).toEqual([]);
});

test('every page says that it is a rehearsal, and a form names who is asked', async () => {
  const page = async (path: string) => (await fetch(server.origin + path)).text();
  for (const path of ['/', '/es/', '/contact/call-back/', '/guides/what-is-iop/']) {
    expect(await page(path), path).toMatch(/Rehearsal: nobody will call|Ensayo/);
  }
  for (const path of [
    '/contact/',
    '/contact/call-back/',
    '/contact/text/',
    '/contact/meeting/',
    '/contact/short-call/',
  ]) {
    expect(await page(path), path).toContain('This is a rehearsal: ');
    expect(await page(path), path).not.toMatch(/demonstration|on this computer/);
  }
  expect(await page('/contact/call-back/')).toContain('Made-Up Harbor Program, Inc. (fictional)');
});

/** Everything that the build wrote for readers, by its path. */
const written = () =>
  new Map(
    globSync('dist/**/*.{html,css,js,json,xml,txt,svg}', { cwd: copy.folder }).map((file) => [
      file.replace(/^dist/, '').replace(/index\.html$/, ''),
      readFileSync(join(copy.folder, file), 'utf8'),
    ]),
  );

/** What comes from the sample and would name it, or show its color, in any of the pages. */
function tracesIn(pages: ReadonlyMap<string, string>): string[] {
  const sample =
    /Next Right Step|Sample Operator|Sample (?:address|caller|sender|contact|host)|217-555-0142|#0f5f5c|#7ccfc9/gi;
  // The picture of the sample lies there, and nothing leads to it.
  return [...pages].flatMap(([path, text]) =>
    path === '/favicon.svg' ? [] : (text.match(sample) ?? []).map((trace) => `${path} ${trace}`),
  );
}

test('a trace of the sample planted in a page is found', () => {
  const planted = new Map([
    ['/', '<title>Next Right Step</title>'],
    ['/about/', 'a{color:#0F5F5C}'],
  ]);
  expect(tracesIn(planted)).toEqual(['/ Next Right Step', '/about/ #0F5F5C']);
});

test('nothing of the sample is left: not its name, not its operator, not its color', () => {
  expect(written().size).toBeGreaterThan(100);
  expect(tracesIn(written())).toEqual([]);
  const guide = written().get('/guides/what-is-iop/');
  expect(guide).toMatch(/--color-accent:\s?#1d4f91/);
  expect(guide).toMatch(/--color-accent:\s?#9cc3f5/);
  expect(guide).toContain('<img src="/harbor.svg" alt=""');
  expect(guide).toContain('<link rel="icon" href="/harbor.svg"');
});

test('a guide that the operator leaves out has no page, no link and no search result', () => {
  const pages = written();
  expect(pages.has('/guides/work-and-treatment/') || pages.has('/guides/working-during-iop/')).toBe(true);
  for (const [path, text] of pages) expect(text, path).not.toContain('/guides/drug-testing-in-treatment/');
});

test('the program of the operator has its page in both languages, and every page leads to it', () => {
  const pages = written();
  const [english, spanish] = [pages.get('/our-program/'), pages.get('/es/nuestro-programa/')];
  for (const words of [
    'Harbor evening program',
    'Monday, 5:30',
    'Central Time',
    'FICTIONAL-0001',
    'The made-up state agency',
    '217-555-0150',
  ]) {
    expect(english?.replaceAll('\u00a0', ' ')).toContain(words);
  }
  for (const words of [
    'Programa nocturno del puerto',
    'Allí se habla inglés y español.',
    'La agencia estatal inventada',
  ]) {
    expect(spanish).toContain(words);
  }
  for (const [path, text] of pages) {
    if (!/^\/(?!problems|contact\/cancel).*\/$/.test(path) || !text.includes('<header')) continue;
    const own = path.startsWith('/es/') ? '/es/nuestro-programa/' : '/our-program/';
    expect(text.slice(0, text.indexOf('</header>')), path).toContain(`href="${own}"`);
  }
});

test('the chat of the operator is a plain link with who answers, and the companies behind the forms are named', () => {
  const pages = written();
  for (const path of ['/contact/', '/about/', '/es/contacto/', '/es/acerca-de/']) {
    expect(pages.get(path), path).toContain('<a href="https://chat.harbor.example.org/" rel="noreferrer">');
  }
  expect(pages.get('/about/')).not.toContain('Why there is no live chat');
  expect(pages.get('/privacy/')).toContain('Carries texts: Made-Up Carrier (fictional)');
});

test('what the build knows is not started in another mode', async () => {
  const other = await start(copy.folder, { ...settings, NRS_MODE: 'demo', DATA_DIR: 'other' });
  expect(await other.ended).toBe(1);
  expect(other.said()).toContain('built with NRS_MODE=rehearsal');
});

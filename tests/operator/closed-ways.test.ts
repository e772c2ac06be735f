import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { goodRequests } from '../requests/fixtures.ts';
import { start } from '../requests/tiny-site.ts';
import { projectCopy } from './built-copy.ts';

// A build of the pages around the forms, and a real process.
vi.setConfig({ testTimeout: 60_000 });

const copy = projectCopy();
afterAll(copy.remove);
for (const page of globSync('src/pages/**/*.{astro,ts}', { cwd: copy.folder })) {
  const isPart = /\/_[^/]*$/.test(page);
  if (
    !isPart &&
    !/pages\/(es\/)?(404|contact|contacto|problems|index|endpoint|check-your|vea-sus|privacy|privacidad)/.test(page)
  ) {
    rmSync(join(copy.folder, page));
  }
}
const settings = readFileSync('content/site.yaml', 'utf8');
copy.write(
  'content/site.yaml',
  settings
    .replace(
      /^contactKinds: .*$/m,
      'contactKinds: { callback: false, text-info: true, meeting: true, short-call: false }',
    )
    .replace('historyDays: 0', 'historyDays: 30'),
);
const built = copy.build({});
const page = (path: string) => readFileSync(join(copy.folder, `dist${path}index.html`), 'utf8');

test('a way that is turned off has no form and no link, and the others have', () => {
  expect(built.status, built.said).toBe(0);
  expect(page('/contact/call-back/')).toContain('This way is not open');
  expect(page('/es/contacto/llamada/')).toContain('Esta vía no está abierta');
  expect(page('/contact/call-back/')).not.toContain('<form');
  expect(page('/contact/meeting/')).toContain('<form');
  for (const path of ['/', '/contact/', '/contact/meeting/', '/check-your-options/', '/es/contacto/']) {
    expect(page(path), path).not.toMatch(/href="\/(contact\/(call-back|short-call)|es\/contacto\/llamada)/);
  }
  expect(page('/check-your-options/')).not.toContain('action="/api/');
});

test('where the database keeps a history, consent and the privacy page say for how long, in both languages', () => {
  expect(page('/contact/meeting/')).toContain('still locked, for up to 30 days more.');
  expect(page('/es/contacto/reunion/')).toContain('todavía cifrado, hasta 30 días después.');
  expect(page('/privacy/')).toContain('keeps its history for up to 30 days.');
  expect(page('/es/privacidad/')).toContain('guarda su historial hasta 30 días.');
});

test('a request of a way that is turned off is refused, with the form of one that is open', async () => {
  writeFileSync(join(copy.folder, 'clock.txt'), '2026-11-25T15:00:00Z');
  const server = await start(copy.folder, { NRS_TEST_CLOCK: 'clock.txt' });
  expect(server.origin, server.said()).not.toBe('');
  const post = (request: Record<string, string>) =>
    fetch(`${server.origin}/api/v1/requests`, {
      method: 'POST',
      headers: { origin: server.origin },
      body: new URLSearchParams(request),
    });
  const refused = await post(goodRequests.callback);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('<form');
  const taken = await post({ ...goodRequests.meeting, disclosureVersion: '2026-11-25' });
  expect(taken.status).toBe(201);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

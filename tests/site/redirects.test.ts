import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readRedirects, writeMoved } from '#site/build/moved-pages.ts';
import { movedPage } from '#site/moved-page.ts';
import { hostRules, redirectFaults } from '#site/redirects.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-moved-'));
  folders.push(folder);
  return folder;
}

const pages = new Set(['/', '/guides/', '/guides/what-is-iop/', '/es/guias/que-es-un-iop/']);
const moved = (from: string, to: string) => ({ from, to, reason: 'New words.', date: '2027-01-31' });
const iop = moved('/guides/iop/', '/guides/what-is-iop/');

test('a redirect with two right ends has no fault', () => {
  expect(redirectFaults([iop], pages)).toEqual([]);
});

test.each([
  ['an old path that is a page', [moved('/guides/', '/')], ['/guides/ is still a page. Take the line out.']],
  [
    'a new path that is no page',
    [moved('/guides/iop/', '/guides/what-is-iops/')],
    ['/guides/iop/ leads to /guides/what-is-iops/, and no page has this path. Did you mean /guides/what-is-iop/?'],
  ],
  [
    'a chain',
    [iop, moved('/iop/', '/guides/iop/')],
    ['/iop/ leads to /guides/iop/, which has moved, too. Write /guides/what-is-iop/.'],
  ],
  ['a path that stands twice', [iop, iop], ['/guides/iop/ stands twice. Keep the line that is true.']],
  [
    'a path of the endpoint',
    [moved('/api/v1/requests/', '/')],
    ['/api/v1/requests/ belongs to the endpoint. It cannot move.'],
  ],
])('%s stops the build', (_fault, redirects, faults) => {
  expect(redirectFaults(redirects, pages)).toEqual(faults);
});

test('hosts and our own server get a line for the path with its slash and one for it without', () => {
  expect(hostRules([iop])).toBe('/guides/iop/ /guides/what-is-iop/ 301\n/guides/iop /guides/what-is-iop/ 301\n');
  expect(hostRules([])).toBe('');
});

test('a host without rules gets a page that leads on, in its language, and is no result of a search', () => {
  const page = movedPage('https://a.example/es/x/', 'es', { title: 'Cambió & "más"', link: 'Ir <allí>' });
  expect(page).toContain('<html lang="es">');
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=https://a.example/es/x/">');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain('<link rel="canonical" href="https://a.example/es/x/">');
  expect(page).toContain('<h1>Cambió &amp; &quot;más&quot;</h1>');
  expect(page).toContain('<a href="https://a.example/es/x/">Ir &lt;allí></a>');
  expect(page).not.toMatch(/<script|<style| style=/);
});

test('the build writes the rules and a page at every old path, in the words of its language', () => {
  const root = newFolder();
  writeMoved(root, [iop, moved('/es/guias/iop/', '/es/guias/que-es-un-iop/')], pages, 'https://a.example');
  expect(readFileSync(join(root, '_redirects'), 'utf8')).toContain('/es/guias/iop /es/guias/que-es-un-iop/ 301');
  const english = readFileSync(join(root, 'guides/iop/index.html'), 'utf8');
  expect(english).toContain('url=https://a.example/guides/what-is-iop/');
  expect(english).toContain('This page has moved');
  expect(readFileSync(join(root, 'es/guias/iop/index.html'), 'utf8')).toContain('Esta página cambió de dirección');
});

test('a redirect to nowhere stops the build before anything is written', () => {
  const root = newFolder();
  expect(() => writeMoved(root, [moved('/old/', '/nowhere/')], pages, 'https://a.example')).toThrow(
    'content/redirects.yaml\n/old/ leads to /nowhere/, and no page has this path.',
  );
  expect(() => readFileSync(join(root, '_redirects'))).toThrow('ENOENT');
});

test.each([
  ['from: /old', 'Write a path of this site with its closing slash'],
  ['from: https://a.example/old/', 'Write a path of this site with its closing slash'],
  ['from: /old/\n  reason: " "', 'reason'],
  ['from: /old/\n  date: someday', 'date'],
  ['from: /old/\n  until: 2028-01-01', 'until'],
])('a line that is written wrong is refused by its field: %s', (line, message) => {
  const file = join(newFolder(), 'redirects.yaml');
  const whole = ['to: /guides/', 'reason: New words.', 'date: 2027-01-31'].filter(
    (field) => !line.includes(`${field.split(':')[0]}:`),
  );
  writeFileSync(file, `- ${[line, ...whole].join('\n  ')}\n`);
  expect(() => readRedirects(file)).toThrow(message);
});

test('the redirects of the site can be read', () => {
  expect(readRedirects()).toEqual(expect.any(Array));
});

import { expect, test } from 'vitest';
import { contentSecurityPolicy, headerRules } from '#site/headers.ts';

const none = { scripts: [], styles: [] };
const find = (path: string, origin = 'https://help.example.org') =>
  headerRules(
    ['/guides/'],
    { scripts: [], styles: ["'sha256-guide'"] },
    { scripts: ["'sha256-quiz'"], styles: [] },
    origin,
  ).find(({ prefix }) => path.startsWith(prefix))?.headers ?? {};

test('a page may fetch from its own origin only, and be framed by nobody', () => {
  expect(contentSecurityPolicy(none, 'http://127.0.0.1:4321')).toMatchInlineSnapshot(
    `"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'"`,
  );
});

test('no policy allows inline code or eval', () => {
  for (const path of ['/', '/guides/what-is-iop/', '/contact/call-back/']) {
    expect(find(path)['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:\/\//);
  }
});

test('guides and other pages each have a policy of their own', () => {
  expect(find('/guides/what-is-iop/')['Content-Security-Policy']).toContain('sha256-guide');
  expect(find('/guides/what-is-iop/')['Content-Security-Policy']).not.toContain('sha256-quiz');
  expect(find('/check-your-options/')['Content-Security-Policy']).toContain('sha256-quiz');
});

test('https is forced only where the site has it', () => {
  expect(find('/')['Strict-Transport-Security']).toBe('max-age=31536000');
  expect(find('/')['Content-Security-Policy']).toContain('upgrade-insecure-requests');
  expect(find('/', 'http://127.0.0.1:4321')).not.toHaveProperty('Strict-Transport-Security');
});

test('the referrer stays within the site and is still there for our own forms', () => {
  expect(find('/contact/call-back/')['Referrer-Policy']).toBe('same-origin');
});

test('only hashed files are kept by browsers for long', () => {
  expect(find('/_astro/quiz.Abc123.js')['Cache-Control']).toBe('public, max-age=31536000, immutable');
  expect(find('/guides/what-is-iop/')['Cache-Control']).toBe('no-cache');
});

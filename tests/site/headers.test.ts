import { expect, test } from 'vitest';
import { contentSecurityPolicy, type HeaderRule, headerRules, hostHeaders } from '#site/headers.ts';

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

test("Pagefind's worker alone may compile WebAssembly, and may do nothing else but fetch from here", () => {
  for (const language of ['en', 'es']) {
    const worker = find(`/pagefind/${language}/pagefind-worker.js`);
    expect(worker['Content-Security-Policy']).toBe(
      "default-src 'none'; connect-src 'self'; script-src 'wasm-unsafe-eval'",
    );
    // Without it a page that requires it does not start the worker.
    expect(worker['Cross-Origin-Embedder-Policy']).toBe('require-corp');
  }
  for (const path of [
    '/',
    '/search/',
    '/es/buscar/',
    '/guides/what-is-iop/',
    '/404.html',
    '/pagefind/en/pagefind.js',
  ]) {
    expect(find(path)['Content-Security-Policy'] ?? '').not.toContain('wasm');
  }
});

test('files of the search are asked for again unless their name changes with them', () => {
  for (const path of ['/search/index.json', '/es/buscar/index.json', '/pagefind/en/wasm.en.pagefind']) {
    expect(find(path)['Cache-Control']).toBe('no-cache');
    expect(find(path)).not.toHaveProperty('Content-Security-Policy');
  }
  expect(find('/pagefind/es/index/es_1a2b3c4.pf_index')['Cache-Control']).toContain('immutable');
  expect(find('/search/')['Content-Security-Policy']).toBeDefined();
});

test('only hashed files are kept by browsers for long', () => {
  expect(find('/_astro/quiz.Abc123.js')['Cache-Control']).toBe('public, max-age=31536000, immutable');
  expect(find('/guides/what-is-iop/')['Cache-Control']).toBe('no-cache');
});

/** What a host makes of a `_headers` file: every block that fits adds to those before it, `!` takes back. */
function hostAnswers(file: string, path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const block of file.trim().split('\n\n')) {
    const [pattern = '', ...lines] = block.split('\n').map((line) => line.trim());
    if (!path.startsWith(pattern.replace('*', ''))) continue;
    for (const line of lines) {
      const [name = '', ...value] = line.split(': ');
      if (line.startsWith('! ')) delete headers[line.slice(2)];
      else headers[name] = headers[name] ? `${headers[name]}, ${value.join(': ')}` : value.join(': ');
    }
  }
  return headers;
}

test.each([
  '/',
  '/guides/what-is-iop/',
  '/contact/call-back/',
  '/_astro/quiz.Abc123.js',
  '/pagefind/en/pagefind-worker.js',
  '/pagefind/es/index/es_1a2b3c4.pf_index',
  '/search/index.json',
  '/search/',
])('a host that reads _headers gives %s what our own server gives it', (path) => {
  const hashes = { scripts: ["'sha256-quiz'"], styles: ["'sha256-guide'"] };
  const rules = headerRules(['/guides/'], { scripts: [], styles: [] }, hashes, 'https://help.example.org');
  expect(hostAnswers(hostHeaders(rules), path)).toEqual(rules.find(({ prefix }) => path.startsWith(prefix))?.headers);
});

test('a _headers file that a host would cut is refused', () => {
  const rule = (prefix: string, value: string): HeaderRule => ({ prefix, headers: { 'X-Test': value } });
  expect(() => hostHeaders([rule('/', 'x'.repeat(2000))])).toThrow('2010 of 2000 characters');
  const many = Array.from({ length: 101 }, (_, place) => rule(`/${place}/`, String(place)));
  expect(() => hostHeaders(many)).toThrow('101 of 100 rules');
});

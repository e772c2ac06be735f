import { expect, test } from 'vitest';
import { clientAddress, countedAs } from '#requests/http/client-address.ts';
import { ourOrigins, provenanceOf } from '#requests/http/origin.ts';

const ours = 'https://help.gov';
const isOurs = ourOrigins('production', ours, () => 443);

test.each([
  { site: 'same-origin', origin: ours, verdict: 'ours' },
  { site: 'same-origin', origin: null, verdict: 'ours' },
  { site: 'same-origin', origin: 'null', verdict: 'ours' },
  { site: 'same-origin', origin: 'https://evil.example', verdict: 'foreign' },
  { site: 'none', origin: null, verdict: 'ours' },
  { site: 'none', origin: ours, verdict: 'ours' },
  { site: 'none', origin: 'null', verdict: 'foreign' },
  { site: 'none', origin: 'https://evil.example', verdict: 'foreign' },
  { site: 'cross-site', origin: ours, verdict: 'foreign' },
  { site: 'same-site', origin: ours, verdict: 'foreign' },
  { site: 'something-new', origin: ours, verdict: 'foreign' },
  { site: null, origin: ours, verdict: 'ours' },
  { site: null, origin: 'null', verdict: 'foreign' },
  { site: null, origin: 'http://help.gov', verdict: 'foreign' },
  { site: null, origin: null, verdict: 'unverified' },
] as const)('Sec-Fetch-Site $site with Origin $origin is $verdict', ({ site, origin, verdict }) => {
  const headers = new Headers({ ...(site && { 'sec-fetch-site': site }), ...(origin && { origin }) });
  expect(provenanceOf(headers, isOurs)).toBe(verdict);
});

test.each([
  ['demo', 'http://localhost:8080', true],
  ['demo', 'http://[::1]:8080', true],
  ['rehearsal', 'http://127.0.0.9:8080', true],
  ['demo', 'http://localhost:9090', false],
  ['demo', 'https://localhost:8080', false],
  ['demo', 'http://localhost.evil.example:8080', false],
  ['demo', 'not an origin', false],
  ['production', 'http://localhost:8080', false],
] as const)('in %s, listening on 8080, %s is our origin: %s', (mode, origin, expected) => {
  expect(ourOrigins(mode, 'http://127.0.0.1:4321', () => 8080)(origin)).toBe(expected);
});

test.each([
  { proxies: 0, forwarded: '203.0.113.9', expected: '192.0.2.1' },
  { proxies: 1, forwarded: '203.0.113.9', expected: '203.0.113.9' },
  { proxies: 1, forwarded: 'made-up, 203.0.113.9', expected: '203.0.113.9' },
  { proxies: 2, forwarded: 'made-up, 203.0.113.9, 10.0.0.1', expected: '203.0.113.9' },
  { proxies: 1, forwarded: null, expected: '192.0.2.1' },
])('with $proxies trusted proxies, "$forwarded" gives $expected', ({ proxies, forwarded, expected }) => {
  expect(clientAddress('192.0.2.1', forwarded, proxies)).toBe(expected);
});

test('addresses of one household count as one', () => {
  expect(countedAs('2001:db8:1:2:aaaa::1')).toBe(countedAs('2001:DB8:1:2::ffff'));
  expect(countedAs('2001:db8:1:2::1')).not.toBe(countedAs('2001:db8:1:3::1'));
  expect(countedAs('::ffff:192.0.2.1')).toBe('192.0.2.1');
});

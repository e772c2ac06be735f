import { expect, test } from 'vitest';
import { corrections } from '#site/corrections.ts';
import { mailto, shareLink, shareSites, shortAddress } from '#site/share.ts';

const url = 'https://help.example.org/guides/what-is-iop/';

test('a mail that passes a page on has the given subject and the address, and no more', () => {
  expect(mailto({ subject: 'A link', body: url })).toBe(
    'mailto:?subject=A%20link&body=https%3A%2F%2Fhelp.example.org%2Fguides%2Fwhat-is-iop%2F',
  );
});

test('a site is told the address of the page and nothing else', () => {
  for (const site of shareSites) {
    const { name, href } = shareLink(site, url);
    const { protocol, searchParams } = new URL(href);
    expect([protocol, ...searchParams.values()], name).toEqual(['https:', url]);
  }
});

test('an address is shown without its protocol', () => {
  expect(shortAddress(url)).toBe('help.example.org/guides/what-is-iop/');
});

const letter = { subject: 'A correction', body: 'help.example.org/guides/what-is-iop/' };
const to = (correctionsContact: string, isSample = false) => corrections({ isSample, correctionsContact }, letter);

test('nobody is asked to write to a sample operator', () => {
  expect(to('Sample contact, not a real address', true)).toBeUndefined();
  expect(to('corrections@help.example.org', true)).toBeUndefined();
});

test.each([
  [
    'corrections@help.example.org',
    'mailto:corrections@help.example.org?subject=A%20correction&body=help.example.org%2Fguides%2Fwhat-is-iop%2F',
  ],
  ['https://help.example.org/write-to-us', 'https://help.example.org/write-to-us'],
  ['217-555-0142, Monday to Friday', undefined],
  ['The desk, 1 Main Street @ Springfield', undefined],
])('a report of a mistake goes to %s', (contact, href) => {
  expect(to(contact)).toEqual({ contact, ...(href && { href }) });
});

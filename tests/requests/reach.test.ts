import { expect, test } from 'vitest';
import { addressesWithin } from '#requests/delivery/lookup.ts';
import { isPlainlyOutOfReach, isThisComputer, isWithin, OutOfReach } from '#requests/reach.ts';

test.each([
  ...['127.0.0.1', '127.8.8.8', '::1', '0.0.0.0', '::', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
  ...['100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1', 'fe80::1', 'fc00::1'],
  ...[
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ],
])('%s is no address of the public Internet', (address) => {
  expect(isWithin(address, 'public')).toBe(false);
});

test.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isWithin(address, 'public')).toBe(true);
  expect(isWithin(address, 'this-computer')).toBe(false);
});

test.each(['localhost', 'LOCALHOST.', 'hook.localhost', '[::1]', '127.0.0.1', '[::ffff:127.0.0.1]'])(
  '%s is this computer without being looked up',
  (host) => {
    expect([isPlainlyOutOfReach(host, 'public'), isThisComputer(host)]).toEqual([true, true]);
    expect(isPlainlyOutOfReach(host, 'this-computer')).toBe(false);
  },
);

test.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/'])('%s does not hide where it leads', (url) => {
  expect(isPlainlyOutOfReach(new URL(url).hostname, 'public')).toBe(true);
});

test('a name that leads inside is refused when it is looked up', async () => {
  expect(isPlainlyOutOfReach('desk.example.org', 'public')).toBe(false);
  await expect(addressesWithin('localhost', 'public')).rejects.toBeInstanceOf(OutOfReach);
  expect(await addressesWithin('localhost', 'this-computer')).not.toEqual([]);
});

import { afterEach, expect, test, vi } from 'vitest';
import { deliveryRig } from './delivery-rig.ts';
import { receiver } from './receiver.ts';

/** What the resolver says of every name in this file. */
let addresses: { address: string; family: number }[] = [];
vi.mock('node:dns', () => ({
  lookup: (_name: string, _options: object, done: (error: null, found: typeof addresses) => void) =>
    done(null, addresses),
}));

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

test('a connection goes to the addresses that were checked, and to no others', async () => {
  const [rig, desk] = [deliveryRig(), await receiver()];
  open.push(desk);
  addresses = [{ address: '127.0.0.1', family: 4 }];
  await rig.ask();
  const url = desk.url.replace('127.0.0.1', 'desk.example.org');
  expect(await rig.deliver(rig.webhookTo(url, 'this-computer'))).toMatchObject({ delivered: 1 });
});

test.each([
  { leads: 'inside', found: ['127.0.0.1'] },
  { leads: 'to a host of the cloud', found: ['169.254.169.254'] },
  { leads: 'inside by turns', found: ['8.8.8.8', '10.0.0.5'] },
])('a public name that leads $leads is not called in production', async ({ found }) => {
  const [rig, desk] = [deliveryRig(), await receiver()];
  open.push(desk);
  addresses = found.map((address) => ({ address, family: 4 }));
  await rig.ask();
  await rig.deliver(rig.webhookTo(desk.url.replace('127.0.0.1', 'desk.example.org'), 'public'));
  expect(await rig.store.outboxList()).toMatchObject([{ state: 'due', lastStatus: 'out-of-reach' }]);
  expect(desk.arrived).toEqual([]);
});

import { afterEach, expect, test } from 'vitest';
import { sendSynthetic } from '#requests/delivery/send-synthetic.ts';
import { tellAlarms } from '#requests/delivery/tell-alarms.ts';
import { keyedBy } from '#requests/keyed.ts';
import { noticeOf } from '#requests/notice.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { isSynthetic } from '#requests/synthetic.ts';
import { deliveryRig, fileStore, sealer } from './delivery-rig.ts';
import { receiver, says } from './receiver.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const keyed = await keyedBy(new Uint8Array(32).fill(7));

const stores = {
  memory: memoryStore,
  sqlite: () => {
    const file = fileStore();
    open.push(file);
    return file.store;
  },
};

test.each(Object.keys(stores) as (keyof typeof stores)[])(
  'once a day a marked request goes all the way (%s)',
  async (kind) => {
    const rig = deliveryRig(stores[kind]());
    const desk = await receiver();
    open.push(desk);
    const courier = rig.webhookTo(desk.url);
    const send = () => sendSynthetic({ ...rig, sealer, keyed, channels: ['webhook'] });
    expect(await send()).toBe(true);
    expect(await send()).toBe(false);
    await rig.deliver(courier);
    expect(desk.arrived).toMatchObject([
      {
        type: 'request.created',
        data: { isSynthetic: true, name: 'TEST, nobody asked, do not call', phone: '+12175550100' },
      },
    ]);
    rig.pass(24 * 60 - 1);
    expect(await send()).toBe(false);
    rig.pass(1);
    expect(await send()).toBe(true);
    await rig.deliver(courier);
    expect(desk.arrived).toHaveLength(2);
    expect(desk.arrived[1]?.data).not.toHaveProperty('repeatOf');
    expect((await rig.store.list()).map(({ state }) => state)).toEqual(['open', 'erased']);
    expect(rig.log.filter((line) => line.includes('"alarm"'))).toEqual([]);
    expect(
      rig.log.filter((line) => line.includes('"result":"delivered"') && line.includes('"synthetic":true')),
    ).toHaveLength(2);
  },
);

test('one that does not arrive is an alarm after an hour, and again when the next one is sent', async () => {
  const rig = deliveryRig();
  const desk = await receiver(says(500));
  open.push(desk);
  const send = () => sendSynthetic({ ...rig, sealer, keyed, channels: ['webhook'] });
  await send();
  await rig.deliver(rig.webhookTo(desk.url));
  rig.pass(61);
  expect(await tellAlarms(['webhook'], rig)).toMatchObject([{ alarm: 'synthetic-failed' }]);
  rig.pass(24 * 60);
  expect(await send()).toBe(true);
  expect(rig.log.filter((line) => line.includes('"alarm":"synthetic-failed"'))).toHaveLength(2);
  expect(await rig.store.outboxList()).toHaveLength(1);
});

test('without a way out there is none, and no real request is taken for one', async () => {
  const rig = deliveryRig();
  expect(await sendSynthetic({ ...rig, sealer, keyed, channels: [] })).toBe(false);
  const { id } = await rig.ask();
  expect(isSynthetic(id)).toBe(false);
  await sendSynthetic({ ...rig, sealer, keyed, channels: ['webhook'] });
  const [synthetic] = (await rig.store.list()).filter((request) => isSynthetic(request.id));
  expect(synthetic && noticeOf(synthetic, 'America/Chicago').subject).toMatch(/^Test, nobody asked: Request /);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addresses } from '#i18n/paths.ts';
import { expect, test } from './fixtures.ts';

/** The same site, whose quiz page ends before its worksheet until it is let go on. */
async function holdingBack(origin: string) {
  let goOn = () => {};
  const going = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const proxy = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(origin + url);
    const body = Buffer.from(await answer.arrayBuffer());
    response.setHeader('Content-Type', answer.headers.get('content-type') ?? '');
    if (url !== addresses.check.en) return void response.end(body);
    const held = body.indexOf('<section class="worksheet"');
    response.write(body.subarray(0, held));
    await going;
    response.end(body.subarray(held));
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, goOn, proxy };
}

test('the quiz starts before its page is whole, and an emergency then waits for the rest and is shown', async ({
  page,
  server,
}) => {
  const { origin, goOn, proxy } = await holdingBack(server.origin);
  await page.goto(origin + addresses.check.en, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('#quiz-screen').getByLabel('Yes, at least one').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('#quiz-screen').getByLabel('Yes, at least one')).toBeChecked();
  goOn();
  await expect(page.locator('#quiz-emergency')).toBeVisible();
  await expect(page.locator('#quiz-emergency h1:visible')).toBeFocused();
  proxy.closeAllConnections();
  proxy.close();
});

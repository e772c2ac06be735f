import { addresses } from '#i18n/paths.ts';
import { expect, test } from './fixtures.ts';
import { calm, jump } from './quiz-steps.ts';
import { expectNothingStored } from './watch.ts';

const link = `#quiz-result a[href="${addresses.planAroundWork.en}"]`;

test('whoever fits treatment around work is led to the planner, beside the result and without an answer', async ({
  page,
  server,
}) => {
  await jump(page, calm, { voice: 'work' });
  await page.getByRole('button', { name: 'See my options' }).click();
  await expect(page.locator('#quiz-result')).toBeVisible();
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  const [planner] = await Promise.all([page.waitForEvent('popup'), page.locator(link).click()]);
  await planner.waitForLoadState();
  expect(planner.url()).toBe(server.origin + addresses.planAroundWork.en);
  expect(await planner.evaluate(() => [window.opener, history.state])).toEqual([null, null]);
  expect(requests.filter((request) => !request.startsWith('GET ') || request.includes('?'))).toEqual([]);
  await expectNothingStored(planner);
  await expect(page.locator('#quiz-result')).toBeVisible();
});

for (const voice of ['self', 'loved'] as const) {
  test(`the result in the voice "${voice}" does not speak of work`, async ({ page }) => {
    await jump(page, calm, { voice });
    await page.getByRole('button', { name: 'See my options' }).click();
    await expect(page.locator('#quiz-result')).toBeVisible();
    await expect(page.locator(link)).toBeHidden();
  });
}

test('the worksheet leads to the planner, too, where it answers by itself', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto(addresses.check.es);
  const own = page.locator(`.worksheet a[href="${addresses.planAroundWork.es}"]`);
  for (const [name, options] of Object.entries(calm)) {
    for (const option of [options].flat()) {
      await page.locator(`.worksheet [name="${name}"][value="${option}"]`).check();
    }
  }
  await expect(own).toBeHidden();
  await page.locator('.worksheet [name="voice"][value="work"]').check();
  await expect(own).toBeVisible();
  await context.close();
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const heading = (page: Page) => page.locator('#quiz-screen h1');

/** The first question, answered, in a page whose timers stand still. */
async function answered(page: Page): Promise<void> {
  await page.clock.install();
  await page.goto('/check-your-options/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.clock.runFor(1_000);
  await expect(page).toHaveTitle(/^Question 1 /);
  await page.locator('#step-now-none').check();
}

/** Continue and what follows it in the same moment. Resolves to whether the heading of the next question has the focus then. */
const pressAnd = (page: Page, event?: string): Promise<boolean> =>
  page.evaluate((name) => {
    document.querySelector<HTMLElement>('#quiz-screen [type=submit]')?.click();
    if (name) document.body.dispatchEvent(new Event(name, { bubbles: true }));
    return document.activeElement === document.querySelector('#step-selfharm-why')?.parentElement?.querySelector('h1');
  }, event);

test('the next question is shown and counted by the history before its heading has the focus and the tab its title', async ({
  page,
}) => {
  await answered(page);
  expect(await pressAnd(page)).toBe(false);
  await expect(page.locator('#step-selfharm-none')).toBeVisible();
  expect(await page.evaluate(() => history.state)).toEqual({ step: 2 });
  await page.clock.runFor(1_000);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Question 2 /);
});

for (const event of ['keydown', 'pointerdown'])
  test(`${event} right after Continue finds the focus on the next heading`, async ({ page }) => {
    await answered(page);
    expect(await pressAnd(page, event)).toBe(true);
    await expect(page).toHaveTitle(/^Question 2 /);
  });

test('leaving right after Continue takes along what was still to be done', async ({ page }) => {
  await answered(page);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#quiz-screen [type=submit]')?.click();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  });
  await expect(page).toHaveTitle('Check your options');
  await page.clock.runFor(1_000);
  await expect(page).toHaveTitle('Check your options');
  await expect(page.locator('#quiz-start h1')).toBeFocused();
  expect(await page.locator(':checked').count()).toBe(0);
});

test('a question reached from far down stands at the top of the screen', async ({ page }) => {
  await page.goto('/check-your-options/');
  await page.getByRole('button', { name: 'Show all questions' }).click();
  await page.locator('footer').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(heading(page)).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

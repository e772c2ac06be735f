import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const heading = (page: Page) => page.locator('#quiz-screen h1');

/** The first question, answered, in a page whose time then stands still. */
async function answered(page: Page): Promise<void> {
  await page.clock.install();
  await page.goto('/check-your-options/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page).toHaveTitle(/^Question 1 /);
  await page.locator('#step-now-none').check();
  await page.clock.pauseAt(Date.now() + 3_600_000);
}

/** Continue and what follows it in the same moment. Resolves to where the history and the focus are then. */
const pressAnd = (page: Page, event?: string) =>
  page.evaluate((name) => {
    document.querySelector<HTMLElement>('#quiz-screen [type=submit]')?.click();
    if (name) document.body.dispatchEvent(new Event(name, { bubbles: true }));
    const { step } = history.state as { step: number };
    return { step, isOnHeading: document.activeElement === document.querySelector('#quiz-screen h1') };
  }, event);

test('the next question is shown before its heading has the focus, the tab its title and the history its step', async ({
  page,
}) => {
  await answered(page);
  expect(await pressAnd(page)).toEqual({ step: 1, isOnHeading: false });
  await expect(page.locator('#step-selfharm-none')).toBeVisible();
  await expect(page).toHaveTitle(/^Question 1 /);
  await page.clock.runFor(1_000);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Question 2 /);
  expect(await page.evaluate(() => history.state)).toEqual({ step: 2 });
});

for (const event of ['keydown', 'pointerdown'])
  test(`${event} right after Continue finds all done`, async ({ page }) => {
    await answered(page);
    expect(await pressAnd(page, event)).toEqual({ step: 2, isOnHeading: true });
    await expect(page).toHaveTitle(/^Question 2 /);
  });

test('the history counts both of two steps made in one moment', async ({ page }) => {
  await answered(page);
  await page.evaluate(() => {
    for (const selector of ['[type=submit]', '#step-selfharm-none', '[type=submit]'])
      document.querySelector<HTMLElement>(`#quiz-screen ${selector}`)?.click();
  });
  await page.clock.runFor(1_000);
  await expect(page).toHaveTitle(/^Question 3 /);
  for (const question of [2, 1]) {
    await page.goBack();
    await page.clock.runFor(1_000);
    await expect(page).toHaveTitle(new RegExp(`^Question ${question} `));
  }
});

test('a reader who goes back before a step is counted finds the answers where they were', async ({ page }) => {
  await answered(page);
  await pressAnd(page);
  await page.goBack();
  await page.clock.runFor(1_000);
  await expect(page).toHaveTitle('Check your options');
  await page.goForward();
  await page.clock.runFor(1_000);
  await expect(page).toHaveTitle(/^Question 1 /);
  await expect(page.locator('#step-now-none')).toBeChecked();
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

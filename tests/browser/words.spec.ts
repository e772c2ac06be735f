import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const guide = '/guides/what-is-iop/';
const opener = (page: Page) => page.locator('main [popovertarget="word-iop"]').first();
const word = (page: Page) => page.locator('#word-iop');

test('a word opens by keyboard, closes by Escape, and the reader is back where they were', async ({ page }) => {
  await page.goto(guide);
  await expect(page.locator('body')).toBeFocused();
  await expect(word(page)).toBeHidden();
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(word(page)).toBeVisible();
  await expect(word(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', '/glossary/#iop');
  await page.keyboard.press('Escape');
  await expect(word(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test('a word closes by its own button, by a press beside it, and by the mark that opened it', async ({ page }) => {
  await page.goto(guide);
  for (const close of [
    () => word(page).getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(3, 3),
    () => opener(page).click(),
  ]) {
    await opener(page).click();
    await expect(word(page)).toBeVisible();
    await close();
    await expect(word(page)).toBeHidden();
  }
});

test('the mark says what it does, and whether it is open', async ({ page }) => {
  await page.goto(guide);
  const named = page.getByRole('button', { name: 'What does intensive outpatient program (IOP) mean?' });
  await expect(named).toMatchAriaSnapshot(`- button "What does intensive outpatient program (IOP) mean?": "?"`);
  await named.click();
  await expect(word(page)).toContainText('You sleep at home.');
});

test('opening a word says nothing in the address and moves nothing on the page', async ({ page }) => {
  await page.goto(guide);
  await opener(page).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => [location.href, scrollY, document.documentElement.scrollHeight]);
  await opener(page).click();
  await expect(word(page)).toBeVisible();
  expect(await page.evaluate(() => [location.href, scrollY, document.documentElement.scrollHeight])).toEqual(before);
});

test('a word opens without script, on a phone of 320 pixels, inside the screen', async ({ browser, server }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: server.origin,
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(guide);
  await opener(page).click();
  const box = await word(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(640);
  const mark = await opener(page).boundingBox();
  expect(Math.min(mark?.width ?? 0, mark?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await context.close();
});

test('an open word can be used by everyone, in light, dark and forced colors', async ({ page }) => {
  await page.goto(guide);
  await opener(page).click();
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
});

for (const path of ['/', '/guides/', '/glossary/', '/questions-to-ask/', '/about/', '/contact/']) {
  test(`${path} can be used in forced colors`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

test('on a phone each kind of care is a block that names its cells; on a desk the heads stand above', async ({
  page,
}) => {
  await page.goto('/');
  await page.locator('main summary').click();
  const cell = page.locator('main td').first();
  const label = () => cell.evaluate((element) => getComputedStyle(element, '::before').content);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await label()).toContain('Hours');
  const rows = await page
    .locator('main tbody tr')
    .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().right));
  expect(Math.max(...rows)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await label()).toBe('none');
  await expect(page.getByRole('columnheader', { name: 'May fit if' })).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(5);
});

test('the first screen of a phone shows every way on from the home page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  for (const name of [
    'Check your options',
    'Around work',
    'For someone I care about',
    'Not ready to talk',
    'Get help now',
  ]) {
    const link = page.locator('main .first').getByRole('link', { name, exact: true });
    if ((await link.count()) > 0) await expect(link).toBeInViewport();
  }
});

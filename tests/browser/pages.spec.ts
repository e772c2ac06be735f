import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { pathsOfSitemap } from './sitemap.ts';
import { expectNothingStored, watch } from './watch.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const path of [...pathsOfSitemap(), '/nowhere/']) {
  test(`${path} can be used by everyone, in light and dark`, async ({ page }) => {
    // The page of all facts has thousands of elements, and the checker looks at each of them twice.
    test.slow();
    await page.goto(path);
    // The form that fetches its times is as long as it will be once it has them.
    if (await page.locator('[data-slots]').count()) await page.waitForLoadState('networkidle');
    // At its end the way out rests below the page. Anywhere else it covers part of what lies at the fold, which is no smaller for that.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
  });

  test(`${path} fetches nothing from elsewhere, stores nothing, breaks no policy, and fits a phone of 320 pixels`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const seen = await watch(page, server.origin);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 5000);
    await expectNothingStored(page);
    expect(seen.faults).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test(`${path} shows the crisis lines and the way out, without script`, async ({ browser, server }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
    const page = await context.newPage();
    await page.goto(path);
    const footer = page.locator('footer');
    for (const number of ['911', '988', '1-800-662-4357']) await expect(footer).toContainText(number);
    await expect(page.locator('header a[rel~="noreferrer"]')).toBeVisible();
    await expect(page.locator('h1:visible')).toHaveCount(1);
    await context.close();
  });
}

test('the first Tab reaches the skip link, and it leads to the main text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', '#main');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('the language switch leads to the same page in the other language', async ({ page }) => {
  await page.goto('/get-help-now/');
  await page.getByRole('link', { name: 'Leer en español' }).click();
  await expect(page).toHaveURL(/\/es\/ayuda-ahora\/$/);
  await page.getByRole('link', { name: 'Read this in English' }).click();
  await expect(page).toHaveURL(/\/get-help-now\/$/);
});

test('a page that does not exist says so, in both languages', async ({ page }) => {
  const response = await page.goto('/nowhere/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('This page is not here');
  await expect(page.locator('main')).toContainText('Esta página no está aquí');
});

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { addresses } from '#i18n/paths.ts';
import { type LettersWords, letterIds } from '#planner/letters.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingStored, watch } from './watch.ts';

const words = (locale: 'en' | 'es'): LettersWords => parse(readFileSync(`content/letters/${locale}.yaml`, 'utf8'));
const address = addresses.wordsToUse.en;
const letter = (page: Page, id: string) => page.locator(`#${id} [data-letter]`);
const open = (page: Page, id: string) => page.locator(`#${id} > summary`).click();

async function openAll(page: Page): Promise<void> {
  for (const id of letterIds) await open(page, id);
}

/** The browser's print dialog, as far as these tests are concerned: the page stays as it is on paper until `afterprint`. */
const holdPrint = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printing', '');
  });

for (const locale of ['en', 'es'] as const) {
  test(`what a reader types stands in every letter that has the blank (${locale})`, async ({ page }) => {
    await page.goto(addresses.wordsToUse[locale]);
    const { fields } = words(locale);
    await openAll(page);
    await page.locator('#leave-papers').getByLabel(fields.from.label).fill('Monday, December 1');
    await page.locator('#accommodation').getByLabel(fields.hr.label).fill('Ms. Rivera');
    await expect(letter(page, 'leave-papers')).toContainText('Ms. Rivera');
    for (const id of ['leave-papers', 'certification', 'accommodation', 'manager', 'timetable']) {
      await expect(letter(page, id), id).toContainText('Monday, December 1');
      await expect(letter(page, id), id).not.toContainText(fields.from.blank);
      await expect(page.locator(`#${id}`).getByLabel(fields.from.label)).toHaveValue('Monday, December 1');
    }
    await expect(letter(page, 'leave-papers')).toContainText(fields.until.blank);
    await page.locator('#manager').getByLabel(fields.from.label).fill('  ');
    await expect(letter(page, 'leave-papers')).toContainText(fields.from.blank);
  });
}

test('what a reader types is text in the letter, never markup', async ({ page }) => {
  await page.goto(address);
  await open(page, 'leave-papers');
  await page.locator('#leave-papers-hr').fill('<b>Ms. "R" & Co</b>');
  await expect(letter(page, 'leave-papers')).toContainText('Dear <b>Ms. "R" & Co</b>,');
});

test('nothing that is typed is sent, stored or put into the address', async ({ page, server }) => {
  const seen = await watch(page, server.origin);
  await page.goto(address, { waitUntil: 'networkidle' });
  const before = [...seen.requests];
  await openAll(page);
  for (const input of await page.locator('input:visible').all()) await input.fill('Ms. Rivera');
  await page.locator('#eap-hours').press('Enter');
  await page.locator('#leave-papers-hr').press('Enter');
  await expect(page).toHaveURL(server.origin + address);
  expect(await page.evaluate(() => history.length)).toBe(2);
  await expectNothingStored(page);
  expect(seen.requests).toEqual(before);
  expect(seen.faults).toEqual([]);
});

test.describe('what was typed is gone', () => {
  const typed = async (page: Page) => {
    await page.goto(address);
    await open(page, 'leave-papers');
    await page.locator('#leave-papers-hr').fill('Ms. Rivera');
    await expect(letter(page, 'leave-papers')).toContainText('Ms. Rivera');
  };
  const expectEmpty = async (page: Page) => {
    expect(await page.locator('main').textContent()).not.toContain('Ms. Rivera');
    for (const input of await page.locator('main input').all()) expect(await input.inputValue()).toBe('');
  };

  test('after a reload', async ({ page }) => {
    await typed(page);
    await page.reload();
    await expectEmpty(page);
  });

  test('after coming back from another page', async ({ page }) => {
    await typed(page);
    await page.goto('/privacy/');
    await page.goBack();
    await expectEmpty(page);
  });

  test('from a copy that the browser keeps for its back button', async ({ page }) => {
    await typed(page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await expectEmpty(page);
  });

  test('as soon as the reader leaves the site', async ({ page }) => {
    await page.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await typed(page);
    await page.evaluate(() => document.dispatchEvent(new Event('leave')));
    await expectEmpty(page);
  });
});

test('one letter prints alone, filled in, with nothing of the site on it', async ({ page }) => {
  await holdPrint(page);
  await page.goto(address);
  await open(page, 'leave-papers');
  await open(page, 'manager');
  await page.locator('#leave-papers-hr').fill('Ms. Rivera');
  await page
    .locator('#leave-papers')
    .getByRole('button', { name: words('en').print })
    .click();
  await expect(page.locator('html')).toHaveAttribute('data-printing');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('body')).toHaveText(/^\s*Dear Ms\. Rivera,.*\[date and your name\]\s*$/s, {
    useInnerText: true,
  });
  // The browser prints a page's title and address in the margin; a letter leaves it none.
  expect(await letter(page, 'leave-papers').evaluate((element) => getComputedStyle(element).page)).toBe('alone');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(letter(page, 'manager')).toBeVisible();
  await expect(page.locator('footer')).toBeVisible();
});

test('the copy button copies the letter as lines of text and says where it stays', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { copy, copied } = words('en');
  await page.goto(address);
  await open(page, 'leave-papers');
  await page.locator('#leave-papers-hr').fill('Ms. Rivera');
  await page.locator('#leave-papers').getByRole('button', { name: copy }).click();
  await expect(page.getByRole('status').filter({ hasText: copied })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Dear Ms\. Rivera,\n\nI have a health condition.*\[first day\]/);
  expect(text).toContain('\n- if I qualify, and if not, why\n- who will see');
  expect(text).toMatch(/Thank you\.\n\n\[date and your name\]$/);
});

test('no copy button stands where copying does not work', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(address);
  await open(page, 'leave-papers');
  await expect(page.locator('#leave-papers').getByRole('button', { name: words('en').print })).toBeVisible();
  await expect(page.locator('[data-copy]:visible')).toHaveCount(0);
});

test('without script every letter stands there with its blanks, and prints, also while it is closed', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto(address);
  const { withoutScript, fields, sign } = words('en');
  const note = page.locator('main noscript > p');
  await expect(note).toBeVisible();
  expect(await note.evaluate((element) => element.textContent)).toBe(withoutScript);
  await open(page, 'leave-papers');
  await expect(letter(page, 'leave-papers')).toContainText(`Dear ${fields.hr.blank},`);
  await expect(page.locator('main input:visible, main button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  // Playwright takes what a closed <details> holds for visible; the browser does not.
  for (const id of letterIds) expect(await letter(page, id).evaluate((text) => text.checkVisibility()), id).toBe(true);
  const blank = letter(page, 'timetable').getByText(sign);
  expect(await blank.evaluate((element) => getComputedStyle(element).borderBlockEndStyle)).toBe('solid');
  expect((await blank.boundingBox())?.width).toBeGreaterThan(150);
  await context.close();
});

test('a keyboard opens a letter, fills it in and reaches its buttons in order', async ({ page }) => {
  await page.goto(address);
  await page.locator('#leave-papers > summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ms. Rivera');
  await expect(letter(page, 'leave-papers')).toContainText('Dear Ms. Rivera,');
  for (let stops = 0; stops < 4; stops++) await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(words('en').print);
});

for (const path of Object.values(addresses.wordsToUse)) {
  test(`${path} with every letter open is for everyone and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await openAll(page);
    await page.locator('#leave-papers-sessions').fill('Monday-Tuesday-Thursday-from-six-to-nine-in-the-evening');
    for (const scheme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...scheme });
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';
import { expectNothingStored, watch } from './watch.ts';

async function openPage(browser: Browser, { origin }: RunningServer, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: origin });
  return context.newPage();
}

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';

  test(`${how}: a form with mistakes comes back with what was typed and leads to each mistake`, async ({
    browser,
    server,
  }) => {
    const before = desk(server, 'requests', 'list').length;
    const page = await openPage(browser, server, javaScriptEnabled);
    await page.goto('/contact/call-back/');
    await page.getByLabel('What should we call you?').fill('Ana "A" <b>');
    await page.getByLabel('Phone number').fill('555 01');
    await page.getByLabel('Your time zone').selectOption({ label: 'Mountain (Denver)' });
    await page.getByLabel('Ask for me and say no more').check();
    await page.getByRole('button', { name: 'Ask for a call' }).click();

    await expect(page).toHaveTitle(/^Error: /);
    const summary = page.locator('.error-summary');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('listitem')).toHaveText([
      'Enter a US phone number, like 217 555 0142',
      'Select when we should call',
    ]);
    await expect(page.getByLabel('What should we call you?')).toHaveValue('Ana "A" <b>');
    await expect(page.getByLabel('Phone number')).toHaveValue('555 01');
    await expect(page.getByLabel('Phone number')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Your time zone')).toHaveValue('America/Denver');
    await expect(page.getByLabel('Ask for me and say no more')).toBeChecked();
    await summary.getByRole('link', { name: 'Select when we should call' }).click();
    await expect(page.getByLabel('Weekday mornings')).toBeFocused();
    expect(desk(server, 'requests', 'list')).toHaveLength(before);
    await page.context().close();
  });

  test(`${how}: a request is confirmed with a reference, reaches the desk, and its link erases it`, async ({
    browser,
    server,
  }) => {
    const page = await openPage(browser, server, javaScriptEnabled);
    await page.goto('/contact/call-back/');
    await expect(page.getByText('This is a demonstration: nobody will call.')).toBeVisible();
    await page.getByLabel('Phone number').fill('(217) 555-0142');
    await page.getByLabel('Weekday mornings').check();
    await page.getByRole('button', { name: 'Ask for a call' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
    const reference = (await page.locator('[data-reference]').textContent()) ?? '';
    expect(reference).toMatch(/^[A-Z0-9]{8}$/);
    expect(desk(server, 'requests', 'show', reference)).toMatchObject({
      state: 'open',
      phone: '+12175550142',
      contactWindow: 'weekday-morning',
    });

    await page.getByRole('link', { name: 'Cancel and erase my request' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cancel and erase your request?');
    expect(desk(server, 'requests', 'show', reference)).toMatchObject({ state: 'open' });
    await page.getByRole('button', { name: 'Cancel and erase' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your request is erased');
    const erased = desk(server, 'requests', 'show', reference);
    expect(erased).toMatchObject({ state: 'erased' });
    expect(erased).not.toHaveProperty('phone');
    await page.context().close();
  });
}

test('in Spanish the whole way stays Spanish', async ({ page }) => {
  await page.goto('/es/contacto/');
  await page.getByRole('main').getByRole('link', { name: 'Pida una llamada' }).click();
  await page.getByRole('button', { name: 'Pedir una llamada' }).click();
  await expect(page.locator('.error-summary').getByRole('listitem').first()).toHaveText(
    'Escriba un número de teléfono',
  );
  await page.getByLabel('Número de teléfono').fill('787 555 0142');
  await page.getByLabel('El sábado').check();
  await page.getByRole('button', { name: 'Pedir una llamada' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tenemos su solicitud');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('every answer can be used by everyone, at 320 pixels too, fetches nothing from elsewhere and stores nothing', async ({
  page,
  server,
}) => {
  const seen = await watch(page, server.origin);
  await page.setViewportSize({ width: 320, height: 640 });
  const check = async () => {
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  };
  await page.goto('/contact/call-back/');
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await check();
  await page.getByLabel('Phone number').fill('217 555 0142');
  await page.getByLabel('Any of these times').check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await check();
  await page.getByRole('link', { name: 'Cancel and erase my request' }).click();
  await check();
  await page.getByRole('button', { name: 'Cancel and erase' }).click();
  await check();
  await page.goto('/problems/not-saved/');
  await check();
  await expectNothingStored(page);
  expect(seen.faults).toEqual([]);
});

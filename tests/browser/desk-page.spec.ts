import { spawn } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';
import { watch } from './watch.ts';

/** Starts `ops desk` beside the server; resolves to its link and to how the process ends. */
async function openDesk({ dataDir }: RunningServer) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/ops/ops.ts', 'desk'], {
    env: { ...process.env, DATA_DIR: dataDir() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const link = await new Promise<string>((found) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const address = /http:\S+/.exec(said)?.[0];
      if (address && said.includes('minutes')) found(address);
    });
  });
  return { link, ended, kill: () => child.kill() };
}

async function ask(page: Page, phone: string): Promise<string> {
  await page.goto('/contact/call-back/');
  await page.getByLabel('Phone number').fill(phone);
  await page.getByLabel('Any of these times').check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  return (await page.locator('[data-reference]').textContent()) ?? '';
}

async function expectUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test('a day at the desk, by keyboard and at 320 pixels, in both languages, until it is closed', async ({
  browser,
  server,
}) => {
  const reader = await (await browser.newContext({ baseURL: server.origin })).newPage();
  const reference = await ask(reader, '217 555 0177');
  await reader.context().close();
  const running = await openDesk(server);
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const seen = await watch(page, new URL(running.link).origin);

  await page.goto(running.link);
  await expectUsable(page);
  await page.getByLabel('Your name').fill('Bea');
  await page.getByLabel('Your name').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who waits');
  await expect(page.getByRole('row', { name: reference })).toBeVisible();
  await expect(page.getByText('555')).toHaveCount(0);
  await expectUsable(page);

  await page.getByRole('button', { name: `Open ${reference}` }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Request ${reference}`);
  await expect(page.getByRole('link', { name: '+12175550177' })).toHaveAttribute('href', 'tel:+12175550177');
  await expect(page.getByRole('listitem')).toHaveText(/, Bea$/);
  expect(page.url()).not.toContain(reference);
  await expectUsable(page);

  await page.getByLabel('Not reached').check();
  await page.getByRole('button', { name: 'Close it' }).press('Enter');
  await expect(page.getByRole('status')).toHaveText(`${reference}: closed, Not reached.`);
  expect(desk(server, 'requests', 'show', reference)).toMatchObject({ state: 'done', outcome: 'not-reached' });

  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quién espera');
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/);
  await expectUsable(page);
  await page.getByRole('button', { name: 'Cerrar el escritorio' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('El escritorio está cerrado');
  expect(await context.cookies()).toEqual([]);
  expect(await running.ended).toBe(0);
  expect(seen.faults).toEqual([]);
  await context.close();
});

test('the link is worth nothing to a second browser', async ({ browser, server }) => {
  const running = await openDesk(server);
  const [mine, theirs] = [await browser.newContext(), await browser.newContext({ javaScriptEnabled: false })];
  const page = await mine.newPage();
  await page.goto(running.link);
  await page.getByRole('button', { name: 'Open the desk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who waits');
  const other = await theirs.newPage();
  await other.goto(running.link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('The desk is closed');
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('The desk is closed');
  running.kill();
  await running.ended;
  await mine.close();
  await theirs.close();
});

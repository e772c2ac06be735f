import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask, field, openPlanner, unfold } from './planner-steps.ts';
import { expectNothingStored, watch } from './watch.ts';

test.use({ timezoneId: 'America/Chicago' });

/** Enters a week that is nobody's preset. */
async function enterWeek(page: Page): Promise<void> {
  await unfold(page);
  await field(page, 'shifts.0.start').fill('04:17');
  await page.locator('[name="shifts.0.days"][value=sunday]').check();
  await page.getByRole('button', { name: 'Add a shift' }).click();
  await field(page, 'commute.program').fill('47');
  await field(page, 'jobs.0.leaveTaken').fill('93');
  await page.getByLabel('Day program (partial hospitalization)').check();
  await ask(page);
  await page.locator('#timetable').selectOption({ index: 1 });
}

const traces = /04:17|4:17|\b47\b|\b93\b/;

/** All that a reader typed or chose and that the page still has, wherever it keeps it. */
const left = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('.planner :is(input, select)')];
    return {
      typed: fields.map(({ value, defaultValue }) => `${value} ${defaultValue}`).join(' '),
      told: document.querySelector('[data-result]')?.textContent ?? '',
      level: document.querySelector<HTMLInputElement>('[name=level]:checked')?.value,
      shifts: document.querySelectorAll('[id^="shifts."][id$=".start"]').length,
      state: history.state as unknown,
      address: location.href,
      title: document.title,
    };
  });

async function expectForgotten(page: Page): Promise<void> {
  const seen = await left(page);
  expect(seen).toMatchObject({ level: 'unknown', shifts: 1, state: null, title: 'Plan your week around work' });
  expect(`${seen.typed} ${seen.told} ${seen.address}`).not.toMatch(traces);
}

test('entering a week, its answer and printing send nothing, store nothing and name nothing', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  const seen = await watch(page, server.origin);
  await openPlanner(page);
  await page.waitForLoadState('networkidle');
  const before = seen.requests.length;
  await enterWeek(page);
  await page.getByRole('button', { name: 'Print this plan' }).click();
  const after = await left(page);
  expect(`${after.typed} ${after.told}`).toMatch(traces);
  expect(after.address).toBe(`${server.origin}/plan-around-work/`);
  expect([after.title.replace('Error: ', ''), after.state]).toEqual(['Plan your week around work', null]);
  expect(seen.requests.slice(before)).toEqual([]);
  expect(seen.faults).toEqual([]);
  await expectNothingStored(page);
});

test('the button takes all of it out of the page and says so', async ({ page }) => {
  await openPlanner(page);
  await enterWeek(page);
  await page.getByRole('button', { name: 'Delete what I entered' }).click();
  await expect(page.locator('[data-kept]')).toHaveText('What you entered is gone.');
  await expectForgotten(page);
  await page.locator('[data-preset=nights]').click();
  await expect(page.getByRole('button', { name: 'Bring back my entries' })).toBeHidden();
});

test('leaving the site takes all of it out of the page', async ({ page }) => {
  await page.context().route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  await openPlanner(page);
  await enterWeek(page);
  const seen = await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('[data-leave]')[1]?.click();
    const fields = [...document.querySelectorAll<HTMLInputElement>('.planner :is(input, select)')];
    return {
      isBlank: document.body.getClientRects().length === 0,
      kept: `${fields.map(({ value, defaultValue }) => `${value} ${defaultValue}`)} ${document.querySelector('.planner')?.textContent}`,
      level: document.querySelector<HTMLInputElement>('[name=level]:checked')?.value,
    };
  });
  expect(seen).toMatchObject({ isBlank: true, level: 'unknown' });
  expect(seen.kept).not.toMatch(traces);
  await page.waitForURL('https://www.weather.gov/');
});

test('a page that the browser keeps for its back button keeps nothing of the week', async ({ page }) => {
  await openPlanner(page);
  await enterWeek(page);
  await page.evaluate(() => {
    for (const type of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  });
  await expectForgotten(page);
});

test('coming back from another page, and a reload, begin again', async ({ page }) => {
  await openPlanner(page);
  await enterWeek(page);
  await page.goto('/privacy/');
  await page.goBack();
  await page.locator('.planner[data-ready]').waitFor();
  await expectForgotten(page);
  await enterWeek(page);
  await page.reload();
  await page.locator('.planner[data-ready]').waitFor();
  await expectForgotten(page);
});

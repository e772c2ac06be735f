import type { Browser, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { ask, field, openPlanner, unfold } from './planner-steps.ts';
import { answerAll, calm } from './quiz-steps.ts';
import { expectNothingStored, type Watch, watch } from './watch.ts';

/** What is typed into every field. It must be nowhere but in the fields and in the body of the post. */
export const canary = /zzcanary|555.?0163/i;
const typed = { name: 'Zzcanary', phone: '217 555 0163', email: 'zzcanary@example.org' };

/** The four forms, two of them in each language. */
const formPaths = ['/contact/call-back/', '/es/contacto/mensaje/', '/contact/meeting/', '/es/contacto/llamada-corta/'];

/** Where leaving goes to. */
export const neutral = 'https://www.weather.gov/';

/** What was seen of one form in all its states. */
export interface SeenOfForm extends Watch {
  /** Addresses, titles, history entries and headers that hold what was typed. */
  told: string[];
  /** Requests while somebody typed. */
  whileTyping: string[];
}

async function type(page: Page, values: Partial<typeof typed>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const place = page.locator(`form [name="${name}"]`).first();
    if (await place.count()) await place.pressSequentially(value);
  }
}

async function choose(page: Page): Promise<void> {
  for (const choice of ['contactWindow', 'topic', 'textConsent']) {
    const box = page.locator(`form [name="${choice}"]:is([type=radio], [type=checkbox])`).first();
    if (await box.count()) await box.check();
  }
  const times = page.locator('form select[name=slot]');
  if (await times.count()) await times.selectOption({ index: 1 });
}

const empty = async (page: Page) => {
  for (const place of await page.locator('form :is([type=text], [type=tel], [type=email]):visible').all())
    await place.fill('');
};

/**
 * Walks one form through all that can become of it: load, scroll, focus, typing, mistakes, an error of the server, no connection, success,
 * the way back, leaving. Nothing here reaches the internet: the neutral page is a stand-in.
 */
export async function walkForm(page: Page, origin: string, path: string): Promise<SeenOfForm> {
  const seen: SeenOfForm = { ...(await watch(page, origin)), told: [], whileTyping: [] };
  const tell = (what: string, text: string) => canary.test(text) && seen.told.push(`${what}: ${text}`);
  page.on('request', (request) => {
    tell('address', request.url());
    tell('header', JSON.stringify(request.headers()));
  });
  page.on('response', (response) => tell('header of an answer', JSON.stringify(response.headers())));
  await page.route(
    (url) => url.href === neutral,
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  const look = async () => {
    tell('page', JSON.stringify(await page.evaluate(() => [document.title, location.href, history.state])));
    await expectNothingStored(page);
  };
  const summary = page.locator('.error-summary');
  const send = () => page.locator('form [type=submit]').click();
  const quietly = async (hands: () => Promise<void>) => {
    const before = seen.requests.length;
    await hands();
    seen.whileTyping.push(...seen.requests.slice(before));
  };

  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await quietly(async () => {
    await page.mouse.wheel(0, 4000);
    for (const place of await page.locator('form :is(input, select):visible').all()) await place.focus();
    await type(page, { name: typed.name, phone: `${typed.phone} zzcanary` });
  });
  await look();

  await send();
  await expect(summary).toBeFocused();
  await look();

  await page.route('**/api/v1/requests', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await quietly(async () => {
    await empty(page);
    await type(page, typed);
    await choose(page);
  });
  await send();
  await expect(summary.getByRole('listitem')).toHaveCount(0);
  await expect(summary).toBeFocused();
  await look();
  await page.unroute('**/api/v1/requests');

  await page.context().setOffline(true);
  const failed = page.waitForEvent('requestfailed');
  await send();
  await failed;
  await expect(summary).toBeFocused();
  await look();
  await page.context().setOffline(false);

  await send();
  await expect(page.locator('[data-reference]')).toBeVisible();
  await look();

  await page.goto(`${origin}/privacy/`);
  await page.goBack();
  await expect(page.locator('form [name=phone]')).toHaveValue('');
  await look();

  await type(page, typed);
  await page.locator('[data-leave]').last().click();
  await expect(page).toHaveURL(neutral);
  return seen;
}

/** Answers the quiz up to its result and plans a week; gives the requests that this caused, and what the page must not do. */
async function walkTools(page: Page, origin: string): Promise<SeenOfForm> {
  const seen: SeenOfForm = { ...(await watch(page, origin)), told: [], whileTyping: [] };
  await page.goto('/check-your-options/', { waitUntil: 'networkidle' });
  const beforeQuiz = seen.requests.length;
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await answerAll(page, calm);
  await page.getByRole('button', { name: 'See my options' }).click();
  seen.whileTyping.push(...seen.requests.slice(beforeQuiz));
  await openPlanner(page);
  await page.waitForLoadState('networkidle');
  const beforePlan = seen.requests.length;
  await unfold(page);
  await field(page, 'shifts.0.start').fill('04:17');
  await page.locator('[name="shifts.0.days"][value=sunday]').check();
  await ask(page);
  seen.whileTyping.push(...seen.requests.slice(beforePlan));
  return seen;
}

/** All forms, the quiz and the planner, one after the other, each in a page of its own. */
export async function walkAll(browser: Browser, origin: string, bypassCSP: boolean): Promise<SeenOfForm[]> {
  const all: SeenOfForm[] = [];
  const walks = [
    ...formPaths.map((path) => (page: Page) => walkForm(page, origin, path)),
    (page: Page) => walkTools(page, origin),
  ];
  for (const walk of walks) {
    const context = await browser.newContext({ bypassCSP, baseURL: origin });
    all.push(await walk(await context.newPage()));
    await context.close();
  }
  return all;
}

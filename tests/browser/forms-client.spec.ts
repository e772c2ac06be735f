import AxeBuilder from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';
import { desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingStored, watch } from './watch.ts';

const endpoint = '**/api/v1/requests';
const book = (page: Page) => page.getByRole('button', { name: 'Book this call' }).click();
const times = (page: Page) => page.getByLabel('Free times');
const days = (page: Page) => page.getByLabel('Day of the call');
const summary = (page: Page) => page.locator('.error-summary');

const expectNoFaults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

/** Fills in a short call for the first, the second, … time from the end of the last day. Counting from the end keeps clear of other tests. */
async function fillShortCall(page: Page, fromEnd: number): Promise<{ slot: string; label: string }> {
  await page.goto('/contact/short-call/');
  await page.getByLabel('What should we call you?').fill('Ana');
  await page.getByLabel('Phone number').fill('217 555 0142');
  await days(page).selectOption({ index: (await days(page).locator('option').count()) - 1 });
  const option = times(page).locator('option').nth(-fromEnd);
  const [slot, label] = [(await option.getAttribute('value')) ?? '', (await option.textContent()) ?? ''];
  await times(page).selectOption(slot);
  return { slot, label };
}

const keyOf = (request: Request): string => request.postDataJSON().requestId;

test.describe('in a browser that lives by mountain time', () => {
  test.use({ timezoneId: 'America/Denver' });

  test('times stand on the reader’s own clocks, and move with the zone they choose', async ({ page }) => {
    await page.goto('/contact/short-call/');
    await expect(page.getByLabel('Your time zone')).toHaveValue('America/Denver');
    await expect(page.locator('[data-later]')).toHaveCount(0);
    const all = times(page).locator('option');
    const id = (await all.nth(1).getAttribute('value')) ?? '';
    await times(page).selectOption(id);
    const shown = async () => {
      const label = (await times(page).locator('option:checked').textContent()) ?? '';
      const [, hour = '', half = ''] = /^(\d+):\d\d\s(AM|PM)$/.exec(label) ?? [];
      return (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
    };
    const [day, minutes] = [id.slice(0, 8), id.slice(9, 13)];
    const at = new Date(`${day.replace(/(....)(..)/, '$1-$2-')}T${minutes.replace(/(..)/, '$1:')}Z`);
    const hourIn = (timeZone: string) =>
      Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(at));
    expect(await shown()).toBe(hourIn('America/Denver'));
    await page.getByLabel('Your time zone').selectOption('America/New_York');
    expect(await times(page).inputValue()).toBe(id);
    expect(await shown()).toBe(hourIn('America/New_York'));
  });
});

test.describe('in a browser that says UTC to every site', () => {
  test.use({ timezoneId: 'UTC' });

  test('the operator’s zone stays chosen', async ({ page }) => {
    await page.goto('/contact/short-call/');
    await expect(times(page)).toBeVisible();
    await expect(page.getByLabel('Your time zone')).toHaveValue('America/Chicago');
  });
});

test.describe('in a browser that lives by a zone that the list does not have', () => {
  test.use({ timezoneId: 'America/Indiana/Knox' });

  test('the zone is added to the list, and stays when the form is emptied', async ({ page }) => {
    await page.goto('/contact/call-back/');
    const zone = page.getByLabel('Your time zone');
    await expect(zone).toHaveValue('America/Indiana/Knox');
    await zone.selectOption('America/New_York');
    await page.evaluate(() => document.querySelector('form')?.reset());
    await expect(zone).toHaveValue('America/Indiana/Knox');
  });
});

test('the day is chosen first, and the list holds the times of that day alone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/contact/short-call/');
  const idsShown = () =>
    times(page)
      .locator('option[value]:not([value=""])')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await expect(times(page)).toBeVisible();
  const first = await idsShown();
  await times(page).selectOption(first[0] ?? '');
  await days(page).selectOption({ index: 2 });
  await expect(times(page)).toHaveValue('');
  const other = await idsShown();
  expect(other.length).toBeGreaterThan(1);
  expect(other.length).toBeLessThan(60);
  expect(other.filter((id) => first.includes(id))).toEqual([]);
  await expectNoFaults(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a time that somebody else took is traded for one near it, in place', async ({ page, browser, server }) => {
  const { slot } = await fillShortCall(page, 9);
  const other = await browser.newPage({ baseURL: server.origin });
  await fillShortCall(other, 9);
  await book(other);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('We have your request');
  await other.close();

  await book(page);
  await expect(summary(page).getByRole('heading')).toHaveText('Someone else just took that time');
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('heading')).toBeInViewport();
  await expect(page.getByLabel('Phone number')).toHaveValue('217 555 0142');
  const near = summary(page).getByRole('listitem').getByRole('button');
  await expect(near).toHaveCount(6);
  await expect(times(page).locator(`option[value="${slot}"]`)).toHaveCount(0);
  await expectNoFaults(page);
  await near.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Book this call' })).toBeFocused();
  await expect(page.getByText(/^You picked .* Now press the button/)).toBeVisible();
  const picked = await times(page).inputValue();
  expect(picked).not.toBe(slot);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
  const reference = (await page.locator('[data-reference]').textContent()) ?? '';
  expect(desk(server, 'requests', 'show', reference)).toMatchObject({ slot: picked });
});

test('the booked time can be kept in a calendar, under a title that says nothing', async ({ page, server }) => {
  const seen = await watch(page, server.origin);
  const { slot } = await fillShortCall(page, 3);
  await book(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(page.getByRole('main')).toContainText(/\d:\d\d.[AP]M, Central Time/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the time to my calendar' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('appointment.ics');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  expect(text).toContain(`DTSTART:${slot.replace('Z', '00Z')}\r\n`);
  expect(text).toContain('SUMMARY:Appointment\r\n');
  expect(text).not.toMatch(/Ana|555/);
  await expect(page.getByRole('button', { name: 'Save or print this page' })).toBeVisible();
  await expectNothingStored(page);
  expect(seen.faults).toEqual([]);
});

test('offline nothing is lost: the form says so, and the same request goes out later', async ({
  page,
  context,
  server,
}) => {
  const before = desk(server, 'requests', 'list').length;
  await fillShortCall(page, 5);
  const keys: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && keys.push(keyOf(request)));
  await context.setOffline(true);
  await book(page);
  await expect(summary(page)).toContainText('We did not get your request');
  await expect(summary(page)).toContainText('You seem to be offline');
  await expect(summary(page)).toContainText('You can also call');
  await expect(summary(page)).toBeFocused();
  await expect(page.getByLabel('Phone number')).toHaveValue('217 555 0142');
  await context.setOffline(false);
  await book(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
  expect(desk(server, 'requests', 'list')).toHaveLength(before + 1);
  expect(new Set(keys).size).toBe(1);
});

test('an answer that got lost is asked for again with the same key, and the request is saved once', async ({
  page,
  server,
}) => {
  const before = desk(server, 'requests', 'list').length;
  await fillShortCall(page, 7);
  const keys: string[] = [];
  await page.route(endpoint, async (route) => {
    keys.push(keyOf(route.request()));
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await book(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(desk(server, 'requests', 'list')).toHaveLength(before + 1);
});

test('a changed field is another request, with another key', async ({ page }) => {
  await page.goto('/contact/meeting/');
  const keys: string[] = [];
  await page.route(endpoint, (route) => {
    keys.push(keyOf(route.request()));
    return route.continue();
  });
  const ask = page.getByRole('button', { name: 'Ask for a meeting' });
  await ask.click();
  await expect(summary(page)).toBeFocused();
  await ask.click();
  await expect.poll(() => keys.length).toBe(2);
  await page.getByLabel('What should we call you?').fill('Ana');
  await ask.click();
  await expect(summary(page)).toContainText('Enter a phone number or an email address');
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[0]);
});

for (const [name, answer] of [
  ['a page of a hotel', { status: 200, contentType: 'text/html', body: '<h1>Welcome, log in</h1>' }],
  ['JSON of somebody else', { status: 201, contentType: 'application/json', body: '{"ok":true}' }],
  ['a broken gateway', { status: 502, contentType: 'text/html', body: 'Bad gateway' }],
] as const) {
  test(`${name} is not taken for a saved request`, async ({ page }) => {
    await page.goto('/contact/text/');
    await page.getByLabel('Cost and insurance').check();
    await page.getByLabel('Mobile phone number').fill('217 555 0142');
    await page.getByLabel(/^Yes, /).check();
    await page.route(endpoint, (route) => route.fulfill(answer));
    await page.getByRole('button', { name: 'Text me the information' }).click();
    await expect(summary(page)).toContainText('We did not get your request');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Mobile phone number')).toHaveValue('217 555 0142');
    await expect(page.getByLabel(/^Yes, /)).toBeChecked();
    await expectNoFaults(page);
  });
}

test('a refusal without a field to mend is told with the number to call instead', async ({ page }) => {
  await page.goto('/contact/call-back/');
  await page.route(endpoint, (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'too-many', title: 'Too many requests', detail: 'Wait a while, or call.' }),
    }),
  );
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await expect(summary(page)).toContainText('Too many requests');
  await expect(summary(page)).toContainText('You can also call 1-800-662-4357');
});

test('times that do not load can be looked for again, and the form still works', async ({ page }) => {
  await page.route('**/api/v1/slots', (route) => route.abort());
  await page.goto('/contact/short-call/');
  await expect(page.getByText('The free times did not load.')).toBeVisible();
  await expectNoFaults(page);
  await page.unroute('**/api/v1/slots');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(times(page)).toBeVisible();
});

test('after a request the page holds nothing of it, and Back brings an empty form', async ({ page }) => {
  await page.goto('/contact/');
  await page.getByRole('main').getByRole('link', { name: 'Ask for a meeting' }).click();
  await page.getByLabel('What should we call you?').fill('Canary');
  await page.getByLabel('Email address').fill('canary@example.org');
  await page.getByRole('button', { name: 'Ask for a meeting' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/contact/meeting/');
  await page.getByRole('link', { name: 'Cancel and erase my request' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cancel and erase your request?');
  await page.goBack();
  await expect(page.getByLabel('What should we call you?')).toHaveValue('');
  await expect(page.getByLabel('Email address')).toHaveValue('');
  await expect(page.locator('[data-reference]')).toHaveCount(0);
});

test('a page that the browser keeps for its Back button keeps no reference and no way to cancel', async ({ page }) => {
  await page.goto('/contact/meeting/');
  await page.getByLabel('What should we call you?').fill('Canary');
  await page.getByLabel('Email address').fill('canary@example.org');
  await page.getByRole('button', { name: 'Ask for a meeting' }).click();
  await expect(page.locator('[data-reference]')).toHaveText(/^\w{8}$/);
  // The browser of the tests keeps no pages; this is what one that does tells a page before it puts it away.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(page.locator('[data-reference], a[href*="/cancel/"]')).toHaveCount(0);
  await expect(page.getByLabel('What should we call you?')).toHaveValue('');
});

test('a form is filled in and sent by keyboard alone', async ({ page }) => {
  await page.goto('/contact/meeting/');
  await page.getByLabel('What should we call you?').focus();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Phone number')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Email address')).toBeFocused();
  await page.keyboard.type('ana@example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
});

test('nothing is asked for while somebody types', async ({ page, server }) => {
  const seen = await watch(page, server.origin);
  await page.goto('/contact/short-call/', { waitUntil: 'networkidle' });
  const before = seen.requests.length;
  await page.getByLabel('What should we call you?').pressSequentially('Ana');
  await page.getByLabel('Phone number').pressSequentially('217 555');
  await page.getByLabel('Your time zone').selectOption('America/New_York');
  await times(page).selectOption({ index: 2 });
  expect(seen.requests.slice(before)).toEqual([]);
  expect(seen.faults).toEqual([]);
});

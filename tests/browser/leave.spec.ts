import { chromium, type Page } from '@playwright/test';
import { findChromium } from './chromium.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingStored } from './watch.ts';

const neutral = 'https://www.weather.gov/';

/** The neutral page, as far as these tests are concerned: nothing here reaches the internet. */
async function standIn(page: Page): Promise<string[]> {
  const elsewhere: string[] = [];
  await page.context().route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      elsewhere.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' });
    },
  );
  return elsewhere;
}

const leave = async (page: Page) => {
  await page.locator('[data-leave]').last().click();
  await expect(page).toHaveURL(neutral);
};

/** Back, from a page that may send the reader away again before it has loaded. */
const back = (page: Page) => page.goBack({ waitUntil: 'commit' }).catch(() => null);

/** Back, also to a page that the browser kept: Playwright waits there for a load that does not come. */
async function backInHistory(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const { entries, currentIndex } = await devTools.send('Page.getNavigationHistory');
  await devTools.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1]?.id ?? 0 });
  await expect(page).toHaveURL(entries[currentIndex - 1]?.url ?? '');
}

/** Notes every page of ours that is whole and not hidden: a reader could see it. */
async function noteShown(page: Page): Promise<string[]> {
  const shown: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('shown ')) shown.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const isOurs = location.hostname === '127.0.0.1';
      if (isOurs && !document.documentElement.hidden) console.info(`shown ${location.pathname}`);
    });
  });
  return shown;
}

for (const mayKeep of [true, false]) {
  const how = mayKeep ? 'a browser that may keep pages for its back button' : 'a browser that loads every page again';

  /** The Chromium from npm has no window and keeps no page even where it may; a Chrome named by `CHROMIUM_PATH` does. */
  const inBrowser = (title: string, walk: (page: Page) => Promise<void>) =>
    test(`in ${how}, ${title}`, async ({ server }) => {
      const { executablePath, args, env } = findChromium();
      const browser = await chromium.launch({
        executablePath,
        args,
        env: { ...process.env, ...env } as Record<string, string>,
        ...(mayKeep && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
      });
      const page = await browser.newPage({ baseURL: server.origin });
      await standIn(page);
      await walk(page);
      await browser.close();
    });

  inBrowser('Back after leaving shows none of the pages read before', async (page) => {
    await page.goto('/');
    await page.goto('/guides/');
    await page.goto('/guides/what-is-iop/');
    const entries = await page.evaluate(() => history.length);
    const shown = await noteShown(page);
    await leave(page);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    for (let times = 0; times < 2; times++) {
      await back(page);
      await expect(page).toHaveURL(neutral);
      await expect(page.getByRole('heading')).toHaveText('Weather');
    }
    expect(shown).toEqual([]);
  });

  inBrowser('Back after leaving the quiz shows no step and no answer', async (page) => {
    await page.goto('/privacy/');
    await page.goto('/check-your-options/');
    await page.getByRole('button', { name: 'Start' }).click();
    const screen = page.locator('#quiz-screen');
    for (const label of ['None of these', 'Thoughts, but no plan']) {
      await screen.getByLabel(label, { exact: true }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
    }
    await expect(page).toHaveTitle(/^Question 3/);
    await leave(page);
    for (let times = 0; times < 4; times++) {
      await back(page);
      await expect(page).toHaveURL(neutral);
    }
  });

  inBrowser('a form is empty after coming back from another page', async (page) => {
    await page.goto('/contact/call-back/');
    await page.getByLabel('Phone number').fill('217 555 0142');
    await page.getByLabel('Weekday mornings').check();
    await page.goto('/privacy/');
    await backInHistory(page);
    await expect(page.getByLabel('Phone number')).toHaveValue('');
    await expect(page.getByLabel('Weekday mornings')).not.toBeChecked();
  });

  inBrowser('the quiz starts again after coming back from another page', async (page) => {
    await page.goto('/check-your-options/');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('#quiz-screen').getByLabel('None of these').check();
    await page.goto('/privacy/');
    await backInHistory(page);
    await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
    expect(await page.locator('main :checked').count()).toBe(0);
    await expect(page.locator('#quiz-screen')).toBeEmpty();
  });
}

/** What a browser tells a page that it puts aside for its back button and takes out again. */
const keepAndBringBack = (page: Page) =>
  page.evaluate(() => {
    for (const type of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  });

test('a kept page gives up its place when the reader left from a later one', async ({ page }) => {
  await standIn(page);
  await page.goto('/guides/what-is-iop/');
  await page.evaluate(() => sessionStorage.setItem('left', '1'));
  await keepAndBringBack(page);
  await expect(page).toHaveURL(neutral);
});

test('a kept page stays when nobody left', async ({ page }) => {
  await page.goto('/guides/what-is-iop/');
  await keepAndBringBack(page);
  await expect(page.locator('h1')).toBeVisible();
  await expectNothingStored(page);
});

test('a kept form comes back empty', async ({ page }) => {
  await page.goto('/contact/call-back/');
  await page.getByLabel('Phone number').fill('217 555 0142');
  await keepAndBringBack(page);
  await expect(page.getByLabel('Phone number')).toHaveValue('');
});

test('a kept quiz comes back without answers', async ({ page }) => {
  await page.goto('/check-your-options/');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('#quiz-screen').getByLabel('None of these').check();
  await keepAndBringBack(page);
  await expect(page.locator('#quiz-screen')).toBeEmpty();
  expect(await page.locator(':checked').count()).toBe(0);
});

/** Presses the way out and tells what is left of the page at that moment, before the neutral page has taken its place. */
const leaveAndLook = (page: Page) =>
  page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('[data-leave]')[1]?.click();
    const typed = [
      ...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden], [type=radio], [type=checkbox])'),
    ];
    return {
      said: document.querySelector<HTMLElement>('html > [role=alert]:not([hidden])')?.textContent,
      isBlank: document.body.getClientRects().length === 0,
      typed: typed.map(({ value }) => value).join(''),
      ticked: [...document.querySelectorAll<HTMLInputElement>(':checked:not(option)')].map(({ value }) => value),
      screen: document.querySelector('#quiz-screen')?.innerHTML,
      state: history.state,
      marks: { ...sessionStorage },
    };
  });

test('leaving empties every field, blanks the page and says so', async ({ page }) => {
  await standIn(page);
  await page.goto('/contact/call-back/');
  await page.getByLabel('Phone number').fill('217 555 0142');
  await page.getByLabel('Weekday mornings').check();
  const left = await leaveAndLook(page);
  expect(left).toMatchObject({ said: 'Loading.', isBlank: true, typed: '', marks: { left: '1' } });
  expect(left.ticked).not.toContain('weekday-morning');
  await expect(page).toHaveURL(neutral);
});

test('leaving takes the answers of the quiz out of the page', async ({ page }) => {
  await standIn(page);
  await page.goto('/check-your-options/');
  await page.getByRole('button', { name: 'Start' }).click();
  for (const label of ['None of these', 'Thoughts, but no plan']) {
    await page.locator('#quiz-screen').getByLabel(label, { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  const left = await leaveAndLook(page);
  expect(left).toEqual({
    said: 'Loading.',
    isBlank: true,
    typed: '',
    ticked: [],
    screen: '',
    state: null,
    marks: { left: '1' },
  });
  await expect(page).toHaveURL(neutral);
});

test('the only request of leaving is the one for the neutral page, and it does not say where from', async ({
  page,
}) => {
  const elsewhere = await standIn(page);
  await page.goto('/check-your-options/');
  await page.waitForLoadState('networkidle');
  const requests: [string, string | undefined][] = [];
  page.on('request', (request) => requests.push([request.url(), request.headers()['referer']]));
  await leave(page);
  expect(requests).toEqual([[neutral, undefined]]);
  expect(elsewhere).toEqual([neutral]);
  expect(page.context().pages()).toHaveLength(1);
});

test('a visit in the usual way takes the mark away', async ({ page }) => {
  await standIn(page);
  await page.goto('/guides/what-is-iop/');
  await leave(page);
  await page.goto('/favicon.svg');
  await expectNothingStored(page, ['left']);
  await page.goto('/');
  await expectNothingStored(page);
  await page.goto('/privacy/');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without script the way out is a plain link, and nothing speaks of Shift', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await standIn(page);
  await page.goto('/contact/call-back/');
  await expect(page.getByText('Shift')).toBeHidden();
  for (const link of await page.locator('[data-leave]').all())
    await expect(link).toHaveAttribute('rel', 'noreferrer nofollow');
  await leave(page);
  await context.close();
});

test('a browser that refuses to keep anything still leaves', async ({ page }) => {
  await standIn(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto('/contact/call-back/');
  await leave(page);
});

test('Shift three times leaves, and says how many are missing', async ({ page }) => {
  await standIn(page);
  await page.goto('/contact/call-back/');
  const status = page.locator('aside [role=status]');
  await page.keyboard.press('Shift');
  await expect(status).toHaveText('Press Shift 2 more times to leave.');
  await page.keyboard.press('Shift');
  await expect(status).toHaveText('Press Shift 1 more time to leave.');
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(neutral);
});

test('typing capitals, Escape and shortcuts with Shift do not leave', async ({ page }) => {
  await page.goto('/contact/call-back/');
  await page.getByLabel('What should we call you?').focus();
  for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+D', 'Escape', 'Escape', 'Escape'])
    await page.keyboard.press(key);
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+Shift');
  await expect(page.getByLabel('What should we call you?')).toHaveValue('ABCD');
  await expect(page.locator('aside [role=status]')).toBeEmpty();
});

test('Shift can be turned off and on again; nothing remembers it', async ({ page }) => {
  await standIn(page);
  await page.goto('/check-your-options/');
  const bar = page.locator('#leave-bar');
  await bar.getByRole('button', { name: 'Turn this off' }).click();
  await expect(bar.getByRole('status')).toHaveText('Shift is off.');
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
  await expect(bar.getByRole('status')).toHaveText('Shift is off.');
  await expectNothingStored(page);
  await bar.getByRole('button', { name: 'Turn this on' }).click();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
  await expect(page).toHaveURL(neutral);
});

test('guides do not listen to Shift', async ({ page }) => {
  await page.goto('/guides/what-is-iop/');
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
  await expect(page.getByText('Press Shift')).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
});

test('the way out is the first to be reached after the skip link', async ({ page }) => {
  for (const path of ['/', '/guides/what-is-iop/', '/contact/call-back/']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveAttribute('data-leave', '');
  }
});

test('the bar never covers what has the focus, at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['/contact/call-back/', '/check-your-options/']) {
    await page.goto(path);
    const covered: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const bar = document.querySelector('#leave-bar') as HTMLElement;
        if (focused === document.body || bar.contains(focused)) return null;
        return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top ? focused.outerHTML : null;
      });
      if (found) covered.push(found);
    }
    expect(covered).toEqual([]);
  }
});

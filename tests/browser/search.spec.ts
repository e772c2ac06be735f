import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { finder } from '#site/find.ts';
import { indexPath } from '#site/search-index.ts';
import { wordsOf } from '#site/words-of.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingStored, watch } from './watch.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** No word of any language, but Pagefind alone would widen it to "do" and "dos". */
const nonsense = 'doqqq';

/** The search box of a page: the first one or, on the page that speaks both languages, the one in that language. */
function searchOn(page: Page, language?: 'en' | 'es') {
  const box = language ? page.locator(`section[lang=${language}] search`) : page.locator('search');
  return {
    input: box.getByRole('searchbox'),
    status: box.getByRole('status'),
    results: box.locator('[data-results] a'),
    nothing: box.locator('[data-nothing]'),
  };
}

/** A word that stands in the text of a guide and in nothing that the small index knows: only the full text can find it. */
async function wordInTextOnly(page: Page, guide: string, language: 'en' | 'es'): Promise<string> {
  await page.goto(guide);
  const prose = (await page.locator('[data-article-body] p').allInnerTexts()).flatMap(wordsOf);
  const find = finder(JSON.parse(readFileSync(`dist${indexPath(language)}`, 'utf8')));
  const [longest] = prose.filter((word) => find(word).pages.length === 0).sort((a, b) => b.length - a.length);
  if (!longest) throw new Error(`Every word of ${guide} is in the small index`);
  return longest;
}

/** Holds a file back until the test lets it go. */
async function hold(page: Page, file: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const languages = [
  { language: 'en', path: '/search/', said: /^\d+ pages? found\.$/, nothingSaid: 'Nothing found.' },
  { language: 'es', path: '/es/buscar/', said: /^\d+ páginas? encontradas?\.$/, nothingSaid: 'No se encontró nada.' },
] as const;

for (const { language, path, said, nothingSaid } of languages) {
  test(`${path} loads nothing but itself before somebody goes into the box`, async ({ page, server }) => {
    const seen = await watch(page, server.origin);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(seen.requests.filter((request) => !request.endsWith('/favicon.svg'))).toEqual([
      `GET ${server.origin}${path}`,
    ]);
    const warmed = page.waitForRequest(/pagefind-worker\.js$/);
    await searchOn(page).input.focus();
    await warmed;
    expect(seen.requests).toContain(`GET ${server.origin}${indexPath(language)}`);
  });

  test(`${path} finds a guide by a word of its readers, says how many, and is used by keyboard alone`, async ({
    page,
  }) => {
    await page.goto(path);
    const { input, status, results } = searchOn(page);
    await input.focus();
    await page.keyboard.type('iop');
    await expect(status).toHaveText(said);
    await expect(async () => expect(await status.textContent()).toContain(String(await results.count()))).toPass();
    await page.keyboard.press('Tab');
    await expect(page.locator('search button')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(results.first()).toBeFocused();
    const target = await results.first().getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${target}$`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('IOP');
  });

  test(`${path} fills in what only the text of a guide has, and shows where`, async ({ page, server }) => {
    const seen = await watch(page, server.origin);
    await page.goto(path);
    const guide = await page
      .locator('main a[href*="iop"]:visible, main a[href*="ambulatorio"]:visible')
      .first()
      .getAttribute('href');
    const word = await wordInTextOnly(page, guide ?? '', language);
    await page.goto(path);
    const { input, results } = searchOn(page);
    await input.fill(word);
    await expect(results.and(page.locator(`[href="${guide}"]`))).toBeVisible();
    expect(wordsOf((await page.locator('[data-results] mark').first().textContent()) ?? '')[0]).toContain(
      word.slice(0, 4),
    );
    // In its worker, as the policies have it, and not in the page.
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      `/pagefind/${language}/pagefind-worker.js`,
    ]);
    expect(seen.faults).toEqual([]);
  });

  test(`${path} helps on where nothing is found`, async ({ page }) => {
    await page.goto(path);
    const { input, status, results, nothing } = searchOn(page);
    await input.fill(nonsense);
    await expect(status).toHaveText(nothingSaid);
    await expect(nothing).toBeVisible();
    await expect(nothing.getByRole('heading')).toBeVisible();
    await expect(nothing.locator('a[href="tel:+18006624357"]')).toBeVisible();
    expect(await nothing.locator(`a[href^="/"]`).count()).toBeGreaterThan(2);
    await expect(results).toHaveCount(0);
    await input.fill('iop');
    await expect(nothing).toBeHidden();
    await expect(results).not.toHaveCount(0);
    await input.fill('');
    await expect(results).toHaveCount(0);
    await expect(status).toHaveText('');
  });

  test(`${path} puts what is typed into no address, title, header, storage or request`, async ({ page, server }) => {
    const secret = language === 'en' ? 'methadone' : 'metadona';
    const sent: string[] = [];
    page.on('request', async (request) => {
      sent.push(`${request.url()} ${JSON.stringify(await request.allHeaders())} ${request.postData() ?? ''}`);
    });
    const seen = await watch(page, server.origin);
    await page.goto(path);
    const [title, steps] = [await page.title(), await page.evaluate(() => history.length)];
    const { input, results } = searchOn(page);
    await input.pressSequentially(secret);
    await input.press('Enter');
    await expect(results).not.toHaveCount(0);
    await page.waitForLoadState('networkidle');
    expect(sent.length).toBeGreaterThan(4);
    expect(sent.filter((text) => text.includes(secret.slice(0, 6)))).toEqual([]);
    expect(seen.faults).toEqual([]);
    expect(seen.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    expect([await page.title(), await page.evaluate(() => history.length)]).toEqual([title, steps]);
    await expectNothingStored(page);
    await page.reload();
    await expect(input).toHaveValue('');
  });

  test(`${path} can be used by everyone, in light and dark, with results and without`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const { input, results, nothing } = searchOn(page);
    const states: [string, Locator][] = [
      ['', input],
      ['iop', results.first()],
      [nonsense, nothing],
    ];
    for (const [query, shown] of states) {
      await input.fill(query);
      await expect(shown).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  });

  test(`${path} lists everything without script, and offers no box that would do nothing`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.locator('search noscript p')).toBeVisible();
    await expect(
      page.locator('main a[href*="iop"]:visible, main a[href*="ambulatorio"]:visible').first(),
    ).toBeVisible();
    await context.close();
  });

  test(`a page that does not exist searches in "${language}", too`, async ({ page, server }) => {
    const seen = await watch(page, server.origin);
    await page.goto('/nowhere/');
    const { input, status, results, nothing } = searchOn(page, language);
    await input.fill('iop');
    await expect(status).toHaveText(said);
    const target = (await results.first().getAttribute('href')) ?? '';
    expect(target.startsWith('/es/')).toBe(language === 'es');
    await input.fill(nonsense);
    await expect(nothing).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      `/pagefind/${language}/pagefind-worker.js`,
    ]);
    expect(seen.faults).toEqual([]);
  });
}

test('a page that does not exist leads Spanish readers on from its top, and offers pages in both languages', async ({
  page,
}) => {
  await page.goto('/es/nada/');
  const link = page.getByRole('link', { name: 'Leer en español' });
  await expect(link).toHaveAttribute('lang', 'es');
  await link.click();
  await expect(page.locator('section[lang=es]')).toBeInViewport();
  for (const language of ['en', 'es']) {
    const offered = page.locator(`section[lang=${language}] > ul a`);
    expect(await offered.count()).toBeGreaterThan(2);
    for (const path of await offered.evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))) {
      expect(path.startsWith('/es/')).toBe(language === 'es');
      expect((await page.request.get(path)).status()).toBe(200);
    }
  }
});

test('the search is reached from the header of any page', async ({ page }) => {
  await page.goto('/guides/what-is-iop/');
  await page.locator('header').getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/$/);
});

test('one slip and a missing accent are forgiven', async ({ page }) => {
  await page.goto('/search/');
  const { input, results } = searchOn(page);
  for (const typed of ['withdrawl', 'Detxo', 'DETOX']) {
    await input.fill(typed);
    await expect(results.first()).toHaveAttribute('href', '/guides/withdrawal-and-detox-safety/');
  }
});

test('the small index answers while the full text is still on its way, and a reader on a result is not moved', async ({
  page,
}) => {
  await page.goto('/search/');
  const release = await hold(page, '**/pagefind.js');
  const { input, results } = searchOn(page);
  const word = 'helpline';
  await input.fill(word);
  await expect(results).not.toHaveCount(0);
  const before = await results.count();
  await results.first().focus();
  release();
  await expect(results).not.toHaveCount(before);
  await expect(results.first()).toBeFocused();
});

test('the small index answers where the full text cannot be loaded at all', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/');
  const { input, status, results, nothing } = searchOn(page);
  await input.fill('detox');
  await expect(results.first()).toHaveAttribute('href', '/guides/withdrawal-and-detox-safety/');
  await input.fill(nonsense);
  await expect(nothing).toBeVisible();
  await expect(status).toHaveText('Nothing found.');
});

test('without a connection the search says so, and works again with the next letter', async ({ page }) => {
  await page.goto('/search/');
  await page.route('**/index.json', (route) => route.abort());
  const { input, status, results } = searchOn(page);
  await input.fill('deto');
  await expect(status).toContainText('did not load');
  await page.unroute('**/index.json');
  await input.press('x');
  await expect(results).not.toHaveCount(0);
  await expect(status).toHaveText(/found/);
});

test('only the last of what was typed is answered', async ({ page }) => {
  await page.goto('/search/');
  const release = await hold(page, '**/pagefind.js');
  const { input, results, nothing } = searchOn(page);
  await input.fill('helpline');
  await expect(results).not.toHaveCount(0);
  await input.fill(nonsense);
  await expect(results).toHaveCount(0);
  release();
  await expect(nothing).toBeVisible();
  await expect(results).toHaveCount(0);
});

test('leaving the site empties the box', async ({ page }) => {
  await page.goto('/search/');
  const { input } = searchOn(page);
  await input.fill('detox');
  await page.evaluate(() => document.dispatchEvent(new Event('leave')));
  await expect(input).toHaveValue('');
});

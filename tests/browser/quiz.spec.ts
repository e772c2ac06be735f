import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectNothingStored, watch } from './watch.ts';

const address = '/check-your-options/';
/** Answers of someone who drinks every day and is shaky without it, in the order asked. */
const story: readonly string[][] = [
  ['None of these'],
  ['No'],
  ['18 to 64'],
  ['No, or this does not apply to me'],
  ['Alcohol'],
  ['Every day or almost every day'],
  ['Shaking, sweating, a racing heart, throwing up or no sleep, or I needed some to feel okay'],
  ['No, or well under control'],
  ['Fine, or steady with treatment'],
  ['Used more, or for longer, than planned', 'Had strong urges to use', 'Gave up things that mattered'],
  ['None, or only on my own, or it worked for as long as I kept it up'],
  ['No'],
  ['Safe, nobody uses, and someone is on my side'],
  ['I think I could'],
  ['I work days'],
];

const screen = (page: Page) => page.locator('#quiz-screen');
const emergency = (page: Page) => page.locator('#quiz-emergency');
const result = (page: Page) => page.locator('#quiz-result');
const box = (page: Page, label: string) => screen(page).getByLabel(label, { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function begin(page: Page): Promise<void> {
  await page.goto(address);
  await press(page, 'Start');
}

/** The step is painted, and what follows the paint is done: the history counts it. */
const settled = (page: Page) => expect(screen(page).locator('h1')).toBeFocused();

async function answer(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) await box(page, label).check();
  await press(page, 'Continue');
}

test('a reader answers, checks, changes an answer and understands the result', async ({ page }) => {
  await begin(page);
  for (const [place, labels] of story.entries()) {
    await expect(page).toHaveTitle(`Question ${place + 1} - Check your options`);
    await expect(screen(page).locator('h1')).toBeFocused();
    expect(await screen(page).locator(':checked').count()).toBe(0);
    await answer(page, ...labels);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeFocused();
  await page.getByRole('button', { name: 'Change your answer: Home' }).click();
  await expect(box(page, 'Safe, nobody uses, and someone is on my side')).toBeChecked();
  await answer(page, 'Safe, but I live alone or have little support');
  await expect(page.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeFocused();
  await press(page, 'See my options');
  for (const text of [
    'Get a medical check first',
    'And then: an intensive outpatient program (IOP)',
    'You said that you use alcohol',
    'This is not a diagnosis.',
    'No clinician has reviewed these rules yet.',
  ])
    await expect(result(page).getByText(text).first()).toBeVisible();
  await expect(result(page).getByRole('heading', { name: /may fit$/ })).toHaveCount(0);
  const steps = result(page).locator('section', { hasText: 'Your next steps' }).locator('li');
  await expect(steps.first()).toContainText('FindTreatment.gov');
  await result(page).getByText('Where this comes from').click();
  await expect(result(page).locator('details a:visible').first()).toHaveAttribute('href', /^\/facts\/#/);
  await press(page, 'Start again');
  await expect(page.getByRole('heading', { level: 1, name: 'Check your options' })).toBeFocused();
  await press(page, 'Start');
  expect(await screen(page).locator(':checked').count()).toBe(0);
});

test('the whole quiz works by keyboard alone', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter');
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 40; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  for (const labels of story) {
    const first = box(page, labels[0] ?? '');
    const id = await first.getAttribute('id');
    const isRadio = (await first.getAttribute('type')) === 'radio';
    await tabTo(isRadio ? '#quiz-screen [type=radio]' : `[id="${id}"]`);
    if (isRadio) {
      const place = await screen(page)
        .locator('[type=radio]')
        .evaluateAll((all, wanted) => all.findIndex((one) => one.id === wanted), id);
      await page.keyboard.press('Space');
      for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown');
    } else await page.keyboard.press('Space');
    await expect(first).toBeChecked();
    await page.keyboard.press(isRadio ? 'Enter' : 'Tab');
    if (!isRadio) {
      await tabTo('#quiz-screen [type=submit]');
      await page.keyboard.press('Enter');
    }
  }
  await tabTo('#quiz-screen .button');
  await page.keyboard.press('Enter');
  await expect(result(page).getByRole('heading', { name: 'Get a medical check first' })).toBeVisible();
});

test('a blank answer is a problem that leads to the first choice', async ({ page }) => {
  await begin(page);
  await press(page, 'Continue');
  await expect(page).toHaveTitle('Error: Question 1 - Check your options');
  const summary = page.locator('.error-summary');
  await expect(summary).toBeFocused();
  await summary.getByRole('link').click();
  await expect(box(page, 'None of these')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
  await answer(page, 'None of these');
  await expect(page).toHaveTitle('Question 2 - Check your options');
});

test('back and forward keep the answers', async ({ page }) => {
  await begin(page);
  await answer(page, 'None of these');
  await answer(page, 'Thoughts, but no plan');
  await settled(page);
  await page.goBack();
  await expect(box(page, 'Thoughts, but no plan')).toBeChecked();
  await press(page, 'Back');
  await expect(box(page, 'None of these')).toBeChecked();
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveTitle('Question 3 - Check your options');
  await page.goBack();
  await expect(box(page, 'Thoughts, but no plan')).toBeChecked();
});

test('a reload loses the answers and says so', async ({ page }) => {
  await begin(page);
  await answer(page, 'None of these');
  await page.reload();
  await expect(page.getByRole('main').getByRole('status')).toContainText('Your answers are gone');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your options' })).toBeVisible();
  await press(page, 'Start');
  expect(await screen(page).locator(':checked').count()).toBe(0);
});

test('leaving the page takes the answers along, also from the copy kept for the back button', async ({ page }) => {
  await page.goto(address);
  await press(page, 'Show all questions');
  await page.locator('#paper-home-unsafe').check();
  await press(page, 'Start');
  await answer(page, 'None of these');
  // What a browser does before it keeps a page; under test it keeps none.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(page.getByRole('heading', { level: 1, name: 'Check your options' })).toBeVisible();
  expect(await page.locator(':checked').count()).toBe(0);
  await press(page, 'Start');
  expect(await page.locator(':checked').count()).toBe(0);
});

for (const [place, label, heading] of [
  [1, 'Yes, at least one', 'Call 911 now'],
  [1, 'I cannot tell, but something seems wrong', 'Call 911 if you cannot tell'],
  [2, 'A plan, a strong urge to act, or an attempt in the past 3 months', 'Call or text 988 now'],
] as const) {
  test(`“${label}” stops the quiz: ${heading}`, async ({ page }) => {
    await begin(page);
    if (place === 2) await answer(page, 'None of these');
    await answer(page, label);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
    for (const number of ['Call 911', 'Call 988', 'Text 988'])
      await expect(emergency(page).getByRole('link', { name: number })).toBeVisible();
    await expect(emergency(page).locator('form, input, a[href^="/"], a[href^="http"]')).toHaveCount(0);
    await expect(page.locator('main').locator('form:visible, input:visible')).toHaveCount(0);
    await expect(page.locator('form[method=post]')).toHaveCount(0);
    await expect(page).toHaveTitle('Before you go on - Check your options');
    await press(page, 'Go back to the question');
    await expect(box(page, label)).toBeChecked();
  });
}

test('no answer leaves the page: no address, title, history, storage or request carries one', async ({
  page,
  server,
}) => {
  const seen = await watch(page, server.origin);
  await page.goto(address, { waitUntil: 'networkidle' });
  const before = seen.requests.length;
  await press(page, 'Start');
  for (const labels of story) {
    await answer(page, ...labels);
    expect(page.url()).toBe(`${server.origin}${address}`);
    expect(await page.evaluate(() => Object.keys(history.state))).toEqual(['step']);
  }
  await press(page, 'See my options');
  expect(await page.title()).toBe('Your options - Check your options');
  expect(seen.requests.slice(before)).toEqual([]);
  expect(seen.faults).toEqual([]);
  await expectNothingStored(page);
});

test('ticks made on the worksheet are taken over, and shown there again', async ({ page }) => {
  await page.goto(address);
  await press(page, 'Show all questions');
  await page.locator('#paper-now-none').check();
  await page.locator('#paper-selfharm-thoughts').check();
  await press(page, 'Start');
  await expect(box(page, 'None of these')).toBeChecked();
  await press(page, 'Continue');
  await answer(page, 'No');
  await settled(page);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.locator('#paper-selfharm-none')).toBeChecked();
});

test('a worksheet unfolded after answering shows the answers, and one that stays folded keeps them', async ({
  page,
}) => {
  await page.goto(address);
  await page.getByLabel('Someone close to me').check();
  await press(page, 'Start');
  await answer(page, 'Not that I know of');
  await settled(page);
  await page.goBack();
  await page.goBack();
  await press(page, 'Start');
  await expect(box(page, 'Not that I know of')).toBeChecked();
  await settled(page);
  await page.goBack();
  await press(page, 'Show all questions');
  await expect(page.locator('#paper-now-none')).toBeChecked();
  await expect(page.locator('#paper-voice-loved')).toBeChecked();
  await expect(page.getByRole('button', { name: 'Show all questions' })).toBeHidden();
});

test('Start appears without moving anything', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Start' }).waitFor();
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(moved).toBeLessThan(0.02);
});

test('without script the worksheet has every question and says how to read the answers', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('form [data-question] fieldset')).toHaveCount(15);
  await expect(page.getByRole('heading', { name: 'How to read your answers' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeHidden();
  await expect(page.locator('main .danger-card').first()).toContainText('Call 911');
  await page.locator('#paper-home-unsafe').check();
  await context.close();
});

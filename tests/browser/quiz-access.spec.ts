import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { calm, jump, type Story } from './quiz-steps.ts';

const signs = ['longer', 'cut-down', 'time', 'urges', 'duties', 'people', 'gave-up'];
const daily = { pattern: 'daily', signs: signs.slice(0, 5) };

/** Every screen there is: how to get there, and its heading. */
const screens: readonly {
  name: string;
  heading: string;
  story: Story;
  voice?: string;
  presses?: number;
  show?: true;
}[] = [
  ...Array.from({ length: 15 }, (_, presses) => ({
    name: `question ${presses + 1}`,
    heading: '',
    story: calm,
    presses,
  })),
  { name: 'a blank question', heading: '', story: {}, presses: 1 },
  { name: 'the list of answers', heading: 'Check your answers', story: calm },
  { name: 'emergency, danger', heading: 'Call 911 now', story: { ...calm, now: 'danger' }, presses: 1 },
  {
    name: 'emergency, cannot tell',
    heading: 'Call 911 if you cannot tell',
    story: { ...calm, now: 'unknown' },
    presses: 1,
  },
  { name: 'emergency, a plan', heading: 'Call or text 988 now', story: { ...calm, selfharm: 'plan' }, presses: 2 },
  ...(
    [
      ['Nothing here points to a program', {}],
      ['A talk with a doctor may fit', { pattern: 'daily' }],
      ['Weekly care and support may fit', { signs: signs.slice(0, 2) }],
      ['An intensive outpatient program (IOP) may fit', { signs }],
      ['A day program may fit', { signs, tried: 'iop', selfharm: 'thoughts' }],
      ['24-hour care may fit', { signs, home: 'using' }],
      ['Get a medical check first', { ...daily, withdrawal: 'symptoms' }],
      ['Get a medical check first', { ...daily, withdrawal: 'severe' }],
      ['Get a medical check first', { pattern: 'daily', withdrawal: 'symptoms', substances: ['sedatives'] }],
      ['Get a medical check first', { ...daily, substances: ['opioids'] }],
      ['Get a medical check first', { ...daily, pregnancy: 'yes' }],
      ['Get a medical check first', { ...daily, health: 'serious' }],
      ['Get a medical check first', { ...daily, age: 'under18', practical: ['transport', 'no-insurance'] }],
    ] as const
  ).map(([heading, changes]) => ({
    name: `result: ${heading}, ${JSON.stringify(changes)}`,
    heading,
    story: { ...calm, ...changes } as Story,
    show: true as const,
  })),
  {
    name: 'result for a relative',
    heading: 'An intensive outpatient program (IOP) may fit',
    story: { ...calm, signs },
    voice: 'loved',
    show: true,
  },
  {
    name: 'result around work',
    heading: 'An intensive outpatient program (IOP) may fit',
    story: { ...calm, signs, practical: ['safety-sensitive'] },
    voice: 'work',
    show: true,
  },
  {
    name: 'result, little told',
    heading: 'Get a medical check first',
    story: {
      ...calm,
      substances: ['unknown'],
      pattern: 'unknown',
      home: 'unknown',
      signs: ['unknown'],
      withdrawal: 'unknown',
    },
    show: true,
  },
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const { name, heading, story, voice, presses, show } of screens) {
  test(`everyone can use the quiz: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 640 });
    await jump(page, story, { ...(voice && { voice }), ...(presses !== undefined && { presses }) });
    if (show) await page.getByRole('button', { name: 'See my options' }).click();
    if (heading) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.locator('main h1:visible')).toHaveCount(1);
    await expect(page.locator('main .error-summary, main h1:visible').first()).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const targets = page.locator('main').locator('button, summary, select, input + label').filter({ visible: true });
    const small = await targets.evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
    );
    expect(small).toEqual([]);
    for (const scheme of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...scheme });
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test('the start can be used by everyone, and the voice by keyboard', async ({ page }) => {
  await page.goto('/check-your-options/');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all questions' }).press('Enter');
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('#start-voice-self').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#start-voice-loved')).toBeChecked();
  await expect(page.locator('#paper-voice-loved')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is any of this happening to them right now?');
});

test('nothing is preselected, and Start alone speaks to the reader', async ({ page }) => {
  await page.goto('/check-your-options/');
  expect(await page.locator(':checked').count()).toBe(0);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is any of this happening right now?');
});

test('who fits care around work is told that nothing goes to the employer, and says early what makes it hard', async ({
  page,
}) => {
  await jump(page, calm, { voice: 'work', presses: 0 });
  await expect(page.locator('#quiz-screen').getByText('Nothing here goes to your employer')).toBeVisible();
  await jump(page, calm, { voice: 'work', presses: 4 });
  await expect(page).toHaveTitle('Question 5 - Check your options');
  await expect(page.locator('#step-practical-works-days')).toBeVisible();
});

test('in a result the keyboard follows the page from top to bottom', async ({ page }) => {
  await jump(page, { ...calm, ...daily, withdrawal: 'symptoms' });
  await page.getByRole('button', { name: 'See my options' }).click();
  const places: number[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const top = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      return at.closest('#quiz-result') ? at.getBoundingClientRect().top + scrollY : -1;
    });
    if (top < 0) break;
    places.push(top);
  }
  expect(places.length).toBeGreaterThan(15);
  for (const [place, top] of places.entries()) expect(top).toBeGreaterThanOrEqual((places[place - 1] ?? 0) - 60);
});

test('the plan fits one page; paper tells answers only if the reader says so, and the site’s name only if they let it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  const worst = {
    ...calm,
    ...daily,
    substances: ['alcohol', 'sedatives', 'opioids'],
    withdrawal: 'severe',
    health: 'serious',
    mental: 'severe',
    signs,
    tried: 'residential',
    overdose: 'overdose',
    home: 'unsafe',
    between: 'unlikely',
  };
  await jump(page, worst);
  await page.getByRole('button', { name: 'See my options' }).click();
  const printed = async (button: string) => {
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: button }).click();
    await page.emulateMedia({ media: 'print' });
  };
  const seen = (text: string) => page.locator('main').getByText(text).filter({ visible: true });
  await printed('Print without my answers');
  await expect(seen('You said that')).toHaveCount(0);
  await expect(seen('Get a medical check first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print my plan' })).toBeHidden();
  await printed('Print with my answers');
  await expect(seen('You said that')).toBeVisible();
  await expect(seen('My answers')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await printed('Print my plan');
  await expect(seen('A page to bring to a doctor or a program.')).toBeVisible();
  await expect(seen('Next Right Step')).toBeVisible();
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  expect(
    pages(await page.pdf({ format: 'Letter', margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } })),
  ).toBe(1);
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('Leave the name of this site off the paper').check();
  await printed('Print my plan');
  await expect(page.getByText('Next Right Step').filter({ visible: true })).toHaveCount(0);
});

test('wiping drops everything and says so', async ({ page }) => {
  await jump(page, { ...calm, ...daily }, { voice: 'loved' });
  await page.getByRole('button', { name: 'See my options' }).click();
  await page.getByRole('button', { name: 'Wipe my answers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your options' })).toBeFocused();
  await expect(page.locator('main').getByRole('status')).toHaveText('Your answers are gone from this page.');
  expect(await page.locator(':checked').count()).toBe(0);
  expect(await page.locator('#quiz-result').textContent()).not.toContain('You said that');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your options' })).toBeVisible();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  expect(await page.locator(':checked').count()).toBe(0);
});

test('a page that somebody tampered with never lowers a result and never breaks', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('/check-your-options/');
  await page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('.worksheet [name=now]')) {
      box.type = 'checkbox';
      box.checked = true;
    }
    const home = document.querySelector<HTMLInputElement>('.worksheet [name=home]');
    if (home) Object.assign(home, { value: 'palace', checked: true });
    const voice = document.querySelector<HTMLInputElement>('.worksheet [name=voice]');
    if (voice) Object.assign(voice, { value: 'constructor', checked: true });
  });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is any of this happening right now?');
  expect(await page.locator('#quiz-screen :checked').count()).toBe(0);
  await page.locator('#step-now-danger').check();
  await page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('#quiz-screen input')) {
      box.checked = box.value === 'none';
      box.value = 'none';
    }
  });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Call 911 now' })).toBeVisible();
  expect(errors).toEqual([]);
});

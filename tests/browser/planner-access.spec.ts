import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask, field, openPlanner, unfold } from './planner-steps.ts';

const spoil = async (page: Page) => {
  await unfold(page);
  await field(page, 'shifts.0.start').fill('17:00');
  await field(page, 'shifts.0.end').fill('09:00');
  await field(page, 'commute.work').fill('far');
  await field(page, 'from').fill('');
  await page.getByRole('button', { name: 'Add a shift' }).click();
  await ask(page);
};

/** Every state there is, and how to get there. */
const states: readonly { name: string; reach: (page: Page) => Promise<unknown> }[] = [
  { name: 'the example', reach: async () => {} },
  { name: 'the form unfolded', reach: unfold },
  ...['nights', 'rotating', 'gig', 'retail'].map((preset) => ({
    name: `the preset ${preset}`,
    reach: (page: Page) => page.locator(`[data-preset=${preset}]`).click(),
  })),
  {
    name: 'a changed form with two jobs and everything unfolded',
    reach: async (page) => {
      await page.locator('[data-preset=twelve-hours]').click();
      await unfold(page);
      await page.getByRole('button', { name: 'Add another job' }).click();
      await page.getByRole('button', { name: 'Add a fixed time' }).click();
      await page.locator('.words').evaluateAll((all) => {
        for (const words of all) words.setAttribute('open', '');
      });
    },
  },
  {
    name: 'a day program',
    reach: async (page) => {
      await page.getByLabel('Day program (partial hospitalization)').check();
      await ask(page);
    },
  },
  {
    name: 'a stay',
    reach: async (page) => {
      await page.getByLabel('A stay, day and night').check();
      await ask(page);
    },
  },
  { name: 'a form with problems', reach: spoil },
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const { name, reach } of states) {
  test(`everyone can use the planner: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 640 });
    await openPlanner(page);
    await reach(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const targets = page.locator('main').locator('button, summary, select, input + label').filter({ visible: true });
    const small = await targets.evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
    );
    expect(small).toEqual([]);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    for (const scheme of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...scheme });
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test('in forced colors a clash still has its lines and its word', async ({ page }) => {
  await openPlanner(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('#timetable').selectOption({ label: 'Three mornings a week' });
  const drawn = await page
    .locator('.ink, .paper, .word')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('class'), getComputedStyle(one).fill] as const));
  const { ink, paper, word } = Object.fromEntries(drawn);
  expect(ink).not.toBe(paper);
  expect(word).not.toBe(paper);
});

test('the bar never covers what has the focus, at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPlanner(page);
  await unfold(page);
  const covered: string[] = [];
  for (let presses = 0; presses < 70; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const bar = document.querySelector('#leave-bar') as HTMLElement;
      if (focused === document.body || bar.contains(focused) || focused.matches('.scroll')) return null;
      return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top ? focused.outerHTML : null;
    });
    if (found) covered.push(found);
  }
  expect(covered).toEqual([]);
});

/** What is typed, where the message stands, and what it says. */
const mistakes: readonly { name: string; type: (page: Page) => Promise<unknown>; at: string; says: RegExp }[] = [
  {
    name: 'ends before it starts',
    type: async (page) => {
      await field(page, 'shifts.0.start').fill('17:00');
      await field(page, 'shifts.0.end').fill('09:00');
    },
    at: 'shifts.0.end',
    says: /^It ends before it starts\. Change a time, or tick/,
  },
  {
    name: 'has no length',
    type: (page) => field(page, 'shifts.0.end').fill('09:00'),
    at: 'shifts.0.end',
    says: /^It starts and ends at the same time\./,
  },
  {
    name: 'is longer than a day',
    type: (page) => field(page, 'shifts.0.endsNextDay').check(),
    at: 'shifts.0.end',
    says: /^It is longer than a day\./,
  },
  {
    name: 'has no day',
    type: async (page) => {
      const ticked = page.locator('[name="shifts.0.days"]:checked');
      while ((await ticked.count()) > 0) await ticked.last().uncheck();
    },
    at: 'shifts.0.days',
    says: /^Select at least one day$/,
  },
  {
    name: 'has no start',
    type: (page) => field(page, 'shifts.0.start').fill(''),
    at: 'shifts.0.start',
    says: /^Enter a time of day$/,
  },
  {
    name: 'meets another',
    type: async (page) => {
      await page.getByRole('button', { name: 'Add a shift' }).click();
      await field(page, 'shifts.1.days').check();
      await field(page, 'shifts.1.start').fill('16:00');
      await field(page, 'shifts.1.end').fill('20:00');
    },
    at: 'shifts.1.start',
    says: /^This shift meets shift 1\. Change one of them$/,
  },
  {
    name: 'way is no number',
    type: (page) => field(page, 'commute.program').fill('far'),
    at: 'commute.program',
    says: /^Enter minutes, from 0 to 240$/,
  },
  {
    name: 'sleep is too long',
    type: (page) => field(page, 'sleepAfterNight').fill('20'),
    at: 'sleepAfterNight',
    says: /^Enter hours, from 0 to 14$/,
  },
  {
    name: 'week is too long',
    type: (page) => field(page, 'jobs.0.weeklyHours').fill('169'),
    at: 'jobs.0.weeklyHours',
    says: /^Enter hours, from 1 to 168$/,
  },
  {
    name: 'leave is below nothing',
    type: (page) => field(page, 'jobs.0.leaveTaken').fill('-1'),
    at: 'jobs.0.leaveTaken',
    says: /^Enter hours, from 0 to 2016$/,
  },
  { name: 'date is blank', type: (page) => field(page, 'from').fill(''), at: 'from', says: /^Enter a date$/ },
];

for (const { name, type, at, says } of mistakes) {
  test(`what to change stands beside the field and on top, and nothing is lost: ${name}`, async ({ page }) => {
    await openPlanner(page);
    await unfold(page);
    await field(page, 'blocks.0.start').fill('23:05');
    await type(page);
    const typed = () =>
      page
        .locator('.own :is(input, select)')
        .evaluateAll((all) => (all as HTMLInputElement[]).map(({ id, value, checked }) => [id, value, checked]));
    const before = await typed();
    await ask(page);
    await expect(page.locator('.error-summary')).toBeFocused();
    await expect(page.locator('.error-summary a')).toHaveText([says]);
    await expect(page.locator(`[id="${at}-problem"]`)).toHaveText(says);
    await expect(page).toHaveTitle(/^Error: /);
    expect(await typed()).toEqual(before);
    await page.locator('.error-summary a').click();
    await expect(field(page, at)).toBeFocused();
    await expect(page.getByText('An entry with a problem is left out here until you change it.')).toBeVisible();
  });
}

test('a problem in a folded part of the form unfolds it', async ({ page }) => {
  await openPlanner(page);
  await unfold(page);
  await field(page, 'commute.work').fill('far');
  await page.locator('.part').evaluateAll((parts) => {
    for (const part of parts) part.removeAttribute('open');
  });
  await ask(page);
  await page.locator('.error-summary a').click();
  await expect(field(page, 'commute.work')).toBeFocused();
});

test('a mended form is told as one', async ({ page }) => {
  await openPlanner(page);
  await field(page, 'shifts.0.start').fill('');
  await ask(page);
  await field(page, 'shifts.0.start').fill('08:00');
  await ask(page);
  await expect(page.locator('.error-summary, .field-error')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/Error/);
});

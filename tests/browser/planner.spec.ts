import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ical from 'ical.js';
import { expect, test } from './fixtures.ts';
import { ask, field, openPlanner, sheetsOf, unfold } from './planner-steps.ts';
import { answerAll, calm } from './quiz-steps.ts';
import { watch } from './watch.ts';

test.use({ timezoneId: 'America/Chicago' });

const verdict = (page: Page) => page.locator('[data-result] .lead');
const status = (page: Page) => page.locator('[data-status]');

for (const { locale, quiz, start, show, planner, preset, heading, print } of [
  {
    locale: 'English',
    quiz: '/check-your-options/',
    start: 'Start',
    show: 'See my options',
    planner: '/plan-around-work/',
    preset: 'Nights',
    heading: 'What fits your week',
    print: 'Print this plan',
  },
  {
    locale: 'Spanish',
    quiz: '/es/vea-sus-opciones/',
    start: 'Empezar',
    show: 'Ver mis opciones',
    planner: '/es/organice-su-semana/',
    preset: 'Turno de noche',
    heading: 'Qué cabe en su semana',
    print: 'Imprimir este plan',
  },
]) {
  test(`from the quiz around work to a printed plan, in ${locale}`, async ({ page }) => {
    await page.context().addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.goto(quiz);
    await page.locator('#start-voice-work').check();
    await page.getByRole('button', { name: start, exact: true }).click();
    await answerAll(page, calm);
    await page.getByRole('button', { name: show }).click();
    const opened = page.waitForEvent('popup');
    await page.locator(`#quiz-result a[href="${planner}"]`).click();
    const plan = await opened;
    await plan.getByRole('button', { name: preset, exact: true }).click();
    await expect(plan.getByRole('heading', { name: heading })).toBeVisible();
    await plan.getByRole('button', { name: print }).click();
    await expect(plan.locator('[data-printed]')).toHaveCount(1);
    await plan.emulateMedia({ media: 'print' });
    await expect(plan.locator('.own, .keep, header nav').filter({ visible: true })).toHaveCount(0);
    await expect(plan.locator('.week svg').first()).toBeVisible();
    await expect(plan.locator('.best > li').filter({ visible: true })).toHaveCount(3);
    await expect(plan.locator('.leave')).toBeVisible();
    await expect(plan.locator('.paper > p').filter({ visible: true })).toHaveCount(5);
    expect(await sheetsOf(plan)).toBe(1);
  });
}

test('without script the example is whole, in both languages, and prints on one sheet', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  for (const path of ['/plan-around-work/', '/es/organice-su-semana/']) {
    await page.goto(path);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('.own form, .keep').filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('.week rect.session')).toHaveCount(3 + 1);
    await expect(page.locator('.week rect.sleep').first()).toBeVisible();
    await expect(page.locator('.scroll tbody tr')).toHaveCount(9);
    await expect(page.locator('.leave')).toBeVisible();
    await page.locator('.words summary').click();
    await expect(page.locator('.words dt')).toHaveCount(8);
    expect(await sheetsOf(page)).toBe(1);
  }
  await context.close();
});

test('the script takes over the example without a change to what is seen', async ({ browser, page, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const still = await context.newPage();
  await still.goto('/plan-around-work/');
  const seen = await still.locator('[data-result]').textContent();
  await context.close();
  await openPlanner(page);
  expect((await page.locator('[data-result]').textContent())?.trim()).toBe(seen?.trim());
});

test('every preset answers at once, says so, and leaves the form to be changed', async ({ page }) => {
  await openPlanner(page);
  const answers = new Set<string>();
  for (const preset of await page.locator('[data-preset]').all()) {
    await preset.click();
    await expect(preset).toBeFocused();
    const name = (await preset.textContent())?.trim();
    await expect(status(page)).toHaveText(`${name}: filled in. ${await verdict(page).textContent()}`);
    answers.add((await page.locator('[data-result]').textContent()) ?? '');
  }
  expect(answers.size).toBe(7);
  await page.getByRole('link', { name: 'See what fits' }).click();
  await expect(page.locator('#fits')).toBeInViewport();
});

test('a week can be entered by keyboard alone', async ({ page }) => {
  await openPlanner(page);
  const press = async (key: string, times = 1) => {
    for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press(key);
  };
  const tabTo = async (path: string) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await field(page, path).evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
    }
    throw new Error(`Tab does not reach ${path}`);
  };
  await page.locator('[data-preset=day]').focus();
  await press('Tab');
  await press('Enter');
  await expect(status(page)).toContainText('Evenings: filled in.');
  await tabTo('level-unknown');
  await press('ArrowDown', 2);
  await expect(page.getByLabel('Day program (partial hospitalization)')).toBeChecked();
  await tabTo('shifts.0.days');
  await press('Space');
  await tabTo('shifts.0.start');
  await page.keyboard.type('0100PM');
  await tabTo('shifts');
  await press('Enter');
  await expect(field(page, 'shifts.1')).toBeFocused();
  await tabTo('shifts.1.days');
  await press('Space');
  await tabTo('shifts.1.start');
  await page.keyboard.type('0600AM');
  await tabTo('shifts.1.end');
  await page.keyboard.type('1000AM');
  await press('Enter');
  await expect(page.locator('#fits')).toBeFocused();
  await expect(page.locator('[data-result] .words').first()).toContainText('6 a.m. to 10 a.m.: at work');
  await expect(page.locator('[data-result] .words').first()).toContainText('1 p.m. to 11 p.m.: at work');
  await expect(field(page, 'shifts.0.days')).not.toBeChecked();
});

test('rows come and go, and the others keep what was typed into them', async ({ page }) => {
  await openPlanner(page);
  await page.getByRole('button', { name: 'Add a shift' }).click();
  await field(page, 'shifts.1.start').fill('18:00');
  await page.getByRole('button', { name: 'Add a shift' }).click();
  await field(page, 'shifts.2.start').fill('20:00');
  await page.getByRole('button', { name: 'Take out Shift 2' }).click();
  await expect(page.getByRole('button', { name: 'Add a shift' })).toBeFocused();
  await expect(field(page, 'shifts.0.start')).toHaveValue('09:00');
  await expect(field(page, 'shifts.1.start')).toHaveValue('20:00');
  await expect(field(page, 'shifts.2')).toHaveCount(0);
});

test('a longer pattern asks which weeks a shift is in, and draws each week', async ({ page }) => {
  await openPlanner(page);
  await page.getByText('How your weeks repeat').click();
  await page.getByLabel('Your shifts start over after').selectOption('2');
  await expect(page.locator('[name="shifts.0.weeks"]:checked')).toHaveCount(2);
  await page.locator('[name="shifts.0.weeks"][value="2"]').uncheck();
  await ask(page);
  await expect(page.locator('.week > h3')).toHaveText(['Week 1 of 2', 'Week 2 of 2']);
  await expect(page.locator('.week').nth(1).locator('rect.work')).toHaveCount(0);
  await expect(page.getByText('Week 2 has no shift. That is fine if you are off.')).toBeVisible();
  await expect(page.locator('.error-summary')).toHaveCount(0);
});

test('leave of two jobs is counted for each alone', async ({ page }) => {
  await openPlanner(page);
  await unfold(page);
  await page.getByRole('button', { name: 'Add another job' }).click();
  await page.getByRole('button', { name: 'Add a shift' }).click();
  await page.locator('[name="shifts.1.days"][value=saturday]').check();
  await field(page, 'shifts.1.start').fill('10:00');
  await field(page, 'shifts.1.end').fill('14:00');
  await field(page, 'shifts.1.job').selectOption({ label: 'Job 2' });
  await field(page, 'jobs.0.leaveTaken').fill('80');
  await ask(page);
  const leave = page.locator('section', { has: page.locator('.leave') });
  await expect(leave).toContainText(
    'At 40 hours a week, that is 480 hours. You have 400 hours left before the program.',
  );
  await expect(leave).toContainText('At 4 hours a week, that is 48 hours. You have 48 hours left before the program.');
});

test('whoever works for themselves is told that there is no leave to count', async ({ page }) => {
  await openPlanner(page);
  await page.getByRole('button', { name: 'Gig work' }).click();
  await expect(page.getByText('You work for yourself, so there is no leave to count.')).toBeVisible();
  await expect(page.locator('.leave')).toHaveCount(0);
});

test('a day program that does not fit is answered with leave, never with less care', async ({ page }) => {
  await openPlanner(page);
  await page.getByLabel('Day program (partial hospitalization)').check();
  await ask(page);
  await expect(verdict(page)).toHaveText(/^No timetable of this kind fits as it is\. .* hours .*a week off work\.$/);
  await expect(page.getByText('This is no reason to take less care than was suggested.')).toBeVisible();
  await expect(page.locator('#timetable option')).toHaveText([
    'Day program in the afternoon',
    'Day program in the morning',
  ]);
  await expect(page.locator('.leave tbody tr').first()).not.toContainText('480 hours');
});

test('a stay has no timetable: there is the leave from all work, and no calendar file', async ({ page }) => {
  await openPlanner(page);
  await page.getByLabel('A stay, day and night').check();
  await ask(page);
  await expect(verdict(page)).toContainText('40 hours a week, and 320 hours in 8 weeks');
  await expect(page.locator('#timetable, .scroll')).toHaveCount(0);
  await expect(page.locator('.leave')).toContainText('160 hours');
  await expect(page.getByRole('button', { name: 'Save a calendar file' })).toBeHidden();
});

test('whoever is not sure is told that the first talk decides, once they entered a week', async ({ page }) => {
  await openPlanner(page);
  const note = page.getByText('You are not sure which kind of care was suggested.');
  await expect(note).toHaveCount(0);
  await ask(page);
  await expect(note).toBeVisible();
});

test('a clash is told by a word and a pattern in the picture, and in the list', async ({ page }) => {
  await openPlanner(page);
  await page.locator('#timetable').selectOption({ label: 'Three mornings a week' });
  await expect(page.locator('figcaption')).toHaveText('The week with: Three mornings a week');
  await expect(page.locator('.week .word')).toHaveText(['clash', 'clash', 'clash']);
  await expect(page.locator('.week svg .clash').first()).toHaveCSS('fill', /url\("?#hatch"?\)/);
  await page.locator('.words summary').click();
  await expect(page.locator('.words')).toContainText('9 a.m. to noon: in the program, clashes with work');
});

test('a week in which the clocks change has as many hours as it has', async ({ page }) => {
  await openPlanner(page);
  await page.getByText('How your weeks repeat').click();
  for (const [from, told] of [
    ['2026-03-04', 'The clocks change in this week. It has 167 hours.'],
    ['2026-10-29', 'The clocks change in this week. It has 169 hours.'],
  ] as const) {
    await page.getByLabel('First week of the program').fill(from);
    await ask(page);
    await expect(page.getByText(told)).toBeVisible();
  }
  await page.getByLabel('Your time zone').selectOption('America/Phoenix');
  await ask(page);
  await expect(page.getByText('The clocks change in this week.')).toHaveCount(0);
});

test('the zone is the reader’s, also where the list does not have it', async ({ browser, server }) => {
  const context = await browser.newContext({ timezoneId: 'Asia/Kolkata', baseURL: server.origin });
  const page = await context.newPage();
  await openPlanner(page);
  await page.getByText('How your weeks repeat').click();
  await expect(page.getByLabel('Your time zone')).toHaveValue(/^Asia\/(Kolkata|Calcutta)$/);
  await expect(page.getByLabel('First week of the program')).toHaveValue(/^20\d\d-\d\d-\d\d$/);
  await context.close();
});

test('a changed form says that the answer below is the old one', async ({ page }) => {
  await openPlanner(page);
  const note = page.getByText('You changed something. Press “Show what fits” to see it here.');
  await field(page, 'shifts.0.start').fill('10:00');
  await expect(note).toBeVisible();
  await ask(page);
  await expect(note).toHaveCount(0);
});

test('what a preset took the place of can be brought back', async ({ page }) => {
  await openPlanner(page);
  await field(page, 'shifts.0.start').fill('10:15');
  await ask(page);
  await page.getByRole('button', { name: 'Nights', exact: true }).click();
  await expect(field(page, 'shifts.0.start')).toHaveValue('23:00');
  await page.getByRole('button', { name: 'Bring back my entries' }).click();
  await expect(field(page, 'shifts.0.start')).toHaveValue('10:15');
  await expect(page.getByRole('button', { name: 'Bring back my entries' })).toBeHidden();
});

test('the sessions of the chosen timetable become a calendar file, on the device and with neutral names', async ({
  page,
  server,
}) => {
  const seen = await watch(page, server.origin);
  await openPlanner(page);
  await page.getByText('How your weeks repeat').click();
  await page.getByLabel('First week of the program').fill('2026-01-05');
  await ask(page);
  await page.locator('#timetable').selectOption({ label: 'Three mornings a week online' });
  await page.getByLabel('For how long').selectOption('12');
  const before = seen.requests.length;
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a calendar file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('calendar.ics');
  const text = readFileSync(await download.path(), 'utf8');
  const entries = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
  expect(entries.map((entry) => String(entry.getFirstPropertyValue('dtstart')))).toEqual([
    '2026-01-06T08:00:00',
    '2026-01-07T08:00:00',
    '2026-01-08T08:00:00',
  ]);
  expect(entries.map((entry) => entry.getFirstPropertyValue('summary'))).toEqual(Array(3).fill('Appointment'));
  expect(text.match(/COUNT=12/g)).toHaveLength(3);
  await expect(page.locator('[data-kept]')).toHaveText('The file is on your device: calendar.ics.');
  expect(seen.requests.slice(before).filter((request) => !request.includes('blob:'))).toEqual([]);
  expect(seen.faults.filter((fault) => !fault.includes('blob:'))).toEqual([]);
});

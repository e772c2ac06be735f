import type { Page } from '@playwright/test';
import { desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { answerAll, calm, showResult } from './quiz-steps.ts';

const form = (page: Page) => page.locator('#quiz-result form');
const box = (page: Page) => page.getByRole('checkbox', { name: /^Also send my quiz summary/ });

test('the summary goes along only by the reader’s own tick beside its full text', async ({ page, server }) => {
  await showResult(page, { ...calm, pattern: 'daily', withdrawal: 'symptoms' });
  await expect(box(page)).not.toBeChecked();
  await expect(form(page).getByRole('link', { name: 'Privacy' })).toHaveAttribute('target', '_blank');
  const text = (await page.getByLabel('The summary, in full').textContent()) ?? '';
  expect(text).toContain('You said that you use alcohol');
  const sent = () => form(page).evaluate((one: HTMLFormElement) => new FormData(one).get('quizSummary'));
  expect(await sent()).toBeNull();
  await box(page).check();
  expect(await sent()).toBe(text.trim());
  await box(page).uncheck();
  expect(await sent()).toBeNull();
  expect(await form(page).locator('[name=quizSummary]').inputValue()).toBe('');

  await box(page).check();
  await page.getByLabel('Phone number').fill('217 555 0142');
  await page.getByLabel('Any of these times').check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your request');
  const reference = (await page.locator('[data-reference]').textContent()) ?? '';
  expect(desk(server, 'requests', 'show', reference)).toMatchObject({
    phone: '+12175550142',
    shareQuizSummary: true,
    quizSummary: text.trim(),
  });
});

test('without the tick no answer is in the request', async ({ page, server }) => {
  await showResult(page, { ...calm, pattern: 'daily', withdrawal: 'symptoms' });
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByLabel('Phone number').fill('217 555 0142');
  await page.getByLabel('Any of these times').check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  const body = new URLSearchParams((await posted).postData() ?? '');
  expect([...body.keys()].filter((name) => /quiz/i.test(name))).toEqual([]);
  expect([...body.values()].join()).not.toMatch(/alcohol|daily/);
  const reference = (await page.locator('[data-reference]').textContent()) ?? '';
  expect(desk(server, 'requests', 'show', reference)).not.toHaveProperty('quizSummary');
});

test('a form with mistakes comes back without the summary and says so', async ({ page }) => {
  await showResult(page, { ...calm, pattern: 'daily', withdrawal: 'symptoms' });
  await box(page).check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByText('Your quiz summary was not kept')).toBeVisible();
  expect(await page.content()).not.toContain('You said that');
});

test('under 18 there is no form, but people and lines who can help', async ({ page }) => {
  await showResult(page, { ...calm, age: 'under18' });
  await expect(page.locator('main form:visible, form[method=post]')).toHaveCount(0);
  const help = page.locator('section', { hasText: 'Who can help you make the call' }).last();
  await expect(help).toContainText('program just for teens');
  await expect(help.getByRole('link', { name: 'Call 988' })).toBeVisible();
});

test('no other screen has the form', async ({ page }) => {
  await page.goto('/check-your-options/');
  await expect(page.locator('form[method=post]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Start' }).click();
  await answerAll(page, calm);
  await expect(page.locator('form[method=post]')).toHaveCount(0);
  await page.getByRole('button', { name: 'See my options' }).click();
  await expect(form(page)).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('form[method=post]')).toHaveCount(0);
});

import { expect, test } from './fixtures.ts';

/** One page of every kind. */
const kinds = [
  '/',
  '/guides/',
  '/guides/what-is-iop/',
  '/facts/',
  '/glossary/',
  '/questions-to-ask/',
  '/check-your-options/',
  '/how-this-quiz-decides/',
  '/contact/',
  '/contact/call-back/',
  '/get-help-now/',
  '/privacy/',
  '/terms/',
  '/es/',
  '/es/preguntas-para-un-programa/',
];

for (const path of kinds) {
  test(`${path} on paper: the text, its origin and the crisis lines, and nothing to press`, async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(path);
    for (const pressed of ['nav', '[data-leave]', 'form[method="post"]', 'search', '[popovertarget]']) {
      expect(await page.locator(pressed).filter({ visible: true }).count(), pressed).toBe(0);
    }
    await expect(page.locator('h1:visible')).toHaveCount(1);
    const footer = page.locator('footer');
    for (const number of ['911', '988', '1-800-662-4357']) await expect(footer).toContainText(number);
    await expect(footer.getByText(/^Next Right Step, (as of|al) /)).toBeVisible();
    const ink = await page.locator('body').evaluate((body) => {
      const { color, fontSize, backgroundColor } = getComputedStyle(body);
      return { color, fontSize, backgroundColor };
    });
    expect(ink).toEqual({ color: 'rgb(0, 0, 0)', fontSize: '16px', backgroundColor: 'rgb(255, 255, 255)' });
  });
}

for (const path of ['/', '/how-this-quiz-decides/']) {
  test(`${path} on paper has opened what is folded on the screen`, async ({ page }) => {
    await page.goto(path);
    const folded = page.locator('main details:not(.no-print) > :not(summary)').first();
    await expect(folded).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(folded).toBeVisible();
  });
}

test('the quiz page on paper has its worksheet, which is folded on the screen', async ({ page }) => {
  await page.goto('/check-your-options/');
  await page.getByRole('button', { name: 'Start' }).waitFor();
  await expect(page.locator('#worksheet-form')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#worksheet-form fieldset:visible')).toHaveCount(15);
  await expect(page.getByRole('button', { name: 'Show all questions' })).toBeHidden();
});

test('a guide on paper lists the words it explains, and the addresses of its sources', async ({ page }) => {
  await page.goto('/guides/what-is-iop/');
  const word = page.locator('#word-iop');
  await expect(word).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Words on this page' })).toBeVisible();
  await expect(word).toBeVisible();
  expect(await word.evaluate((element) => getComputedStyle(element).position)).toBe('static');
  const source = page.locator('#source-1 a');
  const address = await source.getAttribute('href');
  expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(address);
});

test('a word that is open on the screen is a line of the list on paper', async ({ page }) => {
  await page.goto('/guides/what-is-iop/');
  await page.locator('[popovertarget="word-iop"]').first().click();
  await page.emulateMedia({ media: 'print' });
  const word = page.locator('#word-iop');
  await expect(word).toBeVisible();
  expect(await word.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('0px');
});

for (const path of ['/questions-to-ask/', '/es/preguntas-para-un-programa/']) {
  test(`${path} prints on at most three sheets, with room to write beside each question`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('.answer').first()).toBeHidden();
    const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
    await page.emulateMedia({ media: 'print' });
    const questions = await page.locator('.question').count();
    expect(await page.locator('.answer').filter({ visible: true }).count()).toBe(questions);
  });
}

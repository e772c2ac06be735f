import { addresses } from '#i18n/paths.ts';
import { expect, test } from './fixtures.ts';

for (const path of Object.values(addresses.forEmployers)) {
  for (const format of ['Letter', 'A4'] as const) {
    test(`${path} prints on two pages of ${format} paper`, async ({ page }) => {
      await page.goto(path);
      const pdf = await page.pdf({ format, margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/)?.[1]).toBe('2');
    });
  }

  test(`${path} says on paper where its sources stand, and leaves the list there`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('#source-1')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#source-1')).toBeHidden();
    await expect(page.locator('main sup:visible')).toHaveCount(0);
    await expect(page.getByText(new RegExp(`https?://[^\\s]+${path}`))).toBeVisible();
  });

  test(`every note number of ${path} leads to its source`, async ({ page }) => {
    await page.goto(path);
    const notes = await page
      .locator('main sup a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(notes.length).toBeGreaterThan(20);
    for (const note of new Set(notes)) await expect(page.locator(note ?? 'none')).toHaveCount(1);
  });
}

import type { Page } from '@playwright/test';

/** A field by its path, such as `shifts.0.end`: it is also its id, and points are no classes here. */
export const field = (page: Page, path: string) => page.locator(`[id="${path}"]`);

/** Opens the planner and waits for its script. */
export async function openPlanner(page: Page, path = '/plan-around-work/'): Promise<void> {
  await page.goto(path);
  await page.locator('.planner[data-ready]').waitFor();
}

/** Unfolds the form. */
export const unfold = (page: Page) =>
  page.locator('.part').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });

/** Presses the button under the form. */
export const ask = (page: Page) => page.locator('.own [type=submit]').click();

/** What the browser prints, as sheets. */
export async function sheetsOf(page: Page): Promise<number | undefined> {
  const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
  const pdf = await page.pdf({ format: 'Letter', margin });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
}

import { expect, test } from './fixtures.ts';
import { onTheWire } from './net-log.ts';
import { pathsOfSitemap } from './sitemap.ts';

test('on no page does the browser look up, connect to or fetch from any other place', async ({ server }) => {
  test.setTimeout(300_000);
  const { count, elsewhere } = await onTheWire(async (browser) => {
    const page = await browser.newPage();
    /** The same source stands on many pages: each place outside is pointed at once. */
    const pointedAt = new Set<string>();
    for (const path of pathsOfSitemap()) {
      await page.goto(server.origin + path, { waitUntil: 'networkidle' });
      for (const link of await page.locator('a[href^="http"]:visible').all()) {
        const place = (await link.getAttribute('href')) ?? '';
        if (!pointedAt.has(place)) await link.hover();
        pointedAt.add(place);
      }
      for (const field of await page.locator('input:visible, select:visible').all()) await field.focus();
    }
  });
  expect(count).toBeGreaterThan(pathsOfSitemap().length);
  expect(elsewhere).toEqual([]);
});

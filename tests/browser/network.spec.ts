import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.ts';
import { expect, test } from './fixtures.ts';
import { pathsOfSitemap } from './sitemap.ts';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { host?: string; address?: string; url?: string; hostname?: string } }[];
}

const isOurs = (place: string) => /^(https?:\/\/)?(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(place);

/**
 * The browser's own log of its network stack: every name looked up, every address connected to, every URL fetched. A headless Chromium
 * does not act on preconnect and dns-prefetch; the build refuses those links (tests/site/built-page.test.ts).
 */
function placesIn(netLog: NetLog): string[] {
  const name = new Map(Object.entries(netLog.constants.logEventTypes).map(([key, value]) => [value, key]));
  const wanted = /^(HOST_RESOLVER_MANAGER_REQUEST|TCP_CONNECT_ATTEMPT|UDP_CONNECT|URL_REQUEST_START_JOB)$/;
  return netLog.events
    .filter(({ type }) => wanted.test(name.get(type) ?? ''))
    .flatMap(({ params }) => [params?.host, params?.hostname, params?.address, params?.url])
    .filter((place): place is string => Boolean(place) && /^(https?:|[\w[.:-]+$)/.test(place ?? ''));
}

test('on no page does the browser look up, connect to or fetch from any other place', async ({ server }) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'net-log-'));
  const file = join(folder, 'log.json');
  const { executablePath, args, env } = findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--log-net-log=${file}`],
    env: { ...process.env, ...env } as Record<string, string>,
  });
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
  await browser.close();
  const places = placesIn(JSON.parse(readFileSync(file, 'utf8')) as NetLog);
  rmSync(folder, { recursive: true });
  expect(places.length).toBeGreaterThan(pathsOfSitemap().length);
  expect([...new Set(places.filter((place) => !isOurs(place)))]).toEqual([]);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import sirv from 'sirv';
import { addresses } from '#i18n/paths.ts';
import { astro } from '../../scripts/astro.ts';
import { brokenLinks } from '../built/links.ts';
import { watch } from './watch.ts';

/** The site that takes no requests, built once, on a host that can only send files. Nothing of ours runs there. */
interface PlainHost {
  origin: string;
  /** The HTML of each page by its path. */
  pages: ReadonlyMap<string, string>;
  files: ReadonlySet<string>;
}

const test = base.extend<object, { host: PlainHost }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'nrs-guide-only-'));
      const code = await astro(['build', '--outDir', folder, '--silent'], {
        NRS_REQUESTS: 'off',
        NRS_BUILD_ID: 'guides',
      });
      expect(code).toBe(0);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const pages = names
        .filter((name) => name.endsWith('index.html'))
        .map((name) => [`/${dirname(name)}/`.replace('/./', '/'), readFileSync(join(folder, name), 'utf8')] as const);
      const server = createServer(sirv(folder));
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      await use({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        pages: new Map(pages),
        files: new Set(names.map((name) => `/${name}`)),
      });
      server.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ host }, use) => use(host.origin),
});

// One worker, so one build.
test.describe.configure({ mode: 'serial' });

const posting = (html: string): boolean => /<form[^>]*\smethod="?post|\saction="?\/api\//i.test(html);

test('no page can post anything, or leads to an endpoint that is not there', async ({ host: { pages } }) => {
  expect(pages.size).toBeGreaterThan(100);
  const faults = [...pages].filter(([, html]) => posting(html) || /href="\/(api|healthz)\b/.test(html));
  expect(faults.map(([path]) => path)).toEqual([]);
  expect(posting('<form class="x" method="post" action="/api/v1/requests">')).toBe(true);
});

test('every link leads to a page that is there', async ({ host: { pages, files } }) => {
  expect(brokenLinks(pages, files)).toEqual([]);
  const planted = new Map([...pages, ['/planted/', '<a href="/nowhere/">x</a>'] as const]);
  expect(brokenLinks(planted, files)).toEqual(['/planted/ → /nowhere/']);
});

const requestPages = [addresses.callBack, addresses.text, addresses.meeting, addresses.shortCall].flatMap(
  ({ en, es }) => [en, es],
);
test('where a request would be made, there are the public lines, and nothing to fill in', async ({ page, host }) => {
  for (const path of [...requestPages, '/contact/cancel/', '/es/contacto/cancelar/']) {
    const seen = await watch(page, host.origin);
    await page.goto(path);
    const main = page.getByRole('main');
    for (const number of ['988', '911', '+18006624357'])
      await expect(main.locator(`a[href="tel:${number}"]`).first(), path).toBeVisible();
    await expect(main.locator('form, input, select, textarea'), path).toHaveCount(0);
    expect(seen.faults).toEqual([]);
  }
});

test('a reader comes through the quiz, the planner, the search and a guide, and asks this host for files only', async ({
  page,
  host,
}) => {
  const seen = await watch(page, host.origin);
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) answers.push(`${response.status()} ${response.url()}`);
  });
  for (const path of [
    '/',
    '/check-your-options/',
    '/plan-around-work/',
    '/guides/what-is-iop/',
    '/get-help-now/',
    '/es/',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
  }
  await page.goto('/search/?q=work');
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  expect(seen.faults).toEqual([]);
  expect(answers).toEqual([]);
  expect(seen.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(seen.requests.filter((request) => request.includes('/api/'))).toEqual([]);
});

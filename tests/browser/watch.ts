import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Notes everything a page must not do, from the first byte on. Ask `faults` at the end. */
export interface Watch {
  /** Requests to another origin, policy violations, script errors, each as a sentence. */
  faults: string[];
  /** Every request of the page: method and address. */
  requests: string[];
}

/** Watches a page for requests elsewhere, policy violations and script errors. Call before the first `goto`. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const seen: Watch = { faults: [], requests: [] };
  page.on('request', (request) => {
    const url = request.url();
    seen.requests.push(`${request.method()} ${url}`);
    if (!url.startsWith(origin) && !url.startsWith('data:')) seen.faults.push(`request to ${url}`);
  });
  page.on('pageerror', (error) => seen.faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy/i.test(message.text())) seen.faults.push(`policy: ${message.text()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return seen;
}

/** Nothing is left in the browser: no cookie, no storage of any kind, no worker. `marks` are the keys that the tab may hold. */
export async function expectNothingStored(page: Page, marks: 'left'[] = []): Promise<void> {
  expect(await page.context().cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({ local: [], session: marks, databases: 0, caches: 0, workers: 0 });
}

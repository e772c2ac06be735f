import { test as base } from '@playwright/test';
import { startOnWorker } from './on-worker.ts';
import { type RunningServer, startServer } from './server.ts';

const runtimes = { node: startServer, worker: startOnWorker };

/** What answers the browser. */
export interface Answering {
  /** Chosen by the project (playwright.config.ts). */
  runtime: keyof typeof runtimes;
  server: RunningServer;
}

/** Every worker of Playwright talks to a server of its own; `page.goto('/…')` reaches it. */
export const test = base.extend<object, Answering>({
  runtime: ['node', { option: true, scope: 'worker' }],
  server: [
    async ({ runtime }, use) => {
      const server = await runtimes[runtime]();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
});

export { expect } from '@playwright/test';

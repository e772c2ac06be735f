import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';
import type { Answering } from './tests/browser/fixtures.ts';

/** Of the journeys that end in a request, enough to see every kind, both languages, with script and without. */
const shortForm = [
  /a request is confirmed with a reference/,
  /without script: mistakes, confirmation, cancelling/,
  /short-call in "en" with script: mistakes/,
  /the summary goes along only by/,
  /whoever fits treatment around work is led/,
];

export default defineConfig<object, Answering>({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['dot'], ['json', { outputFile: 'test-results/browser.json' }]],
  projects: [
    { name: 'node' },
    // All of them: npm run soak -- worker
    { name: 'worker', grep: shortForm, use: { runtime: 'worker' } },
  ],
  use: { browserName: 'chromium', launchOptions: { ...findChromium(), headless: true }, locale: 'en-US' },
});

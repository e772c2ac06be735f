import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['dot'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: { browserName: 'chromium', launchOptions: { ...findChromium(), headless: true }, locale: 'en-US' },
});

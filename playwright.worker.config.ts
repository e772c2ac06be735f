import whole from './playwright.config.ts';

/** All browser tests once more, against the worker; but those of the operator's own page and of a site without an endpoint. */
export default {
  ...whole,
  reporter: [['dot'], ['json', { outputFile: 'test-results/worker.json' }]],
  projects: [{ name: 'worker', testIgnore: ['desk-page.spec.ts', 'guide-only.spec.ts'], use: { runtime: 'worker' } }],
} satisfies typeof whole;

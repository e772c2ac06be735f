import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // Tests of processes wait more than they work.
    maxWorkers: '100%',
    // A busy machine is no fault of the code.
    testTimeout: 30_000,
    exclude: ['tests/browser/**', 'tests/built/**'],
  },
});

import { defineConfig } from 'vitest/config';

/** Tests that read `dist/`; they run after the build. */
export default defineConfig({ test: { include: ['tests/built/**/*.test.ts'], testTimeout: 30_000 } });

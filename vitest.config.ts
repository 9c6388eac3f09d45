import { defineConfig } from 'vitest/config';
import { LONG_TESTS } from './vitest.long.config.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // With commands of their own, so that this one stays short: npm run test:long, and test:faults, which measures time and runs alone.
    exclude: [...LONG_TESTS, 'test/faults/**', 'test/abuse/**'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

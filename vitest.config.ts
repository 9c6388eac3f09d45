import { defineConfig } from 'vitest/config';
import { PROCESS_TESTS } from './vitest.processes.config.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // With commands of their own, so that this one stays short: npm run test:processes, and test:faults, which measures time and runs alone.
    exclude: [...PROCESS_TESTS, 'test/faults/**'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

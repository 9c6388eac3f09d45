import { defineConfig } from 'vitest/config';

/** They start the built command again and again, in processes of its own, and take as long as all other tests together. */
export const PROCESS_TESTS = [
  'test/cli/**/*.test.ts',
  'test/jobs/processes.test.ts',
  'test/transfer/interrupted.test.ts',
];

export default defineConfig({
  test: {
    include: PROCESS_TESTS,
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

/**
 * What has to be on time whatever fails, and whatever is sent: these tests have the machine to themselves. RINGBACK_LONG_FAULTS=1 is
 * their long form, by hand.
 */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts', 'test/abuse/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
    // A machine that was busy with something else for a moment may have spoilt one round; a fault of ours spoils both.
    retry: 1,
  },
});

import { defineConfig } from 'vitest/config';

/** They start the command again and again, kill it, or play thousands of requests: they take as long as all other tests together. */
export const LONG_TESTS = [
  'test/cli/**/*.test.ts',
  'test/http/workspaces-apart.test.ts',
  'test/jobs/processes.test.ts',
  'test/memory/ingest/killed.test.ts',
  'test/query/model/**/*.test.ts',
  'test/serve.test.ts',
  'test/store/data-directory.test.ts',
  'test/store/backup/**/*.test.ts',
  'test/store/reads/replica-reads.test.ts',
  'test/transfer/**/*.test.ts',
];

export default defineConfig({
  test: {
    include: LONG_TESTS,
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

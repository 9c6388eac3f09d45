import { defineConfig } from 'vitest/config';

/** They start the command again and again, kill it, or play thousands of requests: they take as long as all other tests together. */
export const LONG_TESTS = [
  'test/cli/**/*.test.ts',
  'test/http/database-outage.test.ts',
  'test/http/reports-while-away.test.ts',
  'test/http/telnyx-workspaces.test.ts',
  'test/http/transfer.test.ts',
  'test/http/typed-errors.test.ts',
  'test/http/webhook-budget.test.ts',
  'test/http/workspaces-apart.test.ts',
  'test/insights/run-insights.test.ts',
  'test/jobs/job-queue.test.ts',
  'test/jobs/processes.test.ts',
  'test/memory/ingest/killed.test.ts',
  'test/memory/ingest/read-while-told.test.ts',
  'test/memory/recall/caller-memories.test.ts',
  'test/query/model/**/*.test.ts',
  'test/readme.test.ts',
  'test/serve.test.ts',
  'test/store/data-directory.test.ts',
  'test/store/run-statement.test.ts',
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

import { builtInExtractor } from '../../src/memory/extraction/built-in-extractor.js';
import { extractMemoryHandler } from '../../src/memory/ingest/extract-memory.js';
import type { TestApp } from './server.js';

/** Begins to learn from the calls that the app keeps: the job and the extractor are those of the server. */
export async function startLearning({ database, jobs, changes, startJobs }: TestApp): Promise<void> {
  await startJobs({
    'extract-memory': extractMemoryHandler({
      ...{ database, jobs, changes, extractor: builtInExtractor, now: () => new Date() },
      defaults: { defaultCountry: 'US', timeZone: 'UTC' },
    }),
  });
}

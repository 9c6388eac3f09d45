import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RingbackClient } from '../../../src/client/index.js';
import type { ListeningServer } from '../../../src/http/listen.js';
import type { JobHandler } from '../../../src/jobs/job-queue.js';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { extractMemoryHandler } from '../../../src/memory/ingest/extract-memory.js';
import { describeOnBothDatabases } from '../../support/databases.js';
import { listening, type TestApp, testApp } from '../../support/server.js';

const CALLS = 15;

describeOnBothDatabases('a conversation that goes on while it is read for facts', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  const failures: unknown[] = [];
  beforeAll(async () => {
    server = await testApp(database());
    socket = await listening(server.app);
    const read = extractMemoryHandler({
      ...{ database: database(), jobs: server.jobs, changes: server.changes, extractor: builtInExtractor },
      ...{ now: () => new Date(), defaults: { defaultCountry: 'US', timeZone: 'UTC' } },
    });
    const noted: JobHandler<'extract-memory'> = (payload, context) =>
      read(payload, context).catch((error: unknown) => {
        failures.push(error);
        throw error;
      });
    await server.startJobs({ 'extract-memory': noted });
  });
  afterAll(async () => {
    await socket.stop(0);
    await server.jobs.stop(0);
  });

  test('is read without a failure, and neither waits for the other to give up', async () => {
    const client = new RingbackClient({ baseUrl: socket.url, apiKey: server.keys.all });
    for (let index = 0; index < CALLS; index += 1) {
      const user = { id: `customer-${index}`, metadata: { visits: index } };
      const said = { user, assistantText: 'Yes?' };
      const { conversationId } = await client.saveResponse({ ...said, userText: 'Hi, my name is Sarah Johnson.' });
      // The job of the first begins now: at any moment of the second.
      await sleep((index % 5) * 3);
      const goesOn = { ...said, conversationId, userText: "I'm allergic to penicillin." };
      const { jobId } = await client.saveResponse(goesOn);
      expect(await client.waitForJob(jobId as string)).toMatchObject({ status: 'completed', attempts: 1 });
    }
    expect(failures).toEqual([]);
  });
});

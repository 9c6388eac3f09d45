import supertest from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { createExtractor } from '../../../src/memory/extraction/create-extractor.js';
import { EXTRACTION_SCHEMA } from '../../../src/memory/extraction/model/extraction-answer.js';
import { extractMemoryHandler } from '../../../src/memory/ingest/extract-memory.js';
import { createLanguageModel } from '../../../src/models/openai-model.js';
import { describeOnBothDatabases } from '../../support/databases.js';
import { completion, type ModelEndpoint, startModelEndpoint } from '../../support/model-endpoint.js';
import { memoryLog, type TestApp, testApp } from '../../support/server.js';

/** More than work at once on either database. */
const HANGING = 6;
const ANSWER = { facts: [], entities: [], episode: { summary: 'The caller has a dog.', outcome: '' }, procedures: [] };

describeOnBothDatabases('while a model hangs over some calls', (database) => {
  let endpoint: ModelEndpoint;
  let server: TestApp;
  beforeAll(async () => {
    endpoint = await startModelEndpoint((res, asked) => {
      // Of the others nothing is ever heard.
      if (!JSON.stringify(asked.body).includes('hangs')) completion(JSON.stringify(ANSWER))(res, asked);
    });
    server = await testApp(database(), {});
    const { jobs, changes } = server;
    const model = createLanguageModel({ baseUrl: endpoint.baseUrl, model: 'played' });
    const { log } = memoryLog();
    // On a busy machine, the first try to prepare its schema may take longer than it is given.
    const prompt = { instructions: 'Read the call.', input: 'Nothing.', timeoutMs: 5_000 };
    const answers = () => model.completeJson(prompt, EXTRACTION_SCHEMA).then(Boolean, () => false);
    for (let tries = 1; tries < 20 && !(await answers()); tries += 1);
    await server.startJobs({
      'extract-memory': extractMemoryHandler({
        ...{ database: database(), jobs, changes, now: () => new Date() },
        extractor: createExtractor({ model, builtIn: builtInExtractor, timeoutMs: 60_000, log }),
        defaults: { defaultCountry: 'US', timeZone: 'UTC' },
      }),
      reflect: async () => ({ patterns: 0 }),
    });
  });
  afterAll(async () => {
    await server?.jobs.stop(0);
    await endpoint?.close();
  });

  async function add(phone: string, said: string): Promise<string> {
    const { body } = await supertest(server.app)
      .post('/v1/add')
      .set('authorization', `Bearer ${server.keys.all}`)
      .send({ user: { phone }, messages: [{ role: 'user', content: said }] })
      .expect(202);
    return body.conversation_id as string;
  }

  test("other callers' calls are learned from, and jobs that need no model are done", async () => {
    const hanging = await Promise.all(
      Array.from({ length: HANGING }, (_, at) => add(`+1312555010${at}`, `This hangs, for ${at}.`)),
    );
    await expect.poll(() => endpoint.openRequests(), { timeout: 10_000 }).toBe(HANGING);
    const beginMs = performance.now();
    const learned = await add('+13125550199', 'My dog is Luna.');
    const { workspaceId } = server;
    const payload = { callerId: '00000000-0000-4000-8000-00000000000a' };
    const other = await server.jobs.enqueue(database().knex, { workspaceId, type: 'reflect', payload });
    const extractedAt = async (ids: readonly string[]) =>
      (
        await database().run(
          'SELECT extracted_at AS at FROM calls WHERE workspace_id = $1 AND conversation_id = ANY($2::uuid[])',
          [workspaceId, ids],
        )
      ).map(({ at }) => at);
    await expect.poll(() => extractedAt([learned]), { timeout: 10_000 }).toEqual([expect.any(String)]);
    await expect.poll(async () => (await server.jobs.find(workspaceId, other))?.status).toBe('completed');
    expect(performance.now() - beginMs).toBeLessThan(10_000);
    // They wait as before.
    expect(endpoint.openRequests()).toBe(HANGING);
    expect(await extractedAt(hanging)).toEqual(Array.from({ length: HANGING }, () => null));
  });
});

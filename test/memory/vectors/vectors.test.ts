import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCallerMemories } from '../../../src/memory/recall/create-caller-memories.js';
import { embedMemoryHandler } from '../../../src/memory/vectors/embed-memory.js';
import { createEmbeddingModel, type EmbeddingModel } from '../../../src/models/embedding-model.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { outside } from '../../support/job-handlers.js';
import { failure, json, type ModelEndpoint, startModelEndpoint } from '../../support/model-endpoint.js';
import { rememberCall, rememberCaller, somePhone } from '../../support/remembered-callers.js';

/** Meanings by words: what has to do with animals, with food, and with neither. */
function meaning(text: string): readonly number[] {
  return [/dog|pet|animal|spaniel/i.test(text) ? 3 : 0, /food|pasta|eat|dinner/i.test(text) ? 2 : 0, 0.1];
}

/** An embedding endpoint of OpenAI's kind on loopback. */
async function startEmbeddings() {
  const asked: string[][] = [];
  let delayMs = 0;
  const server = createServer((req, res) => {
    let text = '';
    req.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    req.on('end', () => {
      const { input } = JSON.parse(text) as { input: string[] };
      asked.push(input);
      // In another order than asked: the index says whose each is.
      const data = input.map((one, index) => ({ object: 'embedding', index, embedding: meaning(one) })).toReversed();
      setTimeout(
        () => res.setHeader('content-type', 'application/json').end(JSON.stringify({ object: 'list', data })),
        delayMs,
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    wait: (ms: number) => {
      delayMs = ms;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

describeOnBothDatabases('memory with vectors', (database) => {
  let endpoint: Awaited<ReturnType<typeof startEmbeddings>>;
  let embedding: EmbeddingModel;
  beforeAll(async () => {
    endpoint = await startEmbeddings();
    embedding = createEmbeddingModel({ baseUrl: endpoint.baseUrl, model: 'meanings' });
  });
  afterAll(() => endpoint.close());

  async function caller() {
    const { id: workspaceId } = await makeWorkspace(database());
    const phone = somePhone();
    const callerId = await rememberCaller(database(), workspaceId, [phone]);
    const conversationId = await rememberCall(database(), workspaceId, {
      ...{ callerId, at: '2026-03-01T10:00:00.000Z', episode: 'The caller asked about opening hours.' },
      turns: ['assistant: Anything else, a pet?', 'user: My spaniel is called Rex.', 'user: I had pasta.'],
      facts: [{ predicate: 'city', value: 'Graz', statement: 'lives in Graz' }],
    });
    const ask = (memories: ReturnType<typeof createCallerMemories>, query: string, timeoutMs = 5_000) =>
      memories.search({
        ...{ workspaceId, identities: [phone], query, limit: 10, timeZone: 'UTC', timeoutMs, withholdSensitive: false },
      });
    return { workspaceId, callerId, conversationId, ask };
  }

  const memoriesWith = (model: EmbeddingModel | undefined) =>
    createCallerMemories({
      ...{ database: database(), embedding: model, callersMin: 8, idleMs: 60_000 },
      ...{ now: () => new Date('2026-03-09T10:00:00Z'), report: () => {} },
    });

  const job = (workspaceId: number) => ({
    ...{ workspaceId, jobId: 'job', attempt: 1, isLastAttempt: false, signal: new AbortController().signal, outside },
  });

  test('finds what shares no word with the question', async () => {
    const { workspaceId, callerId, conversationId, ask } = await caller();
    const published: unknown[] = [];
    const embed = embedMemoryHandler({
      database: database(),
      changes: { publish: (change) => published.push(change) },
      embedding,
    });
    expect(await embed({ conversationId }, job(workspaceId))).toEqual({ vectors: 4 });
    expect(published).toEqual([{ workspaceId, kind: 'memory', key: callerId, added: true, learned: true }]);
    expect(endpoint.asked.at(-1)?.toSorted()).toEqual([
      ...['I had pasta.', 'My spaniel is called Rex.', 'The caller asked about opening hours.', 'lives in Graz'],
    ]);
    const byMeaning = await ask(memoriesWith(embedding), 'which animal?');
    expect(byMeaning.hits[0]?.text).toBe('My spaniel is called Rex.');
    const byWords = await ask(memoriesWith(undefined), 'which animal?');
    expect(byWords.hits).toEqual([]);
  });

  test('are asked for once, and those of what is gone are removed', async () => {
    const { workspaceId, conversationId } = await caller();
    const embed = embedMemoryHandler({ database: database(), changes: { publish: () => {} }, embedding });
    await embed({ conversationId }, job(workspaceId));
    const before = endpoint.asked.length;
    expect(await embed({ conversationId }, job(workspaceId))).toEqual({ vectors: 0 });
    expect(endpoint.asked.length).toBe(before);
    await database().knex('facts').where({ workspace_id: workspaceId }).delete();
    await embed({ conversationId }, job(workspaceId));
    expect(await database().knex('embeddings').where({ workspace_id: workspaceId }).pluck('kind')).not.toContain(
      'fact',
    );
    // Another model's vectors take the place of these.
    const other = createEmbeddingModel({ baseUrl: endpoint.baseUrl, model: 'other' });
    const again = embedMemoryHandler({ database: database(), changes: { publish: () => {} }, embedding: other });
    expect(await again({ conversationId }, job(workspaceId))).toEqual({ vectors: 3 });
    await database().knex('conversations').where({ workspace_id: workspaceId }).delete();
    expect(await database().knex('embeddings').where({ workspace_id: workspaceId })).toEqual([]);
  });

  test('are not waited for beyond a share of the time', async () => {
    const { workspaceId, conversationId, ask } = await caller();
    const embed = embedMemoryHandler({ database: database(), changes: { publish: () => {} }, embedding });
    await embed({ conversationId }, job(workspaceId));
    const memories = memoriesWith(embedding);
    await ask(memories, 'Rex');
    endpoint.wait(1_000);
    const startMs = performance.now();
    const answer = await ask(memories, 'the spaniel, please', 200);
    expect(performance.now() - startMs).toBeLessThan(400);
    expect(answer.hits[0]?.text).toBe('My spaniel is called Rex.');
    endpoint.wait(0);
  });

  test('that cannot be had leave the words', async () => {
    const { workspaceId, conversationId, ask } = await caller();
    const broken = await startModelEndpoint(failure(500));
    const model = createEmbeddingModel({ baseUrl: broken.baseUrl, model: 'broken' });
    const embed = embedMemoryHandler({ database: database(), changes: { publish: () => {} }, embedding: model });
    await expect(embed({ conversationId }, job(workspaceId))).rejects.toThrow('The model endpoint failed (500).');
    expect((await ask(memoriesWith(model), 'spaniel')).hits[0]?.text).toBe('My spaniel is called Rex.');
    await broken.close();
  });
});

describe('an embedding endpoint', () => {
  let endpoint: ModelEndpoint | undefined;
  const embed = async (value: unknown, count = 1) => {
    endpoint = await startModelEndpoint(json(200, value));
    const model = createEmbeddingModel({ baseUrl: endpoint.baseUrl, apiKey: 'secret-key', model: 'm' });
    const texts = Array.from({ length: count }, (_, index) => `text ${index}`);
    return model.embed(texts, { timeoutMs: 2_000 }).finally(() => endpoint?.close());
  };

  test('gives vectors of length 1', async () => {
    const [vector] = await embed({ data: [{ index: 0, embedding: [3, 4] }] });
    expect([...(vector ?? [])].map((number) => number.toFixed(3))).toEqual(['0.600', '0.800']);
    expect(endpoint?.asked[0]?.body).toMatchObject({ model: 'm', input: ['text 0'] });
    expect(endpoint?.asked[0]?.headers.authorization).toBe('Bearer secret-key');
  });

  test.each([
    ['nothing', {}],
    ['too few', { data: [{ index: 0, embedding: [1] }] }],
    [
      'different lengths',
      {
        data: [
          { index: 0, embedding: [1] },
          { index: 1, embedding: [1, 2] },
        ],
      },
    ],
    [
      'no numbers',
      {
        data: [
          { index: 0, embedding: ['a'] },
          { index: 1, embedding: [1] },
        ],
      },
    ],
    [
      'no direction',
      {
        data: [
          { index: 0, embedding: [0] },
          { index: 1, embedding: [1] },
        ],
      },
    ],
  ])('is not believed when it gives %s', async (_what, value) => {
    await expect(embed(value, 2)).rejects.toThrow('The answer of the embedding endpoint is no list of vectors.');
  });

  test('that refuses its key says which variable to check', async () => {
    endpoint = await startModelEndpoint(failure(401));
    const model = createEmbeddingModel({ baseUrl: endpoint.baseUrl, model: 'm' });
    await expect(model.embed(['x'], { timeoutMs: 2_000 })).rejects.toThrow(
      'The model endpoint refuses the key (401): check EMBEDDING_API_KEY.',
    );
    await endpoint.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LanguageModel, ModelPrompt } from '../../src/models/language-model.js';
import { createLanguageModel } from '../../src/models/openai-model.js';
import { createRestingModel } from '../../src/models/resting-model.js';
import { completion, type ModelEndpoint, startModelEndpoint } from '../support/model-endpoint.js';

const REST_MS = 30_000;

describe('a model that has stopped answering', () => {
  let endpoint: ModelEndpoint;
  let answers: 'well' | 'never' | 'refuses';
  let asked = 0;
  let clockMs: number;
  let model: LanguageModel;
  beforeAll(async () => {
    endpoint = await startModelEndpoint((res, request) => {
      asked += 1;
      if (answers === 'well') completion('yes')(res, request);
      else if (answers === 'refuses') res.writeHead(401).end('{}');
    });
  });
  afterAll(() => endpoint?.close());
  beforeEach(async () => {
    [answers, clockMs] = ['well', 0];
    model = createRestingModel(createLanguageModel({ baseUrl: endpoint.baseUrl, model: 'played' }), () => clockMs, {
      timeoutsMax: 2,
      restMs: REST_MS,
    });
    // What a request needs is loaded with the first one.
    await ask({ timeoutMs: 5_000 });
    asked = 0;
  });

  const ask = (prompt: Partial<ModelPrompt> = {}): Promise<string> =>
    model
      .complete({ instructions: 'Answer.', input: 'Well?', timeoutMs: 150, ...prompt })
      .catch((error: Error & { isTemporary: boolean }) => {
        expect(error).toMatchObject({ name: 'ModelFailed', isTemporary: answers !== 'refuses' });
        return error.message;
      });
  const LATE = 'The model gave no answer within 150 ms.';
  const RESTS = 'The model gave no answer in time 2 times in a row; it is asked again in 30 s.';

  test('is not asked for a while, then once, and again as before when it answers', async () => {
    answers = 'never';
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([LATE, LATE, RESTS, RESTS]);
    expect(asked).toBe(2);

    clockMs = REST_MS - 1;
    expect(await ask()).toBe(RESTS.replace('30 s', '1 s'));
    clockMs = REST_MS;
    expect((await Promise.all([ask(), ask(), ask()])).sort()).toEqual([RESTS, RESTS, LATE].sort());
    expect(asked).toBe(3);

    answers = 'well';
    clockMs += REST_MS;
    expect(await ask()).toBe('yes');
    expect(await Promise.all([ask(), ask()])).toEqual(['yes', 'yes']);
  });

  test('is one that was late each time: an answer between, or a refusal, is a sign of life', async () => {
    for (const sign of ['well', 'refuses'] as const) {
      answers = 'never';
      expect(await ask()).toBe(LATE);
      answers = sign;
      await ask({ timeoutMs: 5_000 });
    }
    answers = 'never';
    expect([await ask(), await ask(), await ask()]).toEqual([LATE, LATE, RESTS]);
  });

  test("is late by whichever clock, and not late for somebody who didn't wait", async () => {
    answers = 'never';
    const givenUp = 'The request to the model was given up.';
    for (let tries = 0; tries < 3; tries += 1) expect(await ask({ signal: AbortSignal.abort() })).toBe(givenUp);
    const signal = (): AbortSignal => AbortSignal.timeout(100);
    expect([await ask({ signal: signal() }), await ask({ signal: signal() }), await ask()]).toEqual([
      LATE,
      LATE,
      RESTS,
    ]);
  });
});

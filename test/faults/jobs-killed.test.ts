import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobSettings } from '../../src/jobs/job-settings.js';
import { EXTRACTION_INSTRUCTIONS } from '../../src/memory/extraction/model/extraction-prompt.js';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { failure, type ModelEndpoint, startModelEndpoint } from '../support/model-endpoint.js';

const API_KEY = 'api-key-of-the-killed-jobs';
const { triesMax } = jobSettings('run-insights');

describe('a server that is killed over its jobs', () => {
  const outcomes = faultOutcomes('jobs-killed', 'Jobs whose processes die');
  let folder: string;
  let model: ModelEndpoint;
  let server: ServingProcess;

  beforeAll(async () => {
    folder = await temporaryFolder();
    // Insights that ask it never end by themselves; what is learned from the call has to do without it: the embedded database does one
    // job at a time.
    model = await startModelEndpoint((res, asked) => {
      if (JSON.stringify(asked.body).includes(JSON.stringify(EXTRACTION_INSTRUCTIONS).slice(1, -1)))
        failure(401)(res, asked);
    });
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await model?.close();
    outcomes.report();
  });

  const start = async (): Promise<void> => {
    server = await startServing({
      RINGBACK_DATA_DIR: join(folder, 'data'),
      RINGBACK_API_KEY: API_KEY,
      LLM_BASE_URL: model.baseUrl,
      LLM_MODEL: 'hangs',
    });
  };

  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies freely
  const api = async (method: string, path: string, body?: object): Promise<any> => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status).toBeLessThan(300);
    return response.json();
  };

  test('in each of its tries: it fails in the end, says why, and no run of insights stays in progress', async () => {
    await start();
    const name = randomUUID();
    const { id } = await api('POST', '/v2/ai/conversations', { name });
    await api('POST', `/v2/ai/conversations/${id}/message`, { role: 'user', content: 'My name is Nora Quist.' });
    await api('POST', `/v1/conversations/${id}/end`);
    const runOf = async () => (await api('GET', `/v2/ai/conversations/${id}/conversations-insights`)).data[0];
    const jobOf = async () => (await api('GET', '/v1/jobs?type=run-insights')).data[0];

    const tries: number[] = [];
    let kills = 0;
    while (kills < 3 * triesMax) {
      await expect
        .poll(
          async () => [(await jobOf()).attempts, (await runOf()).status], // What is learned from the call may have its turn first.
          { timeout: 60_000, interval: 50 },
        )
        .toSatisfy(([attempts, status]) => status === 'failed' || attempts > (tries.at(-1) ?? 0));
      if ((await runOf()).status === 'failed') break;
      tries.push((await jobOf()).attempts);
      await server.stop('SIGKILL');
      kills += 1;
      await start();
    }
    const run = await runOf();
    const job = await jobOf();
    outcomes.add({
      injected: 'server killed (kill -9) over a run of insights, in each of its tries',
      tried: kills,
      survived: kills,
      lost: 0,
      leaked: ['pending', 'in_progress'].includes(run.status) ? 1 : 0,
      note: `tried ${job.attempts} times, then ${run.status}; it can be retried`,
    });
    expect(job).toMatchObject({ status: 'failed', attempts: triesMax });
    expect(run).toMatchObject({ status: 'failed' });
    expect(kills).toBe(triesMax);
    // Nothing of it is lost: it goes on when it is asked to.
    expect((await api('GET', `/v2/ai/conversations?name=eq.${name}`)).data).toHaveLength(1);
    await api('POST', `/v1/jobs/${job.job_id}/retry`);
    expect(await jobOf()).toMatchObject({ status: 'processing' });
  }, 300_000);
});

import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { JobFailed } from '../../src/jobs/job-queue.js';
import type { JobPayloads, JobType } from '../../src/jobs/job-types.js';
import { createApiKey } from '../../src/store/api-keys.js';
import type { Workspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const CALL = { conversationId: 'c' };

describeOnBothDatabases('jobs over HTTP', (database) => {
  let server: TestApp;
  let other: Workspace;
  let otherKey: string;
  let mode: 'fail' | 'succeed' = 'fail';

  beforeAll(async () => {
    server = await testApp(database(), { jobs: { pollMs: 100 } });
    other = await makeWorkspace(database());
    otherKey = (await createApiKey(database().knex, { workspaceId: other.id, name: 'other', scopes: ['admin'] })).key;
    await server.startJobs({
      'fetch-telnyx-conversation': async () => {
        if (mode === 'fail') throw new JobFailed('Telnyx does not know the conversation.');
        return { messages: 7 };
      },
    });
  });

  afterAll(() => server.jobs.stop(0));

  const get = (path: string, key = server.keys.admin) =>
    request(server.app).get(path).set('authorization', `Bearer ${key}`);
  const post = (path: string, key = server.keys.admin) =>
    request(server.app).post(path).set('authorization', `Bearer ${key}`);

  function add<Type extends JobType>(workspaceId: number, type: Type, payload: JobPayloads[Type]): Promise<string> {
    return server.jobs.enqueue(database().knex, { workspaceId, type, payload });
  }

  async function addFailed(workspaceId = server.workspaceId): Promise<string> {
    mode = 'fail';
    const id = await add(workspaceId, 'fetch-telnyx-conversation', CALL);
    await vi.waitFor(async () => expect((await server.jobs.find(workspaceId, id))?.status).toBe('failed'));
    return id;
  }

  it('shows one, bare', async () => {
    const id = await addFailed();
    const { body } = await get(`/v1/jobs/${id.toUpperCase()}`, server.keys.read).expect(200);
    expect(body).toEqual({
      job_id: id,
      type: 'fetch-telnyx-conversation',
      status: 'failed',
      attempts: 1,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      result: null,
      error: 'Telnyx does not know the conversation.',
    });
  });

  it('retries one that failed, and no other', async () => {
    const id = await addFailed();
    mode = 'succeed';
    const { body } = await post(`/v1/jobs/${id}/retry`).expect(200);
    expect(body.data).toMatchObject({ job_id: id });
    await vi.waitFor(async () => expect((await get(`/v1/jobs/${id}`)).body.status).toBe('completed'));
    expect((await get(`/v1/jobs/${id}`)).body).toMatchObject({ result: { messages: 7 }, error: null });
    const refused = await post(`/v1/jobs/${id}/retry`).expect(422);
    expect(refused.body.errors[0].detail).toBe(`The job "${id}" is completed: only a job that failed can be retried.`);
  });

  it('does not retry one in whose place another waits', async () => {
    mode = 'fail';
    const job = {
      workspaceId: server.workspaceId,
      type: 'fetch-telnyx-conversation',
      payload: CALL,
      singletonKey: 'k',
    } as const;
    const id = await server.jobs.enqueue(database().knex, job);
    await vi.waitFor(async () => expect((await server.jobs.find(server.workspaceId, id))?.status).toBe('failed'));
    await server.jobs.enqueue(database().knex, { ...job, startAfter: new Date(Date.now() + 60_000) });
    const { body } = await post(`/v1/jobs/${id}/retry`).expect(422);
    expect(body.errors[0].detail).toBe(`The job "${id}" is not retried: another job with the same task waits already.`);
  });

  it('lists them by status and type', async () => {
    const ids = [await addFailed(other.id), await addFailed(other.id)];
    const listed = async (query: string) =>
      (await get(`/v1/jobs${query}`, otherKey).expect(200)).body.data.map((job: { job_id: string }) =>
        ids.indexOf(job.job_id),
      );
    expect(await listed('')).toEqual([1, 0]);
    expect(await listed('?limit=1')).toEqual([1]);
    expect(await listed('?status=failed&type=fetch-telnyx-conversation')).toEqual([1, 0]);
    expect(await listed('?status=completed')).toEqual([]);
    expect(await listed('?type=run-insights')).toEqual([]);
  });

  it.each([
    ['?limit=0', '"limit" has to be a whole number from 1 to 1000.'],
    ['?limit=many', '"limit" has to be a whole number from 1 to 1000.'],
    ['?status=done', '"status" has to be one of "processing", "completed", "failed".'],
    ['?stauts=failed', '"stauts" is no parameter of this address; there are "status", "type", "limit", "workspace".'],
  ])('refuses %s', async (query, detail) => {
    const { body } = await get(`/v1/jobs${query}`).expect(422);
    expect(body.errors[0].detail).toBe(detail);
  });

  it('knows nothing of jobs that are not there', async () => {
    for (const id of [randomUUID(), 'x']) {
      const expected = `There is no job "${id}".`;
      expect((await get(`/v1/jobs/${id}`).expect(404)).body.errors[0].detail).toBe(expected);
      expect((await post(`/v1/jobs/${id}/retry`).expect(404)).body.errors[0].detail).toBe(expected);
    }
  });

  it('keeps workspaces apart, but for who administers the server', async () => {
    const [ours, theirs] = [await addFailed(), await addFailed(other.id)];
    await get(`/v1/jobs/${ours}`, otherKey).expect(404);
    await post(`/v1/jobs/${ours}/retry`, otherKey).expect(404);
    expect(JSON.stringify((await get('/v1/jobs', otherKey).expect(200)).body)).not.toContain(ours);
    await get(`/v1/jobs?workspace=default`, otherKey).expect(404);
    await get(`/v1/jobs/${ours}?workspace=default`, otherKey).expect(404);
    await post(`/v1/jobs/${ours}/retry?workspace=default`, otherKey).expect(404);

    await get(`/v1/jobs/${theirs}`).expect(404);
    await get(`/v1/jobs/${theirs}?workspace=${other.name}`).expect(200);
    const { body } = await get(`/v1/jobs?workspace=${other.name}`).expect(200);
    expect(body.data.map(({ job_id }: { job_id: string }) => job_id)).toContain(theirs);
    mode = 'succeed';
    await post(`/v1/jobs/${theirs}/retry?workspace=${other.name}`).expect(200);
    const missing = await get('/v1/jobs?workspace=nobody').expect(404);
    expect(missing.body.errors[0].detail).toBe('There is no workspace "nobody".');
  });

  it('needs the scope read for one, and admin for the list and to retry', async () => {
    const id = await addFailed();
    await get(`/v1/jobs/${id}`, server.keys.platform).expect(403);
    await get('/v1/jobs', server.keys.read).expect(403);
    await post(`/v1/jobs/${id}/retry`, server.keys.write).expect(403);
    await request(server.app).get('/v1/jobs').expect(401);
  });

  it('counts them in the metrics', async () => {
    await addFailed();
    const { text } = await request(server.app).get('/metrics').expect(200);
    expect(text).toMatch(/^ringback_jobs_ended_total\{type="fetch-telnyx-conversation",outcome="failed"\} [1-9]\d*$/m);
    // The one of another test that is to begin in a minute.
    expect(text).toMatch(/^ringback_jobs_waiting 1$/m);
  });
});
